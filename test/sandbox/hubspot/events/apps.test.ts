/** Marketing events belong to the app that made them. */
import { clientFor, startPortal, ALL_SCOPES, type TestPortal } from '../testing/portal';
import { asRecord, at } from '../testing/values';

const BACK = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const EVENT_SCOPES = ['crm.objects.marketing_events.read', 'crm.objects.marketing_events.write'];
const OAUTH_APP = {
	appId: 4210286,
	name: 'Webinars (n8n)',
	clientId: 'client-0001',
	clientSecret: '8d1f3c1e-0000-4000-8000-0123456789ab',
	scopes: ['oauth', ...EVENT_SCOPES],
	redirectUris: [BACK],
};
const START = Date.parse('2026-11-20T16:00:00Z');

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal({
		world: {
			scopes: [...ALL_SCOPES, 'crm.lists.read', 'crm.lists.write'],
			oauthApp: OAUTH_APP,
			foreignEvents: [
				{
					externalAccountId: 'zoom-native',
					externalEventId: '81234567890',
					fields: { eventName: 'Growing tomatoes', startDateTime: '2026-11-20T16:00:00Z' },
					participations: [
						{ contactId: '101', verb: 'register', interactionDateTime: START - 1000 },
						{
							contactId: '102',
							verb: 'attend',
							interactionDateTime: START,
							joinedAt: '2026-11-20T16:00:00Z',
							leftAt: '2026-11-20T16:30:00Z',
						},
					],
				},
			],
		},
	});
});
afterEach(() => portal.close());

const ME = '/marketing/marketing-events/2026-09';
const event = (externalEventId: string, more: Record<string, unknown> = {}) => ({
	externalAccountId: 'acc',
	externalEventId,
	eventName: 'Growing peppers',
	eventOrganizer: 'Garden Ltd',
	customProperties: [],
	...more,
});
const put = (body: { externalEventId: string }, token?: string) =>
	portal.call('PUT', `${ME}/events/${body.externalEventId}`, body, token);
const foreignId = () => portal.side.events[0]?.objectId ?? '';

async function signIn(): Promise<string> {
	const query = new URLSearchParams({
		client_id: OAUTH_APP.clientId,
		redirect_uri: BACK,
		scope: OAUTH_APP.scopes.join(' '),
	});
	const consent = await fetch(`${portal.url}/oauth/authorize?${query}`, { redirect: 'manual' });
	const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
	const answer = await fetch(`${portal.url}/oauth/2026-03/token`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			client_id: OAUTH_APP.clientId,
			client_secret: OAUTH_APP.clientSecret,
			redirect_uri: BACK,
			code,
		}),
	});
	return String(asRecord(await answer.json()).access_token);
}

it('hides events of another app behind their external ids, whatever is asked', async () => {
	const ids = 'zoom-native/81234567890';
	const query = '?externalAccountId=zoom-native';
	for (const [method, path] of [
		['GET', `${ME}/events/81234567890${query}`],
		['POST', `${ME}/events/81234567890/cancel${query}`],
		['DELETE', `${ME}/events/81234567890${query}`],
		['GET', `${ME}/participations/${ids}`],
		['GET', `${ME}/participations/${ids}/breakdown`],
	] as const) {
		expect(await portal.call(method, path)).toMatchObject({
			status: 404,
			body: { message: 'No marketing event found' },
		});
	}
	const search = await portal.call('GET', `${ME}/events/search?q=81234567890`);
	expect(search.body).toEqual({ results: [] });
});

it('shows them by record id, with their people', async () => {
	expect((await portal.call('GET', `${ME}/${foreignId()}`)).body).toMatchObject({
		appInfo: { name: 'Zoom' },
		eventName: 'Growing tomatoes',
		registrants: 1,
		attendees: 1,
	});
	const breakdown = await portal.call('GET', `${ME}/participations/${foreignId()}/breakdown`);
	expect(breakdown.body).toMatchObject({
		total: 2,
		results: [
			{ properties: { attendanceState: 'REGISTERED' } },
			{ properties: { attendanceState: 'ATTENDED', attendanceDurationSeconds: 1800 } },
		],
	});
});

it('lets every app write to them by record id', async () => {
	const path = `${ME}/${foreignId()}/attendance/attend/create`;
	const inputs = [{ vid: 101, interactionDateTime: START, properties: {} }];
	expect((await portal.call('POST', path, { inputs })).status).toBe(200);
	const { basicApi } = portal.client.marketing.events;
	await basicApi.updateByObjectId(foreignId(), { eventName: 'Renamed', customProperties: [] });
	expect(portal.side.events[0]).toMatchObject({ fields: { eventName: 'Renamed' } });
	expect(portal.side.events[0]?.activities).toHaveLength(3);
	await basicApi.archiveByObjectId(foreignId());
	expect(portal.side.events).toHaveLength(0);
});

it('finds events of all apps by their external id', async () => {
	await put(event('81234567890'));
	const { identifiersApi } = portal.client.marketing.events;
	const found = await identifiersApi.searchPortalEvents('81234567890');
	expect(found.results.map(({ appInfo }) => appInfo?.name).sort()).toEqual(['Service key', 'Zoom']);
});

it('finds a new event only after a while', async () => {
	portal.world.identifierDelayMs = 120_000;
	await put(event('new'));
	const total = async () => at((await portal.call('GET', `${ME}/new/identifiers`)).body, 'total');
	expect(await total()).toBe(0);
	portal.advance(120_000);
	expect(await total()).toBe(1);
});

it('keeps the events of the service key and of the OAuth app apart', async () => {
	const token = await signIn();
	await put(event('e1'));
	await put(event('e1'), token);
	expect(portal.side.events.map(({ app }) => app?.name)).toEqual([
		'Zoom',
		'Service key',
		'Webinars (n8n)',
	]);
	const own = await clientFor(portal.url, token).marketing.events.identifiersApi.doSearch('e1');
	expect(own.results).toMatchObject([{ appId: OAUTH_APP.appId }]);
	const query = '?externalAccountId=acc';
	await portal.call('DELETE', `${ME}/events/e1${query}`, undefined, token);
	expect(await portal.call('GET', `${ME}/events/e1${query}`, undefined, token)).toMatchObject({
		status: 404,
	});
	expect((await portal.call('GET', `${ME}/events/e1${query}`)).status).toBe(200);
});

it('keeps custom properties that a write does not name, and clears those it empties', async () => {
	for (const name of ['n8n_platform', 'n8n_recording']) {
		const definition = {
			name,
			label: name,
			groupName: 'marketing_event_information',
			type: 'string',
			fieldType: 'text',
		};
		const answer = await portal.call('POST', '/crm/properties/2026-09/0-54', definition);
		expect(answer.status).toBe(201);
	}
	const custom = (name: string, value: string) => ({ customProperties: [{ name, value }] });
	const values = async () => {
		const answer = await portal.call('GET', `${ME}/events/e1?externalAccountId=acc`);
		return at(answer.body, 'customProperties');
	};
	await put(event('e1', custom('n8n_platform', 'zoom')));
	await put(event('e1', custom('n8n_recording', 'https://a.example/')));
	await put(event('e1'));
	expect(await values()).toEqual([
		{ name: 'n8n_platform', value: 'zoom' },
		{ name: 'n8n_recording', value: 'https://a.example/' },
	]);
	await put(event('e1', custom('n8n_platform', '')));
	expect(await values()).toEqual([{ name: 'n8n_recording', value: 'https://a.example/' }]);
});

it('ties lists to an event, by both its ids', async () => {
	await put(event('e1'));
	const objectId = portal.side.events[1]?.objectId ?? '';
	const { listsApi, membershipsApi } = portal.client.crm.lists;
	const { list } = await listsApi.create({
		name: 'Attendees',
		objectTypeId: '0-1',
		processingType: 'MANUAL',
	});
	const added = await membershipsApi.add(list.listId, ['101', '999']);
	expect(added).toMatchObject({ recordsIdsAdded: ['101'], recordIdsMissing: ['999'] });
	const { listAssociationsApi } = portal.client.marketing.events;
	await listAssociationsApi.associateByMarketingEventId(objectId, list.listId);
	await listAssociationsApi.associateByExternalAccountAndEventIds('acc', 'e1', list.listId);
	const tied = await listAssociationsApi.getAllByMarketingEventId(objectId);
	expect(tied).toMatchObject({ total: 1, results: [{ name: 'Attendees', size: 1 }] });
	await listAssociationsApi.disassociateByMarketingEventId(objectId, list.listId);
	expect(portal.side.events[1]?.listIds).toEqual([]);
	const nowhere = await portal.call('PUT', `${ME}/associations/${objectId}/lists/1`);
	expect(nowhere.status).toBe(404);
	const merged = portal.side.merge('101', '102');
	expect([...(portal.side.lists.get(list.listId)?.members ?? [])]).toEqual([merged]);
});
