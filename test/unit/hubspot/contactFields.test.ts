import {
	fieldText,
	wantedFields,
	type FieldWish,
} from '../../../nodes/HubSpot/mapping/contactFields';

const wish = (parts: Partial<FieldWish>): FieldWish => ({
	name: 'p',
	value: 'new',
	type: 'string',
	when: 'always',
	...parts,
});

describe('what is written to a contact', () => {
	it('that is new is everything with a value', () => {
		const wishes = (['always', 'empty', 'new', 'forward'] as const).map((when) =>
			wish({ name: when, when }),
		);
		expect(Object.keys(wantedFields(null, wishes))).toEqual(['always', 'empty', 'new', 'forward']);
		expect(wantedFields(null, [wish({ value: '' })])).toEqual({});
	});

	it('keeps what fills only empty ones away from the others', () => {
		expect(wantedFields({ p: 'old' }, [wish({ when: 'empty' })])).toEqual({});
		expect(wantedFields({}, [wish({ when: 'empty' })])).toEqual({ p: 'new' });
	});

	it('is the first of two wishes for one property', () => {
		expect(wantedFields({}, [wish({ value: 'mapped' }), wish({ value: 'told' })])).toEqual({
			p: 'mapped',
		});
	});

	it('moves a stage forward only', () => {
		const stage = (held: string) =>
			wantedFields({ p: held }, [wish({ value: 'b', when: 'forward', order: ['a', 'b', 'c'] })]);
		expect([stage('a'), stage('b'), stage('c'), stage('')]).toEqual([
			{ p: 'b' },
			{},
			{},
			{ p: 'b' },
		]);
	});

	it.each([
		['number', '5.0', '5'],
		['datetime', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00Z'],
		['enumeration', 'b;a', 'a;b'],
	])('is nothing where HubSpot writes the same %s in another way', (type, held, value) => {
		expect(wantedFields({ p: held }, [wish({ type, value })])).toEqual({});
		expect(wantedFields({ p: held }, [wish({ type: 'string', value })])).toEqual({ p: value });
	});
});

describe('a mapped value as HubSpot takes it', () => {
	it.each([
		[true, 'bool', 'true'],
		[0, 'number', '0'],
		[['a', 'b'], 'enumeration', 'a;b'],
		['2026-01-01 10:00', 'date', '2026-01-01'],
		['2026-01-01 10:00', 'datetime', '2026-01-01T10:00:00Z'],
		['soon', 'date', 'soon'],
		[null, 'string', ''],
		['two\nlines ', 'string', 'two\nlines'],
	])('%j of type %s is %j', (value, type, text) => {
		expect(fieldText(value, type)).toBe(text);
	});
});
