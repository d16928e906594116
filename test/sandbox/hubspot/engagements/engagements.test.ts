/** Calls, notes and meetings: HubSpot's own client drives them; plain requests look at the rest. */
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/objects/calls';
import { startPortal, type TestPortal } from '../testing/portal';
import { at } from '../testing/values';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());

const CALLS = '/crm/objects/2026-09/calls';
const call = (more: Record<string, unknown> = {}) => ({
	hs_timestamp: '2026-11-20T16:00:00Z',
	hs_call_title: 'Webinar recording',
	hs_call_source: 'INTEGRATIONS_PLATFORM',
	hs_call_status: 'COMPLETED',
	hs_call_duration: '3600000',
	...more,
});
const with_ = (id: string, associationTypeId: number) => ({
	to: { id },
	types: [{ associationCategory: Category.HubspotDefined, associationTypeId }],
});
const post = (properties: unknown, associations?: unknown) =>
	portal.call('POST', CALLS, { properties, associations });
const create = (inputs: unknown[]) => portal.call('POST', `${CALLS}/batch/create`, { inputs });

describe("by the vendor's client", () => {
	it('makes a call with its contact, reads, changes, lists and archives it', async () => {
		const { basicApi } = portal.client.crm.objects.calls;
		const made = await basicApi.create({ properties: call(), associations: [with_('101', 194)] });
		expect([...(portal.side.calls.get(made.id)?.contacts.keys() ?? [])]).toEqual(['101']);
		const read = await basicApi.getById(made.id, ['hs_timestamp'], [], ['contacts']);
		expect(read.properties.hs_timestamp).toBe('2026-11-20T16:00:00.000Z');
		expect(read.associations?.contacts?.results).toMatchObject([
			{ id: '101', type: 'call_to_contact' },
		]);
		await basicApi.update(made.id, { properties: { hs_call_title: 'Renamed' } });
		expect(portal.side.calls.get(made.id)?.properties.hs_call_title).toBe('Renamed');
		expect((await basicApi.getPage()).results.map(({ id }) => id)).toEqual([made.id]);
		await basicApi.archive(made.id);
		await expect(basicApi.getById(made.id)).rejects.toMatchObject({ code: 404 });
		expect((await basicApi.getPage()).results).toEqual([]);
	});

	it('makes, reads, changes and archives notes in batches', async () => {
		const { batchApi } = portal.client.crm.objects.notes;
		const note = (body: string) => ({
			properties: { hs_timestamp: '1795190400000', hs_note_body: body },
			associations: [with_('102', 202)],
		});
		const made = await batchApi.create({ inputs: [note('one'), note('two')] });
		const ids = made.results.map(({ id }) => id);
		expect(ids).toHaveLength(2);
		const [first = ''] = ids;
		await batchApi.update({ inputs: [{ id: first, properties: { hs_note_body: 'new' } }] });
		const read = await batchApi.read({
			properties: ['hs_note_body'],
			propertiesWithHistory: [],
			inputs: [{ id: first }, { id: '1' }],
		});
		expect(read).toMatchObject({
			numErrors: 1,
			results: [{ properties: { hs_note_body: 'new' } }],
		});
		await batchApi.archive({ inputs: [{ id: first }] });
		expect(portal.side.notes.get(first)?.archivedAt).toBeDefined();
	});

	it('makes a meeting', async () => {
		const properties = { hs_timestamp: '2026-11-20T16:00:00Z', hs_meeting_outcome: 'COMPLETED' };
		const made = await portal.client.crm.objects.meetings.basicApi.create({
			properties,
			associations: [with_('101', 200)],
		});
		expect(portal.side.meetings.get(made.id)?.properties).toMatchObject({
			hs_meeting_outcome: 'COMPLETED',
		});
	});

	it('finds a call once the index has seen it', async () => {
		const { basicApi, searchApi } = portal.client.crm.objects.calls;
		await basicApi.create({ properties: call({ hs_call_title: 'Q4' }), associations: [] });
		const search = () => searchApi.doSearch({ query: 'q4', properties: ['hs_call_title'] });
		expect((await search()).total).toBe(0);
		portal.advance(2000);
		expect(await search()).toMatchObject({
			total: 1,
			results: [{ properties: { hs_call_title: 'Q4' } }],
		});
	});
});

it.each(['/crm/v3/objects/calls', '/crm/objects/2026-03/0-48', '/crm/objects/2026-09/calls'])(
	'answers under %s',
	async (path) => {
		const made = await portal.call('POST', path, { properties: call() });
		expect(made.status).toBe(201);
		const id = String(at(made.body, 'id'));
		expect((await portal.call('GET', `${path}/${id}`)).status).toBe(200);
	},
);

it('wants a time', async () => {
	expect(await post(call({ hs_timestamp: undefined }))).toMatchObject({
		status: 400,
		body: { category: 'VALIDATION_ERROR', context: { properties: ['hs_timestamp'] } },
	});
	expect(portal.side.calls.size).toBe(0);
});

it.each([
	[{ hs_call_source: 'ZOOM' }, 'INVALID_OPTION'],
	[{ hs_call_status: 'DONE' }, 'INVALID_OPTION'],
	[{ hs_call_direction: 'UP' }, 'INVALID_OPTION'],
	[{ hs_call_recording_url: 'http://a.example/b.mp4' }, 'INVALID_URL'],
	[{ hs_call_duration: 'an hour' }, 'INVALID_INTEGER'],
	[{ hs_call_body: 'x'.repeat(65_537) }, 'INVALID_LENGTH'],
	[{ never_heard_of: '1' }, 'PROPERTY_DOESNT_EXIST'],
	[{ hs_note_body: 'of another type' }, 'PROPERTY_DOESNT_EXIST'],
])('refuses %j with %s', async (wrong, code) => {
	const answer = await post(call(wrong));
	expect(answer).toMatchObject({ status: 400, body: { errors: [{ code }] } });
	expect(portal.side.calls.size).toBe(0);
});

it('takes a secure recording URL and the longest text', async () => {
	const answer = await post(
		call({ hs_call_recording_url: 'https://a.example/b.mp4', hs_call_body: 'x'.repeat(65_536) }),
	);
	expect(answer.status).toBe(201);
});

it.each([
	['a contact that is not there', with_('999', 194), { INVALID_OBJECT_IDS: ['CONTACT=999'] }],
	['the type of the other direction', with_('101', 193), { INVALID_ASSOCIATION_TYPE: ['193'] }],
])('refuses %s, and makes nothing', async (_what, association, context) => {
	expect(await post(call(), [association])).toMatchObject({ status: 400, body: { context } });
	expect(portal.side.calls.size).toBe(0);
});

it('makes all of a batch or nothing, unless every input has a trace id', async () => {
	const good = { properties: call() };
	const bad = { properties: call({ hs_timestamp: '' }) };
	expect((await create([good, bad])).status).toBe(400);
	expect(portal.side.calls.size).toBe(0);
	const answer = await create([
		{ ...good, objectWriteTraceId: 'a' },
		{ ...bad, objectWriteTraceId: 'b' },
		{ ...good, objectWriteTraceId: 'c', associations: [with_('999', 194)] },
	]);
	expect(answer.status).toBe(207);
	expect(answer.body).toMatchObject({ numErrors: 2, results: [{ objectWriteTraceId: 'a' }] });
	const traces = [0, 1].map((index) =>
		at(answer.body, 'errors', index, 'context', 'objectWriteTraceId'),
	);
	expect(traces).toEqual([['b'], ['c']]);
});

it('has properties of its own, and takes more of them', async () => {
	const own = {
		name: 'n8n_webinar_key',
		label: 'Webinar',
		groupName: 'call',
		type: 'string',
		fieldType: 'text',
	};
	expect((await portal.call('POST', '/crm/properties/2026-09/calls', own)).status).toBe(201);
	const names = at((await portal.call('GET', '/crm/v3/properties/0-48')).body, 'results');
	expect(names).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ name: 'hs_call_recording_url' }),
			expect.objectContaining({ name: 'n8n_webinar_key' }),
		]),
	);
	expect((await post(call({ n8n_webinar_key: 'zoom:1' }))).status).toBe(201);
});

it('needs the scopes of contacts', async () => {
	portal.world.scopes = ['crm.objects.contacts.read'];
	expect((await post(call())).status).toBe(403);
});
