/** Actions of legacy apps are configured by calls. */
import { Client } from '@hubspot/api-client';
import { startPortal, type TestPortal } from '../testing/portal';
import { asRecord } from '../testing/values';
import { addContactToWebinar, OAUTH_APP, startReceiver } from './testing';

const ORIGIN = 'https://n8n.example.com';
const KEY = OAUTH_APP.developerApiKey ?? '';
const { isPublished, supportedClients, ...FORM } = addContactToWebinar(ORIGIN).config;
const EGG = { ...FORM, published: isPublished };
const PATH = `/automation/actions/2026-09/${OAUTH_APP.appId}`;

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal({ world: { oauthApp: { ...OAUTH_APP } } });
});
afterEach(() => portal.close());

const call = async (method: string, path: string, body?: unknown, query = `?hapikey=${KEY}`) => {
	const answer = await fetch(`${portal.url}${path}${query}`, {
		method,
		headers: { 'content-type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await answer.text();
	const parsed: unknown = text === '' ? undefined : JSON.parse(text);
	return { status: answer.status, body: parsed };
};

it("is created, read, listed and archived by the vendor's own client", async () => {
	const client = new Client({
		developerApiKey: KEY,
		basePath: portal.url,
		numberOfApiCallRetries: 0,
	});
	const { definitionsApi } = client.automation.actions;
	const created = await definitionsApi.create(OAUTH_APP.appId, Object(EGG));
	expect(created).toMatchObject({ revisionId: '1', published: true, actionUrl: EGG.actionUrl });
	const read = await definitionsApi.getById(created.id, OAUTH_APP.appId);
	expect(read.labels.en?.actionName).toBe('Add contact to webinar');
	const listed = await definitionsApi.getPage(OAUTH_APP.appId);
	expect(listed.results.map(({ id }) => id)).toEqual([created.id]);
	await definitionsApi.archive(created.id, OAUTH_APP.appId);
	expect((await definitionsApi.getPage(OAUTH_APP.appId)).results).toEqual([]);
	expect((await definitionsApi.getPage(OAUTH_APP.appId, 10, undefined, true)).results).toHaveLength(
		1,
	);
	await expect(definitionsApi.getById(created.id, OAUTH_APP.appId)).rejects.toMatchObject({
		code: 404,
	});
});

it('counts a revision with every change, and refuses a bad one', async () => {
	const created = asRecord((await call('POST', PATH, EGG)).body);
	const one = `${PATH}/${String(created.id)}`;
	expect(await call('PATCH', one, { actionUrl: `${ORIGIN}/other` })).toMatchObject({
		status: 200,
		body: { id: created.id, revisionId: '2', actionUrl: `${ORIGIN}/other` },
	});
	expect(await call('PATCH', one, { actionUrl: 'http://n8n.example.com' })).toMatchObject({
		status: 400,
		body: { message: 'actionUrl must be an https URL' },
	});
	expect((await call('GET', one)).body).toMatchObject({
		revisionId: '2',
		actionUrl: `${ORIGIN}/other`,
	});
	expect((await call('POST', PATH, addContactToWebinar(ORIGIN))).status).toBe(400);
	expect(supportedClients).toHaveLength(1);
});

it('lets a workflow call the action as it is now', async () => {
	const receiver = await startReceiver();
	const { workflows } = portal.side;
	const action = workflows.defineAction({ ...EGG, actionUrl: `${receiver.url}/old` });
	await call('PATCH', `${PATH}/${action.id}`, { actionUrl: `${receiver.url}/new` });
	await workflows.enroll({ action, contactId: '101' }).settled();
	expect(receiver.received[0]).toMatchObject({ url: '/new' });
	expect(receiver.received[0]?.json()).toMatchObject({ origin: { actionDefinitionVersion: 2 } });
	await receiver.close();
});

it('is open to the developer only: by key, or by a token of the app itself', async () => {
	expect((await call('GET', PATH, undefined, '')).status).toBe(401);
	expect((await call('GET', PATH, undefined, '?hapikey=other')).status).toBe(401);
	expect((await portal.call('GET', PATH)).status).toBe(403);
	const answer = await fetch(`${portal.url}/oauth/2026-03/token`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: OAUTH_APP.clientId,
			client_secret: OAUTH_APP.clientSecret,
		}),
	});
	const token = String(asRecord(await answer.json()).access_token);
	expect((await portal.call('GET', PATH, undefined, token)).status).toBe(200);
	const foreign = await portal.call('GET', '/automation/v4/actions/1', undefined, token);
	expect(foreign.status).toBe(404);
	// The key opens nothing else.
	expect((await call('GET', '/account-info/2026-09/details')).status).toBe(401);
});
