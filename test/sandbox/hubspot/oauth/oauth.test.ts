/** Sign-in of the portal's OAuth app, and what its tokens may do. */
import { startPortal, type TestPortal } from '../testing/portal';
import { asRecord } from '../testing/values';

const BACK = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const SCOPES = ['oauth', 'crm.objects.contacts.read', 'automation'];
const APP = {
	appId: 4210286,
	name: 'Webinars (n8n)',
	clientId: 'client-0001',
	clientSecret: '8d1f3c1e-0000-4000-8000-0123456789ab',
	scopes: SCOPES,
	optionalScopes: ['crm.objects.marketing_events.read'],
	redirectUris: [BACK],
	developerApiKey: 'developer-key-0001',
};
const DETAILS = '/account-info/2026-09/details';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal({ world: { oauthApp: { ...APP, scopes: [...SCOPES] } } });
});
afterEach(() => portal.close());

const authorize = (over: Record<string, string> = {}) => {
	const query = new URLSearchParams({
		client_id: APP.clientId,
		redirect_uri: BACK,
		scope: SCOPES.join(' '),
		state: 'state-1',
		...over,
	});
	return fetch(`${portal.url}/oauth/authorize?${query}`, { redirect: 'manual' });
};

async function code(over: Record<string, string> = {}): Promise<string> {
	const response = await authorize(over);
	const back = new URL(response.headers.get('location') ?? '');
	expect([response.status, back.origin + back.pathname]).toEqual([302, BACK]);
	expect(back.searchParams.get('state')).toBe('state-1');
	return back.searchParams.get('code') ?? '';
}

async function post(path: string, fields: Record<string, string>, query = '') {
	const response = await fetch(`${portal.url}${path}${query}`, {
		method: 'POST',
		body: new URLSearchParams({
			client_id: APP.clientId,
			client_secret: APP.clientSecret,
			...fields,
		}),
	});
	const text = await response.text();
	const body: unknown = text === '' ? undefined : JSON.parse(text);
	return { status: response.status, body };
}

const ask = (fields: Record<string, string>, version = '2026-03') =>
	post(`/oauth/${version}/token`, fields);

const redeem = async (version = '2026-03', asked: Record<string, string> = {}) =>
	ask({ grant_type: 'authorization_code', code: await code(asked), redirect_uri: BACK }, version);

async function tokens(): Promise<{ access: string; refresh: string }> {
	const { access_token, refresh_token } = asRecord((await redeem()).body);
	return { access: String(access_token), refresh: String(refresh_token) };
}

const refresh = (refreshToken: string, version?: string) =>
	ask({ grant_type: 'refresh_token', refresh_token: refreshToken }, version);

it.each(['v1', 'v3', '2026-03', '2026-09'])('gives tokens by %s', async (version) => {
	const granted = await redeem(version);
	expect(granted).toEqual({
		status: 200,
		body: {
			token_type: 'bearer',
			access_token: expect.any(String),
			refresh_token: expect.stringMatching(/^na1-/),
			expires_in: 1800,
			hub_id: 44237313,
			scopes: SCOPES,
			user_id: 501,
		},
	});
	const token = String(asRecord(granted.body).access_token);
	expect((await portal.call('GET', DETAILS, undefined, token)).status).toBe(200);
});

it("satisfies the vendor's own client", async () => {
	const { tokensApi } = portal.client.oauth;
	const given = await tokensApi.create(
		'authorization_code',
		await code(),
		BACK,
		APP.clientId,
		APP.clientSecret,
	);
	expect(given.expiresIn).toBe(1800);
	const next = await tokensApi.create(
		'refresh_token',
		undefined,
		undefined,
		APP.clientId,
		APP.clientSecret,
		given.refreshToken,
	);
	expect(next.accessToken).not.toBe(given.accessToken);
	expect(next.refreshToken).toBe(given.refreshToken);
});

it.each([
	['a stranger', { client_id: 'client-0002' }, /client ID is unknown/],
	['another way back', { redirect_uri: `${BACK}/` }, /redirect URL/],
	['no scope', { scope: '' }, /scope mismatch/],
	['too few scopes', { scope: 'oauth' }, /scope mismatch/],
	['a foreign scope', { scope: [...SCOPES, 'files'].join(' ') }, /scope mismatch/],
	['a foreign optional scope', { optional_scope: 'files' }, /scope mismatch/],
])('shows an error page to %s', async (_what, over, words) => {
	const refused = await authorize(over);
	expect([refused.status, await refused.text()]).toEqual([400, expect.stringMatching(words)]);
});

it('grants optional scopes that are asked for', async () => {
	const granted = await redeem('v3', { optional_scope: 'crm.objects.marketing_events.read' });
	expect(granted.body).toMatchObject({ scopes: [...SCOPES, 'crm.objects.marketing_events.read'] });
});

it('leaves out optional scopes that the account does not have, and refuses required ones', async () => {
	const optional = { optional_scope: 'crm.objects.marketing_events.read' };
	const app = portal.world.oauthApp;
	if (app) app.unavailableScopes = ['crm.objects.marketing_events.read'];
	expect((await redeem('v3', optional)).body).toMatchObject({ scopes: SCOPES });
	app?.unavailableScopes?.push('automation');
	const refused = await authorize(optional);
	expect([refused.status, await refused.text()]).toEqual([
		400,
		expect.stringMatching(/does not have access to all required scopes/),
	]);
});

it('takes a code once, soon, and for the same way back', async () => {
	const given = await code();
	const fields = { grant_type: 'authorization_code', code: given, redirect_uri: BACK };
	const refused = { status: 400, body: { error: 'invalid_grant', status: 'BAD_AUTH_CODE' } };
	expect((await ask(fields)).status).toBe(200);
	expect(await ask(fields)).toMatchObject(refused);
	const late = await code();
	portal.advance(10 * 60_000);
	expect(await ask({ ...fields, code: late })).toMatchObject(refused);
	const elsewhere = { ...fields, code: await code(), redirect_uri: 'http://127.0.0.1/' };
	expect(await ask(elsewhere)).toMatchObject({
		status: 400,
		body: { error: 'invalid_grant', status: 'MISMATCH_REDIRECT_URI_AUTH_CODE' },
	});
});

it.each([
	[{ client_id: 'other' }, 'invalid_client', 'BAD_CLIENT_ID'],
	[{ client_secret: 'other' }, 'invalid_client', 'BAD_CLIENT_SECRET'],
	[{ grant_type: 'password' }, 'unsupported_grant_type', 'BAD_GRANT_TYPE'],
	[{ refresh_token: 'other' }, 'invalid_grant', 'BAD_REFRESH_TOKEN'],
])('refuses %j in the words of OAuth and of HubSpot', async (over, error, status) => {
	const fields = { grant_type: 'refresh_token', refresh_token: (await tokens()).refresh, ...over };
	const refused = await ask(fields);
	expect(refused).toMatchObject({ status: 400, body: { error, status } });
	const { message, error_description } = asRecord(refused.body);
	expect(error_description).toBe(message);
	const old = await ask(fields, 'v1');
	expect(old).toMatchObject({ status: 400, body: { status, message } });
	expect(old.body).not.toHaveProperty('error');
});

it('reads the address in v1 only, and takes no JSON', async () => {
	const { refresh: token } = await tokens();
	const query = `?grant_type=refresh_token&refresh_token=${token}`;
	expect((await post('/oauth/v1/token', {}, query)).status).toBe(200);
	expect(await post('/oauth/2026-09/token', {}, query)).toMatchObject({
		body: { status: 'BAD_GRANT_TYPE' },
	});
	for (const version of ['v1', '2026-03']) {
		const json = await portal.call('POST', `/oauth/${version}/token`, {
			grant_type: 'refresh_token',
		});
		expect(json.status).toBe(415);
	}
});

it('ends an access token after half an hour, and gives a new one for the same refresh token', async () => {
	const first = await tokens();
	portal.advance(1800_000 - 1);
	expect((await portal.call('GET', DETAILS, undefined, first.access)).status).toBe(200);
	portal.advance(3001);
	expect(await portal.call('GET', DETAILS, undefined, first.access)).toMatchObject({
		status: 401,
		body: {
			category: 'EXPIRED_AUTHENTICATION',
			message: 'The OAuth token used to make this call expired 3 second(s) ago.',
		},
	});
	const again = await refresh(first.refresh);
	expect(again.body).toMatchObject({ refresh_token: first.refresh });
	const token = String(asRecord(again.body).access_token);
	expect((await portal.call('GET', DETAILS, undefined, token)).status).toBe(200);
});

it('judges scopes by the token, as it was given', async () => {
	const { access } = await tokens();
	const events = '/marketing/marketing-events/2026-09';
	expect(await portal.call('GET', events, undefined, access)).toMatchObject({
		status: 403,
		body: { category: 'MISSING_SCOPES' },
	});
	expect((await portal.call('GET', events)).status).toBe(200);
	portal.world.oauthApp?.scopes.push('crm.objects.marketing_events.read');
	expect((await portal.call('GET', events, undefined, access)).status).toBe(403);
});

it('gives the app itself a token that sees no portal', async () => {
	const { body } = await ask({ grant_type: 'client_credentials' });
	expect(body).toMatchObject({ scopes: ['developers-read', 'developers-write'] });
	expect(body).not.toHaveProperty('refresh_token');
	const token = String(asRecord(body).access_token);
	const contacts = await portal.call('GET', '/crm/v3/objects/contacts', undefined, token);
	expect(contacts.status).toBe(403);
});

it('tells about tokens and revokes them', async () => {
	const { access, refresh: refreshToken } = await tokens();
	const introspect = (token: string, field = 'token') =>
		post('/oauth/2026-03/token/introspect', { [field]: token });
	expect((await introspect(access)).body).toMatchObject({
		active: true,
		token_use: 'access_token',
		hub_id: 44237313,
		app_id: APP.appId,
		user_id: 501,
		scopes: SCOPES,
		expires_in: 1800,
	});
	expect((await introspect(refreshToken, 'refresh_token')).body).toMatchObject({
		active: true,
		token_use: 'refresh_token',
	});
	expect((await post('/oauth/2026-09/token/revoke', { token: refreshToken })).status).toBe(200);
	expect((await introspect(refreshToken)).body).toEqual({ active: false });
	expect(await refresh(refreshToken)).toMatchObject({ body: { status: 'BAD_REFRESH_TOKEN' } });
	expect((await portal.call('GET', DETAILS, undefined, access)).status).toBe(200);
	await post('/oauth/v3/token/revoke', { access_token: access });
	expect((await portal.call('GET', DETAILS, undefined, access)).status).toBe(401);
});

it('can lose every token at once', async () => {
	const { access, refresh: refreshToken } = await tokens();
	portal.side.revokeTokens();
	expect((await portal.call('GET', DETAILS, undefined, access)).status).toBe(401);
	expect((await portal.call('GET', DETAILS)).status).toBe(200);
	expect((await refresh(refreshToken)).status).toBe(200);
	portal.side.revokeTokens({ refreshTokens: true });
	expect((await refresh(refreshToken)).status).toBe(400);
});

it('tells what a service key may do, whatever its scopes', async () => {
	portal.world.scopes = ['crm.objects.contacts.read'];
	const path = '/oauth/v2/private-apps/get/access-token-info';
	expect(await portal.call('POST', path, { tokenKey: portal.world.serviceKey })).toMatchObject({
		status: 200,
		body: { hubId: 44237313, userId: 501, appId: 19083857, scopes: portal.world.scopes },
	});
	expect((await portal.call('POST', path, { tokenKey: 'pat-na1-other' })).status).toBe(404);
	expect((await portal.call('POST', path, {})).status).toBe(400);
});

it('counts the limits of each app by itself', async () => {
	await portal.close();
	portal = await startPortal({ limits: true, world: { oauthApp: APP, tier: 'starter' } });
	const { access } = await tokens();
	for (let sent = 1; sent <= 110; sent += 1) {
		const { status, headers } = await portal.call('GET', DETAILS, undefined, access);
		expect([status, headers.get('x-hubspot-ratelimit-remaining')]).toEqual([200, `${110 - sent}`]);
		expect(headers.get('x-hubspot-ratelimit-daily')).toBeNull();
	}
	expect((await portal.call('GET', DETAILS, undefined, access)).status).toBe(429);
	expect((await portal.call('GET', DETAILS)).status).toBe(200);
});
