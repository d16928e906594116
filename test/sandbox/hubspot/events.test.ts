/** Marketing events: identity, required fields, custom properties, status. */
import { startPortal, type TestPortal } from './testing/portal';
import { asRecord, at } from './testing/values';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());

const ME = '/marketing/marketing-events/2026-09';
const event = (more: Record<string, unknown> = {}) => ({
	externalAccountId: 'acc',
	externalEventId: '123',
	eventName: 'Growing tomatoes',
	eventOrganizer: 'Garden Ltd',
	eventType: 'WEBINAR',
	startDateTime: '2026-11-20T18:00:00Z',
	endDateTime: '2026-11-20T19:00:00Z',
	customProperties: [],
	...more,
});
const put = (body: unknown, id = '123') => portal.call('PUT', `${ME}/events/${id}`, body);
const read = (query = '?externalAccountId=acc') => portal.call('GET', `${ME}/events/123${query}`);

it('PUT makes an event once and then changes it', async () => {
	const first = await put(event());
	const second = await put(event({ eventName: 'Peppers', eventDescription: undefined }));
	expect(first.status).toBe(200);
	expect(at(second.body, 'objectId')).toBe(at(first.body, 'objectId'));
	expect(portal.side.events).toHaveLength(1);
	expect(portal.side.events[0]?.fields).toMatchObject({ eventName: 'Peppers' });
});

it('keeps the same external id of two accounts apart', async () => {
	await put(event());
	await put(event({ externalAccountId: 'other' }));
	expect(portal.side.events).toHaveLength(2);
	const identifiers = await portal.call('GET', `${ME}/123/identifiers`);
	expect(identifiers.body).toMatchObject({ total: 2 });
});

it('wants the account in the query, and names an event it does not have', async () => {
	await put(event());
	expect(await read('')).toMatchObject({
		status: 400,
		body: { message: 'externalAccountId is required' },
	});
	expect(await read('?externalAccountId=other')).toMatchObject({
		status: 404,
		body: { category: 'OBJECT_NOT_FOUND', message: 'No marketing event found' },
	});
});

it.each(['eventName', 'eventOrganizer', 'externalAccountId', 'customProperties'])(
	'PUT without %s is refused and makes nothing',
	async (name) => {
		const answer = await put(event({ [name]: undefined }));
		expect(answer.status).toBe(400);
		expect(String(at(answer.body, 'message'))).toContain(name);
		expect(portal.side.events).toHaveLength(0);
	},
);

it('refuses a date that is none, and makes nothing', async () => {
	expect((await put(event({ startDateTime: 'tomorrow' }))).status).toBe(400);
	expect(portal.side.events).toHaveLength(0);
	const inputs = [event(), event({ externalEventId: '124', endDateTime: '2026-99-99T00:00:00Z' })];
	expect((await portal.call('POST', `${ME}/events/upsert`, { inputs })).status).toBe(400);
	expect(portal.side.events).toHaveLength(0);
});

it('POST of an event that exists is a conflict', async () => {
	expect((await portal.call('POST', `${ME}/events`, event())).status).toBe(200);
	expect((await portal.call('POST', `${ME}/events`, event())).status).toBe(409);
});

it('drops custom properties that marketing events do not have', async () => {
	const definition = {
		name: 'platform',
		label: 'Platform',
		groupName: 'marketing_event_information',
		type: 'string',
		fieldType: 'text',
	};
	await portal.call('POST', '/crm/v3/properties/0-54', definition);
	const customProperties = [
		{ name: 'platform', value: 'zoom' },
		{ name: 'unheard_of', value: '1' },
	];
	await put(event({ customProperties }));
	expect(at((await read()).body, 'customProperties')).toEqual([
		{ name: 'platform', value: 'zoom' },
	]);
});

it('PATCH changes what it names and wants customProperties', async () => {
	await put(event());
	const patch = (body: unknown) =>
		portal.call('PATCH', `${ME}/events/123?externalAccountId=acc`, body);
	expect((await patch({ eventName: 'New' })).status).toBe(400);
	expect((await patch({ eventName: 'New', customProperties: [] })).status).toBe(200);
	expect((await read()).body).toMatchObject({ eventName: 'New', eventOrganizer: 'Garden Ltd' });
});

it('moves from upcoming over ongoing to past, and cancelled wins', async () => {
	const objectId = String(at((await put(event())).body, 'objectId'));
	const status = async () =>
		at((await portal.call('GET', `${ME}/${objectId}`)).body, 'eventStatus');
	expect(await status()).toBe('UPCOMING');
	portal.advance(3_600_000);
	expect(await status()).toBe('ONGOING');
	portal.advance(3_600_000);
	expect(await status()).toBe('PAST');
	await portal.call('POST', `${ME}/events/123/cancel?externalAccountId=acc`);
	expect(await status()).toBe('CANCELLED');
});

it('complete wants both times and sets them', async () => {
	await put(event());
	const complete = (body: unknown) =>
		portal.call('POST', `${ME}/events/123/complete?externalAccountId=acc`, body);
	expect((await complete({ startDateTime: '2026-11-20T18:01:00Z' })).status).toBe(400);
	expect(portal.side.events[0]?.completed).toBe(false);
	const times = { startDateTime: '2026-11-20T18:01:00Z', endDateTime: '2026-11-20T18:59:00Z' };
	expect((await complete(times)).status).toBe(200);
	expect((await read()).body).toMatchObject({
		eventCompleted: true,
		startDateTime: '2026-11-20T18:01:00.000Z',
		endDateTime: '2026-11-20T18:59:00.000Z',
	});
});

it('refuses a record id that is no number', async () => {
	const answer = await portal.call('GET', `${ME}/participations/e-1`);
	expect(answer).toMatchObject({
		status: 400,
		body: { message: 'Unable to parse value for path parameter: marketingEventId' },
	});
});

it('takes external ids with signs that a path has to escape', async () => {
	const id = '123:a/b+c==';
	await put(event({ externalEventId: id }), encodeURIComponent(id));
	expect(portal.side.events[0]?.externalEventId).toBe(id);
	const path = `${ME}/events/${encodeURIComponent(id)}?externalAccountId=acc`;
	expect(asRecord((await portal.call('GET', path)).body).externalEventId).toBe(id);
});
