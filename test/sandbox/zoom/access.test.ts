import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import type { ZoomWorld } from '../world';
import { accessToken, askToken, get } from './proof/call';
import { HOST, IDS, SCOPES, UNLICENSED, world } from './proof/world';

describe('what Zoom asks before it answers', () => {
	let sandbox: Sandbox;
	let token: string;

	async function start(zoom: Partial<ZoomWorld> = {}, limits = true): Promise<void> {
		sandbox = await startSandbox({ world: world(zoom), limits });
		token = await accessToken(sandbox);
	}

	afterEach(() => sandbox.close());

	it('refuses wrong credentials of the token request', async () => {
		await start();
		expect(await askToken(sandbox, { secret: 'wrong' })).toMatchObject({
			status: 400,
			body: { reason: 'Invalid client_id or client_secret', error: 'invalid_client' },
		});
		expect(await askToken(sandbox, { accountId: 'other' })).toMatchObject({
			status: 400,
			body: { error: 'invalid_request' },
		});
		expect(await askToken(sandbox, { grantType: 'client_credentials' })).toMatchObject({
			status: 400,
			body: { error: 'unsupported_grant_type' },
		});
	});

	it('takes the grant in the query too and names scopes and API host', async () => {
		await start();
		const basic = Buffer.from('client-0001:secret-0001').toString('base64');
		const response = await fetch(
			`${sandbox.zoomBaseUrl}/oauth/token?grant_type=account_credentials&account_id=acc-0001`,
			{ method: 'POST', headers: { authorization: `Basic ${basic}` } },
		);
		expect(await response.json()).toMatchObject({
			token_type: 'bearer',
			expires_in: 3600,
			scope: SCOPES.join(' '),
			api_url: sandbox.zoomBaseUrl,
		});
	});

	it('keeps tokens and secrets out of the books', async () => {
		await start();
		const books = JSON.stringify(sandbox.books.entries);
		expect(sandbox.books.calls('zoom').map((entry) => entry.route)).toEqual(['/oauth/token']);
		expect(books).not.toContain(token);
		expect(books).not.toContain('secret-0001');
	});

	it('lets tokens expire by its own clock, and revokes them', async () => {
		await start();
		expect((await get(sandbox, token, '/users')).status).toBe(200);
		sandbox.advance(3_600_000);
		expect(await get(sandbox, token, '/users')).toMatchObject({
			status: 401,
			body: { code: 124, message: 'Access token is expired.' },
		});
		const next = await accessToken(sandbox);
		expect((await get(sandbox, next, '/users')).status).toBe(200);
		sandbox.zoom.revokeTokens();
		expect(await get(sandbox, next, '/users')).toMatchObject({ status: 401, body: { code: 124 } });
	});

	it('names the scopes of which one is missing', async () => {
		await start({ scopes: ['user:read:list_users:admin'] });
		expect((await get(sandbox, token, '/users')).status).toBe(200);
		expect(await get(sandbox, token, `/webinars/${IDS.main}/registrants`)).toMatchObject({
			status: 400,
			body: {
				code: 4711,
				message:
					'Invalid access token, does not contain scopes:[webinar:read:list_registrants, webinar:read:list_registrants:admin].',
			},
		});
		// A scope that is added later comes with the next token only.
		sandbox.zoom.world.scopes.push('webinar:read:list_registrants:admin');
		expect((await get(sandbox, token, `/webinars/${IDS.main}/registrants`)).status).toBe(400);
		const next = await accessToken(sandbox);
		expect((await get(sandbox, next, `/webinars/${IDS.main}/registrants`)).status).toBe(200);
	});

	it('refuses unknown users, me, hosts without the webinar plan and accounts that do not pay', async () => {
		await start();
		for (const user of ['me', 'nobody@example.com']) {
			expect(await get(sandbox, token, `/users/${user}/webinars`)).toMatchObject({
				status: 404,
				body: { code: 1001, message: `User does not exist: ${user}.` },
			});
		}
		const plan = {
			status: 400,
			body: { code: 200, message: expect.stringContaining('Webinar plan is missing.') },
		};
		expect(await get(sandbox, token, `/users/${UNLICENSED.id}/webinars`)).toMatchObject(plan);
		expect(await get(sandbox, token, `/webinars/${IDS.unlicensed}`)).toMatchObject(plan);
		sandbox.zoom.world.plan = 'free';
		expect(await get(sandbox, token, `/report/webinars/${IDS.main}`)).toMatchObject({
			status: 400,
			body: { code: 200, message: 'Only available for Paid or ZMP account: acc-0001.' },
		});
	});

	it('limits the account per second and per label', async () => {
		await start({ plan: 'free' });
		const absentees = `/past_webinars/${IDS.main}/absentees`;
		const answers = await Promise.all(
			Array.from({ length: 8 }, () => get(sandbox, token, absentees)),
		);
		const refused = answers.filter((answer) => answer.status === 429);
		expect(refused.length).toBeGreaterThan(0);
		expect(refused[0]?.body).toEqual({
			code: 429,
			message: 'You have reached the maximum per-second rate limit for this API. Try again later.',
		});
		expect(refused[0]?.headers.get('x-ratelimit-category')).toBe('Heavy');
		expect(refused[0]?.headers.get('x-ratelimit-type')).toBe('QPS');
		expect(refused[0]?.headers.get('retry-after')).toBeNull();

		sandbox.advance(1000);
		const after = await get(sandbox, token, absentees);
		expect(after.status).toBe(200);
		expect(after.headers.get('x-ratelimit-category')).toBe('Heavy');
	});

	it('does not limit where the sandbox was told so', async () => {
		await start({ plan: 'free' }, false);
		const path = `/users/${HOST.id}/webinars`;
		const answers = await Promise.all(Array.from({ length: 8 }, () => get(sandbox, token, path)));
		expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
	});
});
