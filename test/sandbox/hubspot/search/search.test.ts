/** Search over contacts: operators, order, paging, the index that lags, and its own limit. */
import { contact, startPortal, type TestPortal } from '../testing/portal';
import { asList, at } from '../testing/values';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal({
		world: {
			contacts: [
				contact('1', 'ada@acme.com', { properties: { firstname: 'Ada', webinar_count: '3' } }),
				contact('2', 'bob@acme.com', { properties: { firstname: 'Bob', webinar_count: '12' } }),
				contact('3', 'cem@other.example', { properties: { firstname: 'Cem' } }),
				contact('4', 'gone@acme.com', { archivedAt: '2026-11-01T00:00:00.000Z' }),
			],
		},
	});
});
afterEach(() => portal.close());

const PATH = '/crm/objects/2026-09/contacts';
const search = (body: unknown) => portal.call('POST', `${PATH}/search`, body);
const find = async (filters: unknown[], more: Record<string, unknown> = {}) => {
	const answer = await search({ filterGroups: [{ filters }], ...more });
	expect(answer.status).toBe(200);
	return asList(at(answer.body, 'results')).map(({ id }) => id);
};

it.each([
	['EQ', { propertyName: 'email', value: 'Ada@acme.com' }, ['1']],
	['NEQ', { propertyName: 'firstname', value: 'Ada' }, ['2', '3']],
	['LT', { propertyName: 'webinar_count', value: '12' }, ['1']],
	['LTE', { propertyName: 'webinar_count', value: '12' }, ['1', '2']],
	['GT', { propertyName: 'webinar_count', value: '3' }, ['2']],
	['GTE', { propertyName: 'webinar_count', value: '3' }, ['1', '2']],
	['BETWEEN', { propertyName: 'webinar_count', value: '4', highValue: '12' }, ['2']],
	['IN', { propertyName: 'email', values: ['bob@acme.com', 'cem@other.example'] }, ['2', '3']],
	['IN', { propertyName: 'email', values: ['Bob@acme.com'] }, []],
	['NOT_IN', { propertyName: 'webinar_count', values: ['3'] }, ['2', '3']],
	['HAS_PROPERTY', { propertyName: 'webinar_count' }, ['1', '2']],
	['NOT_HAS_PROPERTY', { propertyName: 'webinar_count' }, ['3']],
	['CONTAINS_TOKEN', { propertyName: 'email', value: '*@acme.com' }, ['1', '2']],
	['NOT_CONTAINS_TOKEN', { propertyName: 'firstname', value: 'ada' }, ['2', '3']],
])('%s of %j finds %j', async (operator, filter, ids) => {
	expect(await find([{ ...filter, operator }])).toEqual(ids);
});

it('joins filters by AND and groups by OR, sorts, and looks for words', async () => {
	const has = { propertyName: 'webinar_count', operator: 'HAS_PROPERTY' };
	const bob = { propertyName: 'firstname', operator: 'EQ', value: 'bob' };
	const cem = { propertyName: 'firstname', operator: 'EQ', value: 'cem' };
	expect(await find([has, bob])).toEqual(['2']);
	const both = await search({ filterGroups: [{ filters: [bob] }, { filters: [cem] }] });
	expect(at(both.body, 'total')).toBe(2);
	expect(await find([has], { sorts: ['-webinar_count'] })).toEqual(['2', '1']);
	const sorts = [{ propertyName: 'firstname', direction: 'DESCENDING' }];
	expect(await find([], { sorts })).toEqual(['3', '2', '1']);
	expect(await find([], { query: 'OTHER' })).toEqual(['3']);
});

it.each([
	[{ filterGroups: [{ filters: [{ propertyName: 'nonsense', operator: 'HAS_PROPERTY' }] }] }],
	[{ filterGroups: [{ filters: [{ propertyName: 'email', operator: 'LIKE', value: 'a' }] }] }],
	[{ filterGroups: [{ filters: [{ propertyName: 'email', operator: 'EQ' }] }] }],
	[{ filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
	[{ limit: 201 }],
	[{ after: '9999', limit: 10 }],
	[{ query: 'x'.repeat(3001) }],
])('refuses %j', async (body) => {
	expect((await search(body)).status).toBe(400);
});

it('sees a write only after a while: new, changed, deleted, merged', async () => {
	const first = (value: string) => [{ propertyName: 'firstname', operator: 'EQ', value }];
	await portal.call('POST', PATH, { properties: { email: 'new@acme.com', firstname: 'New' } });
	await portal.call('PATCH', `${PATH}/1`, { properties: { firstname: 'Eva' } });
	await portal.call('DELETE', `${PATH}/2`);
	expect(await find(first('New'))).toEqual([]);
	expect(await find(first('Ada'))).toEqual(['1']);
	expect(await find(first('Eva'))).toEqual([]);
	expect(await find(first('Bob'))).toEqual(['2']);
	portal.advance(2000);
	expect(await find(first('New'))).toHaveLength(1);
	expect(await find(first('Ada'))).toEqual([]);
	expect(await find(first('Eva'))).toEqual(['1']);
	expect(await find(first('Bob'))).toEqual([]);
	const merged = portal.side.merge('1', '3');
	expect(await find(first('Cem'))).toEqual(['3']);
	portal.advance(2000);
	expect(await find(first('Cem'))).toEqual([]);
	expect(await find(first('Eva'))).toEqual([merged]);
});

it('takes five in a second, and its answers tell nothing of limits', async () => {
	await portal.close();
	portal = await startPortal({ limits: true });
	const answers = [];
	for (let count = 0; count < 6; count += 1) answers.push(await search({}));
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
	expect(answers[5]?.body).toMatchObject({
		policyName: 'SECONDLY',
		message: 'You have reached your secondly limit.',
	});
	for (const { headers } of answers) expect(headers.has('x-hubspot-ratelimit-max')).toBe(false);
	portal.advance(1000);
	expect((await search({})).status).toBe(200);
	const other = await portal.call('GET', `${PATH}/101`);
	expect(other.headers.has('x-hubspot-ratelimit-max')).toBe(true);
});
