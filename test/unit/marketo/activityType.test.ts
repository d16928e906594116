import {
	activityType,
	ATTRIBUTES,
	attributeRequest,
	missingAttributes,
	OWN_TYPE,
} from '../../../nodes/Marketo/mapping/activityType';

describe('a custom activity type', () => {
	const own = (attributes: readonly unknown[]) =>
		activityType({ id: 1, apiName: OWN_TYPE, name: 'W', status: 'approved', attributes })!;

	it('of this package needs all attributes, and asks for those that it lacks', () => {
		expect(missingAttributes(own([...ATTRIBUTES]))).toEqual([]);
		const missing = missingAttributes(own(ATTRIBUTES.slice(2)));
		expect(missing).toEqual(['kind', 'text']);
		expect(attributeRequest(missing).map(({ dataType }) => dataType)).toEqual(['string', 'text']);
	});

	it('of somebody else needs what makes an activity readable', () => {
		const other = activityType({ apiName: 'acme', status: 'approved', attributes: [] })!;
		expect(missingAttributes(other)).toEqual(['kind', 'text', 'answer']);
	});

	it.each([{}, { apiName: '' }, { apiName: 'a', status: 'deleted' }, { apiName: 'a', status: 5 }])(
		'is not read from %j',
		(row) => {
			expect(activityType(row)).toBeUndefined();
		},
	);

	it('has no more attributes than Marketo allows, each with a name of its own', () => {
		expect(ATTRIBUTES.length).toBeLessThanOrEqual(20);
		expect(new Set(ATTRIBUTES.map(({ name }) => name)).size).toBe(ATTRIBUTES.length);
	});
});
