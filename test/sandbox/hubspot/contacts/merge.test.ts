/** Merged contacts, contacts deleted for good, and contacts made anew after they were deleted. */
import { startPortal, type TestPortal } from '../testing/portal';
import { at } from '../testing/values';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());

const V = '2026-09';
const CONTACTS = `/crm/objects/${V}/contacts`;
const ME = `/marketing/marketing-events/${V}`;

const event = (externalEventId: string) => ({
	externalAccountId: 'acc',
	externalEventId,
	eventName: 'Tomatoes',
	eventOrganizer: 'Garden Ltd',
	customProperties: [],
});

async function record(id: string, verb: string, vid: number, hour: number) {
	const path = `${ME}/attendance/${id}/${verb}/create?externalAccountId=acc`;
	const interactionDateTime = Date.parse('2026-11-20T00:00:00Z') + hour * 3_600_000;
	return portal.call('POST', path, { inputs: [{ vid, interactionDateTime, properties: {} }] });
}

const breakdownOf = (contact: string) =>
	portal.call('GET', `${ME}/participations/contacts/${contact}/breakdown`);

it('gives the merged contact a new id that the old ones lead to', async () => {
	const id = portal.side.merge('101', '102');
	expect(['101', '102']).not.toContain(id);
	for (const old of ['101', '102', id]) {
		const read = await portal.call('GET', `${CONTACTS}/${old}?properties=hs_additional_emails`);
		expect(read).toMatchObject({
			status: 200,
			body: { id, properties: { hs_additional_emails: 'bob@example.com;bob@home.example' } },
		});
	}
	const inputs = [{ id: '101' }, { id: '102' }];
	const batch = await portal.call('POST', `${CONTACTS}/batch/read`, { inputs });
	expect(batch).toMatchObject({ status: 200, body: { results: [{ id }] } });
	expect(portal.side.contactByEmail('bob@home.example')?.id).toBe(id);
	expect(
		(await portal.call('PATCH', `${CONTACTS}/101`, { properties: { phone: '1' } })).status,
	).toBe(200);
	expect(portal.side.contacts.get(id)?.properties.phone).toBe('1');
});

it('keeps the primary id where the portal preserves it, also through a second merge', async () => {
	portal.world.primaryIdPreservation = true;
	const made = await portal.call('POST', CONTACTS, { properties: { email: 'eve@example.com' } });
	const eve = String(at(made.body, 'id'));
	expect(portal.side.merge('101', '102')).toBe('101');
	expect(portal.side.merge('101', eve)).toBe('101');
	for (const old of ['102', eve]) {
		expect((await portal.call('GET', `${CONTACTS}/${old}`)).body).toMatchObject({ id: '101' });
	}
	expect(portal.side.contacts.get('101')?.mergedIds).toEqual(['102', eve]);
});

it('leads on through several merges to the newest id', async () => {
	const first = portal.side.merge('101', '102');
	const made = await portal.call('POST', CONTACTS, { properties: { email: 'eve@example.com' } });
	const second = portal.side.merge(String(at(made.body, 'id')), first);
	expect((await portal.call('GET', `${CONTACTS}/102`)).body).toMatchObject({ id: second });
});

it("keeps the primary's values, fills its gaps and takes the later lifecycle stage", async () => {
	await portal.call('PATCH', `${CONTACTS}/101`, {
		properties: { city: 'Rome', lifecyclestage: 'lead' },
	});
	await portal.call('PATCH', `${CONTACTS}/102`, {
		properties: { city: 'Oslo', phone: '12', lifecyclestage: 'customer' },
	});
	const merged = portal.side.contacts.get(portal.side.merge('101', '102'));
	expect(merged?.properties).toMatchObject({
		firstname: 'Ada',
		city: 'Rome',
		phone: '12',
		lifecyclestage: 'customer',
	});
	expect(merged?.email).toBe('ada@example.com');
});

it('unites both histories under the merged id', async () => {
	for (const id of ['one', 'two']) await portal.call('POST', `${ME}/events`, event(id));
	await record('one', 'register', 101, 1);
	await record('one', 'attend', 102, 2);
	await record('two', 'register', 102, 3);
	const id = portal.side.merge('101', '102');
	const all = await breakdownOf('102');
	expect(at(all.body, 'total')).toBe(2);
	expect(at(all.body, 'results', 0, 'associations', 'contact', 'contactId')).toBe(id);
	const counters = await portal.call('GET', `${ME}/participations/acc/one`);
	expect(counters.body).toMatchObject({ attended: 1, registered: 0 });
	// What is sent again for an old id is the merged contact's, and the same activity.
	expect((await record('one', 'attend', 102, 2)).body).toMatchObject({
		results: [{ vid: Number(id) }],
	});
	expect(portal.side.events[0]?.activities).toHaveLength(2);
});

it('moves calls to the merged contact', async () => {
	const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }];
	const made = await portal.call('POST', `/crm/objects/${V}/calls`, {
		properties: { hs_timestamp: '2026-11-20T16:00:00Z' },
		associations: ['101', '102'].map((id) => ({ to: { id }, types })),
	});
	const id = portal.side.merge('101', '102');
	const call = portal.side.calls.get(String(at(made.body, 'id')));
	expect([...(call?.contacts.keys() ?? [])]).toEqual([id]);
});

it('merges neither a contact with itself nor with one that is not there', async () => {
	const merge = (primaryObjectId: string, objectIdToMerge: string) =>
		portal.call('POST', `${CONTACTS}/merge`, { primaryObjectId, objectIdToMerge });
	expect((await merge('101', '101')).status).toBe(400);
	expect((await merge('101', '103')).status).toBe(404);
	expect((await merge('101', '')).status).toBe(404);
});

it('takes a deleted address for a new contact under a new id', async () => {
	portal.side.archive('101');
	const made = await portal.call('POST', CONTACTS, { properties: { email: 'ada@example.com' } });
	expect(made.status).toBe(201);
	expect(at(made.body, 'id')).not.toBe('101');
	expect((await portal.call('GET', `${CONTACTS}/101`)).status).toBe(404);
	expect((await portal.call('GET', `${CONTACTS}/101?archived=true`)).status).toBe(200);
});

it('blocks addresses that were deleted for good, known or not', async () => {
	const purge = (objectId: string, idProperty?: string) =>
		portal.call('POST', `${CONTACTS}/gdpr-delete`, { objectId, idProperty });
	expect((await purge('102')).status).toBe(204);
	expect((await purge('never@example.com', 'email')).status).toBe(204);
	expect((await purge('4711')).status).toBe(404);
	for (const email of ['bob@example.com', 'Bob@Home.example', 'never@example.com']) {
		expect(await portal.call('POST', CONTACTS, { properties: { email } })).toMatchObject({
			status: 400,
			body: { category: 'VALIDATION_ERROR' },
		});
	}
	expect((await portal.call('GET', `${CONTACTS}/102?archived=true`)).status).toBe(404);
	const change = { properties: { email: 'bob@example.com' } };
	expect((await portal.call('PATCH', `${CONTACTS}/101`, change)).status).toBe(400);
});

it('changes and reads a contact by its address', async () => {
	const path = `${CONTACTS}/${encodeURIComponent('Bob@home.example')}?idProperty=email`;
	expect((await portal.call('PATCH', path, { properties: { phone: '7' } })).body).toMatchObject({
		id: '102',
	});
	expect((await portal.call('GET', `${path}&properties=phone`)).body).toMatchObject({
		properties: { phone: '7' },
	});
});
