/** HubSpot's own client drives marketing events, attendance and participations. */
import { startPortal, type TestPortal } from './testing/portal';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());

const ACCOUNT = 'zoom-1';

function event(externalEventId: string) {
	return {
		externalAccountId: ACCOUNT,
		externalEventId,
		eventName: 'Growing tomatoes',
		eventOrganizer: 'Garden Ltd',
		eventType: 'WEBINAR',
		startDateTime: new Date('2026-11-20T16:00:00Z'),
		endDateTime: new Date('2026-11-20T17:00:00Z'),
		customProperties: [],
	};
}

it('makes, reads, changes, completes, cancels, finds and deletes events', async () => {
	const { basicApi, batchApi, changePropertyApi, identifiersApi } = portal.client.marketing.events;
	const created = await basicApi.create(event('e1'));
	expect(created.objectId).toBe(portal.side.events[0]?.objectId);
	const again = await basicApi.upsert('e1', { ...event('e1'), eventName: 'Renamed' });
	expect(again.objectId).toBe(created.objectId);
	const batch = await batchApi.upsert({ inputs: [event('e2'), event('e3')] });
	expect(batch.results).toHaveLength(2);
	const renamed = await basicApi.update('e2', ACCOUNT, {
		eventName: 'Second',
		customProperties: [],
	});
	expect(renamed.eventName).toBe('Second');
	const details = await basicApi.getDetails('e1', ACCOUNT);
	expect(details).toMatchObject({ eventName: 'Renamed', registrants: 0, noShows: 0 });
	expect(details.startDateTime).toEqual(new Date('2026-11-20T16:00:00Z'));
	await changePropertyApi.complete('e1', ACCOUNT, {
		startDateTime: new Date('2026-11-20T16:05:00Z'),
		endDateTime: new Date('2026-11-20T17:05:00Z'),
	});
	expect(portal.side.events[0]).toMatchObject({ completed: true, cancelled: false });
	const cancelled = await changePropertyApi.cancel('e2', ACCOUNT);
	expect(cancelled.eventCancelled).toBe(true);
	const found = await identifiersApi.doSearch('e3');
	expect(found.results).toMatchObject([{ externalAccountId: ACCOUNT, externalEventId: 'e3' }]);
	const identifiers = await identifiersApi.searchPortalEvents('e3');
	expect(identifiers).toMatchObject({
		total: 1,
		results: [{ marketingEventName: event('').eventName }],
	});
	expect((await basicApi.getAll(undefined, 2)).results).toHaveLength(2);
	await basicApi.archive('e3', ACCOUNT);
	await expect(basicApi.getDetails('e3', ACCOUNT)).rejects.toMatchObject({ code: 404 });
	// The client's own method for this throws on every answer, whatever its status.
	const deleted = await portal.client.apiRequest({
		method: 'POST',
		path: '/marketing/marketing-events/2026-03/events/delete',
		body: { inputs: [{ appId: 1, externalAccountId: ACCOUNT, externalEventId: 'e2' }] },
	});
	expect(deleted.status).toBe(204);
	expect(portal.side.events.map(({ externalEventId }) => externalEventId)).toEqual(['e1']);
});

it('works by record id too', async () => {
	const { basicApi, batchApi } = portal.client.marketing.events;
	const { objectId = '' } = await basicApi.create(event('e1'));
	const changed = await basicApi.updateByObjectId(objectId, {
		eventName: 'By id',
		customProperties: [],
	});
	expect(changed.eventName).toBe('By id');
	const updated = await batchApi.updateByObjectId({
		inputs: [{ objectId, eventName: 'By batch', customProperties: [] }],
	});
	expect(updated.results).toHaveLength(1);
	expect((await basicApi.getByObjectId(objectId)).eventName).toBe('By batch');
	await batchApi.archiveByObjectId({ inputs: [{ objectId }] });
	await expect(basicApi.getByObjectId(objectId)).rejects.toMatchObject({ code: 404 });
	const other = await basicApi.create(event('e2'));
	await basicApi.archiveByObjectId(other.objectId ?? '');
	expect(portal.side.events).toHaveLength(0);
});

it('records attendance in four ways and reads it back', async () => {
	const { basicApi, addEventAttendeesApi, retrieveParticipantStateApi } =
		portal.client.marketing.events;
	const { objectId = '' } = await basicApi.create(event('e1'));
	const moment = Date.parse('2026-11-20T16:00:00Z');
	const vid = (id: number) => ({
		inputs: [{ vid: id, interactionDateTime: moment, properties: {} }],
	});
	const email = (address: string) => ({
		inputs: [
			{ email: address, interactionDateTime: moment, properties: {}, contactProperties: {} },
		],
	});
	await addEventAttendeesApi.recordByContactIds('e1', 'register', vid(101), ACCOUNT);
	await addEventAttendeesApi.recordByContactId(objectId, 'register', vid(102));
	await addEventAttendeesApi.recordByContactEmails(
		'e1',
		'attend',
		email('Bob@Example.com'),
		ACCOUNT,
	);
	const made = await addEventAttendeesApi.recordByEmail(
		objectId,
		'cancel',
		email('new@example.com'),
	);
	expect(made.results[0]?.email).toBe('new@example.com');

	const counters = { attended: 1, registered: 0, cancelled: 1, noShows: 1 };
	const byExternalId = await retrieveParticipantStateApi.getParticipationsCountersByEventExternalId(
		ACCOUNT,
		'e1',
	);
	expect(byExternalId).toMatchObject(counters);
	const byRecordId = await retrieveParticipantStateApi.getParticipationsCountersByMarketingEventId(
		Number(objectId),
	);
	expect(byRecordId).toMatchObject(counters);
	const breakdown = await retrieveParticipantStateApi.getParticipationsBreakdownByExternalEventId(
		ACCOUNT,
		'e1',
		undefined,
		'ATTENDED',
	);
	expect(breakdown).toMatchObject({
		total: 1,
		results: [{ associations: { contact: { contactId: '102', email: 'bob@example.com' } } }],
	});
	const ofContact = await retrieveParticipantStateApi.getParticipationsBreakdownByContactId('101');
	expect(ofContact.results[0]?.properties).toMatchObject({ attendanceState: 'NO_SHOW' });
	const page = await retrieveParticipantStateApi.getParticipationsBreakdownByMarketingEventId(
		Number(objectId),
		undefined,
		undefined,
		2,
	);
	expect(page.results).toHaveLength(2);
	expect(page.paging?.next?.after).toBeDefined();
});

it('answers the dated paths to the same client', async () => {
	const body = { ...event('dated'), startDateTime: '2026-11-20T16:00:00Z', endDateTime: null };
	const put = await portal.client.apiRequest({
		method: 'PUT',
		path: '/marketing/marketing-events/2026-09/events/dated',
		body,
	});
	expect(put.status).toBe(200);
	const read = await portal.client.apiRequest({
		path: '/marketing/marketing-events/2026-03/events/dated',
		qs: { externalAccountId: ACCOUNT },
	});
	const answer: unknown = await read.json();
	expect(answer).toMatchObject({ startDateTime: '2026-11-20T16:00:00.000Z', endDateTime: null });
});
