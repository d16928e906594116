/** The rules of contact batches, with and without trace ids. */
import { startPortal, type TestPortal } from './testing/portal';
import { asList, asRecord, at } from './testing/values';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());

const batch = (verb: string, body: unknown, query = '') =>
	portal.call('POST', `/crm/objects/2026-09/contacts/batch/${verb}${query}`, body);

const traced = (people: Array<Record<string, unknown>>) => ({
	inputs: people.map((properties, index) => ({ properties, objectWriteTraceId: `t${index}` })),
});
const untraced = (people: Array<Record<string, unknown>>) => ({
	inputs: people.map((properties) => ({ properties })),
});

describe('create', () => {
	it('without trace ids is all or nothing: 409 and no id', async () => {
		const answer = await batch(
			'create',
			untraced([{ email: 'x@example.com' }, { email: 'ADA@example.com' }]),
		);
		expect(answer).toMatchObject({
			status: 409,
			body: { category: 'CONFLICT', message: 'Contact already exists' },
		});
		expect(portal.side.contactByEmail('x@example.com')).toBeUndefined();
	});

	it('without trace ids is all or nothing: 400 for an invalid address', async () => {
		const people = [{ email: 'x@example.com' }, { email: 'user@example.lcom' }];
		const answer = await batch('create', untraced(people));
		expect(answer.status).toBe(400);
		const message = String(at(answer.body, 'message'));
		const embedded: unknown = JSON.parse(message.slice(message.indexOf('[')));
		expect(embedded).toMatchObject([{ isValid: false, error: 'INVALID_EMAIL', name: 'email' }]);
		expect(portal.side.contactByEmail('x@example.com')).toBeUndefined();
	});

	it('with trace ids answers record by record', async () => {
		const answer = await batch(
			'create',
			traced([
				{ email: 'New@Example.com', firstname: 'Nina' },
				{ email: 'ada@example.com' },
				{ email: 'bob@home.example' },
				{ email: 'x@host.invalid' },
				{ email: 'y@example.com', webinar_count: 'many' },
				{ email: 'z@example.com', no_such_thing: '1' },
			]),
		);
		expect(answer.status).toBe(207);
		expect(asRecord(answer.body).numErrors).toBe(5);
		expect(at(answer.body, 'results')).toMatchObject([
			{ objectWriteTraceId: 't0', properties: { email: 'new@example.com', firstname: 'Nina' } },
		]);
		const errors = asList(at(answer.body, 'errors'));
		const byTrace = new Map(
			errors.map((one) => [String(at(one, 'context', 'objectWriteTraceId')), one]),
		);
		expect(byTrace.get('t1')).toMatchObject({
			category: 'CONFLICT',
			message: 'Contact already exists. Existing ID: 101',
			context: { existingId: ['101'] },
		});
		expect(byTrace.get('t2')).toMatchObject({ context: { existingId: ['102'] } });
		for (const trace of ['t3', 't4', 't5']) {
			expect(byTrace.get(trace)).toMatchObject({ category: 'VALIDATION_ERROR' });
		}
		expect(portal.side.contactByEmail('y@example.com')).toBeUndefined();
	});

	it('takes trace ids for missing when two are the same', async () => {
		const inputs = [
			{ properties: { email: 'x@example.com' }, objectWriteTraceId: 'same' },
			{ properties: { email: 'ada@example.com' }, objectWriteTraceId: 'same' },
		];
		expect((await batch('create', { inputs })).status).toBe(409);
	});

	it('makes a new contact where an archived one had the address', async () => {
		const answer = await batch('create', untraced([{ email: 'gone@example.com' }]));
		expect(answer.status).toBe(201);
		const made = portal.side.contactByEmail('gone@example.com');
		expect(made?.id).not.toBe('103');
		expect(portal.side.contacts.get('103')?.archivedAt).toBeDefined();
	});

	it.each([
		['with', traced],
		['without', untraced],
	])('%s trace ids refuses one address twice', async (_word, body) => {
		const people = [{ email: 'x@example.com' }, { email: ' X@example.com' }];
		const answer = await batch('create', body(people));
		expect(answer).toMatchObject({
			status: 400,
			body: {
				message: 'Duplicate IDs found in batch input: [x@example.com]. IDs must be unique',
				context: { ids: ['x@example.com'] },
				category: 'VALIDATION_ERROR',
			},
		});
	});

	it('refuses more than 100 and takes 100', async () => {
		const people = Array.from({ length: 101 }, (_, n) => ({ email: `p${n}@example.com` }));
		expect(await batch('create', untraced(people))).toMatchObject({
			status: 400,
			body: { category: 'VALIDATION_ERROR' },
		});
		const answer = await batch('create', untraced(people.slice(0, 100)));
		expect(answer.status).toBe(201);
		const order = asList(at(answer.body, 'results')).map(({ id }) => Number(id));
		expect(order).toHaveLength(100);
		expect(order).not.toEqual([...order].sort((one, other) => one - other));
	});

	it('answers in the same order when the same is done again', async () => {
		const other = await startPortal();
		const people = Array.from({ length: 20 }, (_, n) => ({ email: `p${n}@example.com` }));
		const path = '/crm/v3/objects/contacts/batch/create';
		const [one, two] = [
			await portal.call('POST', path, untraced(people)),
			await other.call('POST', path, untraced(people)),
		];
		expect(at(one.body, 'results')).toEqual(at(two.body, 'results'));
		await other.close();
	});
});

describe('update', () => {
	it('writes the known and reports the unknown ids together, without trace ids', async () => {
		const inputs = ['101', '998', '999'].map((id) => ({
			id,
			properties: { webinar_count: 2 },
			objectWriteTraceId: id,
		}));
		const answer = await batch('update', { inputs });
		expect(answer).toMatchObject({
			status: 207,
			body: {
				numErrors: 1,
				errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['998', '999'] } }],
				results: [{ id: '101', properties: { webinar_count: '2' } }],
			},
		});
	});

	it('without trace ids writes nothing when one value is refused', async () => {
		const inputs = [
			{ id: '101', properties: { webinar_count: 2 } },
			{ id: '102', properties: { webinar_count: 'two' } },
		];
		expect((await batch('update', { inputs })).status).toBe(400);
		expect(portal.side.contacts.get('101')?.properties.webinar_count).toBeUndefined();
	});

	it('refuses an archived contact, a duplicate and a taken address', async () => {
		const archived = await batch('update', { inputs: [{ id: '103', properties: {} }] });
		expect(archived.status).toBe(207);
		const twice = await batch('update', {
			inputs: [
				{ id: '101', properties: {} },
				{ id: '101', properties: {} },
			],
		});
		expect(twice.status).toBe(400);
		const taken = await batch('update', {
			inputs: [{ id: '101', properties: { email: 'bob@home.example' } }],
		});
		expect(taken.status).toBe(409);
	});

	it('swaps a primary address with one of the contact itself', async () => {
		const inputs = [{ id: '102', properties: { email: 'bob@home.example' } }];
		expect((await batch('update', { inputs })).status).toBe(200);
		expect(portal.side.contacts.get('102')).toMatchObject({
			email: 'bob@home.example',
			additionalEmails: ['bob@example.com'],
		});
	});
});

describe('upsert', () => {
	it('says which one is new and leaves what was not sent', async () => {
		const inputs = ['ADA@example.com', 'new@example.com'].map((id) => ({
			idProperty: 'email',
			id,
			properties: { phone: '1' },
		}));
		const answer = await batch('upsert', { inputs });
		expect(answer.status).toBe(200);
		const results = asList(at(answer.body, 'results'));
		expect(results.find(({ id }) => id === '101')).toMatchObject({ new: false });
		expect(results.find(({ id }) => id !== '101')).toMatchObject({ new: true });
		expect(portal.side.contacts.get('101')?.properties).toMatchObject({
			firstname: 'Ada',
			phone: '1',
		});
	});

	it('refuses a property whose values are not unique', async () => {
		const inputs = [{ idProperty: 'firstname', id: 'Ada', properties: {} }];
		expect(await batch('upsert', { inputs })).toMatchObject({
			status: 400,
			body: { message: 'Unable to perform update/upsert by non-unique 0-1 property firstname' },
		});
	});
});

describe('read', () => {
	const read = (ids: string[], properties: string[], query = '', idProperty = 'email') =>
		batch('read', { idProperty, properties, inputs: ids.map((id) => ({ id })) }, query);

	it('finds by secondary address and answers asked properties and the three constant ones', async () => {
		const answer = await read([' BOB@home.example'], ['email', 'phone', 'no_such_thing']);
		expect(answer.status).toBe(200);
		expect(Object.keys(asRecord(at(answer.body, 'results', 0, 'properties'))).sort()).toEqual([
			'createdate',
			'email',
			'hs_object_id',
			'lastmodifieddate',
			'phone',
		]);
	});

	it('gives a contact once for two of its addresses', async () => {
		const answer = await read(['bob@home.example', 'bob@example.com'], []);
		expect(asList(at(answer.body, 'results'))).toHaveLength(1);
		expect(answer.status).toBe(200);
	});

	it('keeps archived and live contacts apart, and forgets after 90 days', async () => {
		const live = await read(['gone@example.com', 'ada@example.com'], []);
		expect(live).toMatchObject({ status: 207, body: { results: [{ id: '101' }] } });
		const archived = await read(
			['gone@example.com', 'ada@example.com', 'long.gone@example.com'],
			['email'],
			'?archived=true',
		);
		expect(archived).toMatchObject({
			status: 207,
			body: {
				results: [{ id: '103', archived: true, properties: { email: 'gone@example.com' } }],
				errors: [{ context: { ids: ['ada@example.com', 'long.gone@example.com'] } }],
			},
		});
		portal.advance(90 * 24 * 3_600_000);
		const later = await read(['gone@example.com'], [], '?archived=true');
		expect(later).toMatchObject({ status: 207, body: { results: [] } });
	});

	it('sees what a test changed by hand', async () => {
		const ada = portal.side.contacts.get('101');
		if (ada === undefined) throw new Error('no Ada');
		expect((await read(['ada@home.example'], [])).status).toBe(207);
		ada.additionalEmails.push('ada@home.example');
		expect((await read(['ada@home.example'], [])).status).toBe(200);
		ada.archivedAt = '2026-11-20T00:00:00.000Z';
		expect((await read(['ada@home.example'], [])).status).toBe(207);
		portal.side.contacts.delete('102');
		expect((await read(['bob@example.com'], [])).status).toBe(207);
	});

	it('takes record ids too', async () => {
		const answer = await read(['101', '7'], [], '', 'hs_object_id');
		expect(answer).toMatchObject({ status: 207, body: { results: [{ id: '101' }] } });
	});
});
