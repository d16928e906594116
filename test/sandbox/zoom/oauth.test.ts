import { createHash } from 'node:crypto';
import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import type { ZoomWorld } from '../world';
import { accessToken, get, twice } from './proof/call';
import { HOST, IDS, UNLICENSED, world } from './proof/world';
import { MEETING_ID, MEETING_SESSION, recordedWorld } from './recordings/testing';

const BACK = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const USER_SCOPES = [
	'user:read:user',
	'webinar:read:list_webinars',
	'webinar:read:webinar',
	'webinar:read:list_past_participants',
	'meeting:read:meeting',
	'cloud_recording:read:list_recording_files',
	'cloud_recording:read:list_user_recordings',
];

describe('sign-in of a General app', () => {
	let sandbox: Sandbox;

	/** The app is Hanna's unless a test gives it to somebody else. */
	async function start(over: { userId?: string; scopes?: string[] } = {}): Promise<void> {
		const zoom = recordedWorld({
			generalApp: {
				clientId: 'general-0001',
				clientSecret: 'general-secret-0001',
				userId: HOST.id,
				scopes: USER_SCOPES,
				...over,
			},
		});
		sandbox = await startSandbox({ world: world(zoom) });
	}
	afterEach(() => sandbox.close());

	async function authorize(over: Record<string, string> = {}): Promise<Response> {
		const query = new URLSearchParams({
			response_type: 'code',
			client_id: 'general-0001',
			redirect_uri: BACK,
			state: 'state-1',
			...over,
		});
		return await fetch(`${sandbox.zoomBaseUrl}/oauth/authorize?${query}`, { redirect: 'manual' });
	}

	async function code(over: Record<string, string> = {}): Promise<string> {
		const response = await authorize(over);
		const back = new URL(response.headers.get('location') ?? '');
		expect([response.status, back.origin + back.pathname]).toEqual([302, BACK]);
		expect(back.searchParams.get('state')).toBe('state-1');
		return back.searchParams.get('code') ?? '';
	}

	async function ask(fields: Record<string, string>, secret = 'general-secret-0001') {
		const basic = Buffer.from(`general-0001:${secret}`).toString('base64');
		const response = await fetch(`${sandbox.zoomBaseUrl}/oauth/token`, {
			method: 'POST',
			headers: { authorization: `Basic ${basic}` },
			body: new URLSearchParams(fields),
		});
		const body: Record<string, unknown> = await response.json();
		return { status: response.status, body };
	}

	const redeem = async (over: Record<string, string> = {}, asked: Record<string, string> = {}) =>
		await ask({
			grant_type: 'authorization_code',
			code: await code(asked),
			redirect_uri: BACK,
			...over,
		});

	const userToken = async (): Promise<string> => String((await redeem()).body.access_token);

	it('leads back with a code that is good once and for five minutes', async () => {
		await start();
		const given = await code();
		const fields = { grant_type: 'authorization_code', code: given, redirect_uri: BACK };
		expect(await ask(fields)).toMatchObject({
			status: 200,
			body: {
				token_type: 'bearer',
				expires_in: 3600,
				scope: USER_SCOPES.join(' '),
				refresh_token: expect.any(String),
				api_url: sandbox.zoomBaseUrl,
			},
		});
		expect(await ask(fields)).toMatchObject({ status: 400, body: { code: 4734 } });
		const late = await code();
		sandbox.advance(5 * 60_000);
		expect(await ask({ ...fields, code: late })).toMatchObject({ body: { code: 4733 } });
		expect(await redeem({ redirect_uri: 'https://evil.example/' })).toMatchObject({
			body: { code: 4709 },
		});
	});

	it('takes no scopes in the address, they are fixed in the app', async () => {
		await start();
		const refused = await authorize({ scope: 'user:read:user webinar:read:webinar' });
		expect([refused.status, await refused.json()]).toEqual([
			400,
			{ reason: 'invalid scope', error: 'invalid_scope' },
		]);
		expect((await authorize({ scope: '' })).status).toBe(302);
	});

	it('refuses strangers, wrong secrets and addresses that are none', async () => {
		await start();
		expect((await authorize({ client_id: 'client-0001' })).status).toBe(400);
		expect((await authorize({ redirect_uri: 'nowhere' })).status).toBe(400);
		expect((await authorize({ response_type: 'token' })).status).toBe(400);
		const wrong = await ask({ grant_type: 'client_credentials' }, 'wrong');
		expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
		const account = await ask({ grant_type: 'account_credentials', account_id: 'acc-0001' });
		expect(account).toMatchObject({ body: { error: 'unsupported_grant_type' } });
	});

	it('checks the proof of the code where one was promised', async () => {
		await start();
		const verifier = 'a-verifier-of-some-length-that-nobody-guesses';
		const challenge = createHash('sha256').update(verifier).digest('base64url');
		const asked = { code_challenge: challenge, code_challenge_method: 'S256' };
		expect((await redeem({ code_verifier: verifier }, asked)).status).toBe(200);
		expect((await redeem({ code_verifier: 'other' }, asked)).status).toBe(400);
		expect((await redeem({}, asked)).status).toBe(400);
	});

	it('gives a new refresh token each time and takes the old one no more', async () => {
		await start();
		const first = String((await redeem()).body.refresh_token);
		const refresh = (token: string) => ask({ grant_type: 'refresh_token', refresh_token: token });
		const second = await refresh(first);
		expect(second.status).toBe(200);
		expect(second.body.refresh_token).not.toBe(first);
		expect(await refresh(first)).toMatchObject({
			status: 400,
			body: { reason: 'Invalid Token!', code: 4741 },
		});
		sandbox.advance(90 * 24 * 3_600_000);
		expect((await refresh(String(second.body.refresh_token))).status).toBe(400);
	});

	it('gives no token to an app that is deactivated', async () => {
		await start();
		sandbox.zoom.disabledApps.add('general-0001').add('client-0001');
		const disabled = {
			status: 400,
			body: { code: 4717, reason: expect.stringMatching(/disabled/) },
		};
		expect(await ask({ grant_type: 'client_credentials' })).toMatchObject(disabled);
		expect((await authorize()).status).toBe(400);
		await expect(accessToken(sandbox)).rejects.toThrow(/disabled/);
	});

	it('ends when the token is revoked', async () => {
		await start();
		const token = await userToken();
		expect((await get(sandbox, token, '/users/me')).status).toBe(200);
		const basic = Buffer.from('general-0001:general-secret-0001').toString('base64');
		const revoked = await fetch(`${sandbox.zoomBaseUrl}/oauth/revoke`, {
			method: 'POST',
			headers: { authorization: `Basic ${basic}` },
			body: new URLSearchParams({ token }),
		});
		expect(await revoked.json()).toEqual({ status: 'success' });
		expect((await get(sandbox, token, '/users/me')).status).toBe(401);
	});

	it('acts as its user, who is me', async () => {
		await start();
		const token = await userToken();
		expect((await get(sandbox, token, '/users/me')).body).toMatchObject({ email: HOST.email });
		const listed = await get(sandbox, token, '/users/me/webinars');
		expect(listed.body).toMatchObject({ total_records: 3 });
		expect((await get(sandbox, token, `/users/${HOST.email}/webinars`)).status).toBe(200);
		expect((await get(sandbox, token, `/webinars/${IDS.main}`)).status).toBe(200);
		expect((await get(sandbox, token, `/meetings/${MEETING_ID}/recordings`)).status).toBe(200);
		expect((await get(sandbox, token, '/users/me/recordings')).status).toBe(200);
	});

	it('keeps out of what belongs to others', async () => {
		await start({ userId: UNLICENSED.id });
		const token = await userToken();
		const closed = { status: 403, body: { message: expect.stringContaining('has not permitted') } };
		for (const path of [
			`/users/${HOST.id}`,
			`/users/${HOST.email}/webinars`,
			`/webinars/${IDS.main}`,
			`/past_webinars/${twice(IDS.mainSession)}/participants`,
			`/meetings/${MEETING_ID}`,
			`/meetings/${IDS.main}/recordings`,
			`/meetings/${twice(MEETING_SESSION)}/recordings`,
		]) {
			expect(await get(sandbox, token, path)).toMatchObject(closed);
		}
		expect((await get(sandbox, token, '/webinars/123')).status).toBe(404);
	});

	it('sees the whole account with an admin scope', async () => {
		await start({ userId: UNLICENSED.id, scopes: ['webinar:read:webinar:admin'] });
		expect((await get(sandbox, await userToken(), `/webinars/${IDS.main}`)).status).toBe(200);
	});

	it("downloads its user's recordings only", async () => {
		await start();
		const admin = await accessToken(sandbox);
		const { body } = await get(sandbox, admin, `/meetings/${IDS.main}/recordings`);
		const [file] = Object(body).recording_files;
		const typeWith = async (token: string) => {
			const headers = { authorization: `Bearer ${token}` };
			const response = await fetch(file.download_url, { headers });
			await response.body?.cancel();
			return response.headers.get('content-type');
		};
		expect(await typeWith(await userToken())).toBe('video/mp4');
		const { generalApp }: ZoomWorld = sandbox.zoom.world;
		if (generalApp) generalApp.userId = UNLICENSED.id;
		expect(await typeWith(await userToken())).toContain('text/html');
	});

	it('has no me for a server-to-server app', async () => {
		await start();
		expect(await get(sandbox, await accessToken(sandbox), '/users/me')).toMatchObject({
			status: 404,
			body: { code: 1001 },
		});
	});

	it('keeps tokens out of the books', async () => {
		await start();
		const { body } = await redeem();
		const books = JSON.stringify(
			sandbox.books.entries.map(({ request, response }) => [request, response]),
		);
		expect(books).not.toContain(String(body.access_token));
		expect(books).not.toContain(String(body.refresh_token));
	});
});
