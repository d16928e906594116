import { startInstance, type MarketoAnswer, type TestInstance } from '../testing/instance';

let instance: TestInstance;
const start = async (...args: Parameters<typeof startInstance>) => {
	await instance?.close();
	instance = await startInstance(...args);
};
beforeEach(() => start());
afterEach(() => instance.close());
afterEach(() => expect(instance.specProblems()).toEqual([]));

const sync = (input: unknown[], more: Record<string, unknown> = {}): Promise<MarketoAnswer> =>
	instance.post('/rest/v1/leads.json', { ...more, input });
const skipped = (code: string) => ({
	status: 'skipped',
	reasons: [{ code, message: expect.any(String) }],
});

describe('syncing leads', () => {
	it('answers in the order of the input, created or updated', async () => {
		const answer = await sync([
			{ email: 'x@example.com', firstName: 'X' },
			{ email: 'ada@example.com', firstName: 'Augusta' },
		]);
		expect(answer.body).toEqual({
			requestId: expect.stringMatching(/^[0-9a-f]+#[0-9a-f]+$/),
			success: true,
			result: [
				{ id: 318_581, status: 'created' },
				{ id: 1, status: 'updated' },
			],
		});
		expect(instance.side.leads.get(1)?.fields.firstName).toBe('Augusta');
		const [created, changed] = instance.side.activities;
		expect(created).toMatchObject({ activityTypeId: 12, leadId: 318_581 });
		expect(changed).toMatchObject({ activityTypeId: 13, primaryAttributeValue: 'firstName' });
	});

	it.each([
		['createOnly', 'ada@example.com', '1005'],
		['updateOnly', 'nobody@example.com', '1004'],
		['updateOnly', 'two@example.com', '1007'],
		['createOrUpdate', 'two@example.com', '1007'],
	])('skips by %s %s with %s', async (action, email, code) => {
		const answer = await sync([{ email }, { email: 'bob@example.com' }], { action });
		expect(answer.body.result?.[0]).toEqual(skipped(code));
		expect(answer.body.success).toBe(true);
	});

	it('makes a second lead by createDuplicate', async () => {
		const answer = await sync([{ email: 'ada@example.com' }], { action: 'createDuplicate' });
		expect(answer.body.result?.[0]).toMatchObject({ status: 'created' });
		expect(instance.side.leadsByEmail('ada@example.com')).toHaveLength(2);
	});

	it.each([
		['an unknown field', { email: 'a@example.com', nope: 1 }, '1006'],
		['a field that cannot be written', { email: 'a@example.com', createdAt: '2026-01-01' }, '1006'],
		['a wrong type', { email: 'a@example.com', shoeSize: 'big' }, '1001'],
		['an address beyond ASCII', { email: 'jürgen@example.com' }, '1003'],
		['no value of the lookup field', { firstName: 'A' }, '1003'],
	])('skips a record with %s', async (_name, record, code) => {
		expect((await sync([record])).body.result?.[0]).toEqual(skipped(code));
	});

	it('takes null and empty as cleared', async () => {
		await sync([{ email: 'ada@example.com', firstName: null, lastName: '' }]);
		expect(instance.side.leads.get(1)?.fields).not.toHaveProperty('firstName');
		const read = await instance.get('/rest/v1/lead/1.json?fields=firstName,email');
		expect(read.body.result).toEqual([{ id: 1, email: 'ada@example.com' }]);
	});

	it('looks up by id only to update, and by searchable fields only', async () => {
		const byId = await sync([{ id: 2, firstName: 'Robert' }], {
			action: 'updateOnly',
			lookupField: 'id',
		});
		expect(byId.body.result).toEqual([{ id: 2, status: 'updated' }]);
		expect((await sync([{ id: 2 }], { lookupField: 'id' })).body.errors?.[0].code).toBe('1003');
		const phone = await sync([{ phone: '1' }], { lookupField: 'phone' });
		expect(phone.body).toMatchObject({ success: false, errors: [{ code: '1011' }] });
		const custom = await sync([{ favouriteColour: 'red' }], { lookupField: 'favouriteColour' });
		expect(custom.body.result).toMatchObject([{ status: 'created' }]);
	});

	it('takes 300 records, no fewer than one and no unknown action', async () => {
		const many = Array.from({ length: 301 }, (_, index) => ({ email: `${index}@example.com` }));
		expect((await sync(many)).body.errors?.[0].code).toBe('1003');
		expect((await sync([])).body.errors?.[0].code).toBe('1003');
		const odd = await sync([{ email: 'a@example.com' }], { action: 'upsert' });
		expect(odd.body.errors?.[0].code).toBe('1003');
		expect((await sync(many.slice(0, 300))).body.result).toHaveLength(300);
		instance.books.clear();
	});

	it('makes two leads when two calls bring the same new address at the same time', async () => {
		// Long enough for the second to have come, also on a busy machine.
		instance.side.world.leadWriteMs = 1_000;
		await Promise.all([sync([{ email: 'x@example.com' }]), sync([{ email: 'x@example.com' }])]);
		expect(instance.side.leadsByEmail('x@example.com')).toHaveLength(2);
	});

	it('wants a partition where there are several', async () => {
		await start({ partitions: ['Default', 'Asia'] });
		const none = await sync([{ email: 'x@example.com' }]);
		expect(none.body.result?.[0]).toEqual(skipped('1009'));
		const asia = { partitionName: 'Asia' };
		expect((await sync([{ email: 'x@example.com' }], asia)).body.result?.[0]).toMatchObject({
			status: 'created',
		});
		const unknown = await sync([{ email: 'y@example.com' }], { partitionName: 'Mars' });
		expect(unknown.body.result?.[0]).toEqual(skipped('1008'));
		const update = await sync([{ email: 'x@example.com' }], { ...asia, action: 'updateOnly' });
		expect(update.body.errors?.[0].code).toBe('1010');
		const partitions = await instance.get('/rest/v1/leads/partitions.json');
		expect(partitions.body.result).toMatchObject([{ name: 'Default' }, { name: 'Asia' }]);
	});

	it('refuses company fields that come from a CRM', async () => {
		await start({ companyLocked: true });
		const answer = await sync([{ email: 'ada@example.com', company: 'Acme' }]);
		expect(answer.body.result?.[0]).toEqual(skipped('1021'));
	});
});
