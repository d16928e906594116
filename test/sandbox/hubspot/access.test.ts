/** Token, scopes, limits, paths: what every call meets before its handler. */
import { LIMITS, RequestLimits } from './http/limits';
import { ALL_SCOPES, START, startPortal, type TestPortal } from './testing/portal';
import { asRecord } from './testing/values';

let portal: TestPortal;

afterEach(() => portal.close());

const DETAILS = '/account-info/2026-03/details';

describe('token and scopes', () => {
	beforeEach(async () => {
		portal = await startPortal();
	});

	it('answers account details to the service key only', async () => {
		const answer = await portal.call('GET', DETAILS);
		expect(answer).toMatchObject({
			status: 200,
			body: { portalId: 44237313, uiDomain: 'app.hubspot.com', utcOffset: '-05:00' },
		});
		const refused = await portal.call('GET', DETAILS, undefined, 'pat-na1-wrong');
		expect(refused).toMatchObject({
			status: 401,
			body: { status: 'error', category: 'INVALID_AUTHENTICATION' },
		});
		expect(asRecord(refused.body).correlationId).toMatch(/^[0-9a-f-]{36}$/);
	});

	it.each([
		['GET', '/crm/v3/objects/contacts', 'crm.objects.contacts.read'],
		['POST', '/crm/objects/2026-09/contacts/batch/create', 'crm.objects.contacts.write'],
		['POST', '/crm/objects/2026-09/contacts/batch/read', 'crm.objects.contacts.read'],
		['POST', '/crm/properties/2026-09/contacts/batch/create', 'crm.schemas.contacts.write'],
		['GET', '/settings/users/2026-03', 'settings.users.read'],
		['GET', '/crm/owners/2026-09', 'crm.objects.owners.read'],
		['PUT', '/marketing/marketing-events/2026-09/events/1', 'crm.objects.marketing_events.write'],
		['GET', '/marketing/marketing-events/2026-09', 'crm.objects.marketing_events.read'],
	])('%s %s without %s is 403', async (method, path, scope) => {
		portal.world.scopes = ALL_SCOPES.filter((one) => one !== scope);
		const answer = await portal.call(method, path, method === 'GET' ? undefined : { inputs: [] });
		expect(answer).toMatchObject({
			status: 403,
			body: {
				status: 'error',
				category: 'MISSING_SCOPES',
				message: 'One or more of the following scopes are required.',
				context: { requiredGranularScopes: expect.arrayContaining([scope]) },
			},
		});
	});
});

describe('paths', () => {
	beforeEach(async () => {
		portal = await startPortal();
	});

	it.each([
		...['/crm/v3/objects', '/crm/objects/2026-03', '/crm/objects/2026-09'].flatMap((root) => [
			`${root}/contacts/101`,
			`${root}/0-1/101`,
			`${root}/contacts/`,
		]),
		...['/crm/v3/owners', '/crm/owners/2026-03', '/crm/owners/2026-09/'],
		...['/settings/v3/users/', '/settings/users/2026-03'],
		...['/account-info/v3/details', '/account-info/2026-09/details'],
		...['v3', '2026-03', '2026-09'].map((version) =>
			version === 'v3'
				? '/crm/v3/properties/contacts/email'
				: `/crm/properties/${version}/contacts/email/`,
		),
		...['/marketing/v3/marketing-events/', '/marketing/marketing-events/2026-09'],
	])('GET %s answers', async (path) => {
		expect((await portal.call('GET', path)).status).toBe(200);
	});

	it('answers 404 off the paths and 405 for a wrong method', async () => {
		expect(await portal.call('GET', '/crm/v3/objects/nothing')).toMatchObject({
			status: 404,
			body: { status: 'error', category: 'OBJECT_NOT_FOUND' },
		});
		const wrong = await portal.call('PUT', '/marketing/marketing-events/2026-09/some-event', {});
		expect(wrong.status).toBe(405);
		const broken = await fetchRaw('{"inputs":');
		expect(broken).toMatchObject({ status: 400, body: { status: 'error' } });
	});

	async function fetchRaw(body: string) {
		const basePath = portal.client.config.basePath ?? '';
		const answer = await fetch(`${basePath}/crm/v3/objects/contacts/batch/read`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${portal.world.serviceKey}`,
				'content-type': 'application/json',
			},
			body,
		});
		const parsed: unknown = await answer.json();
		return { status: answer.status, body: parsed };
	}

	it('stands beside a router that ignores trailing slashes itself', async () => {
		const other = await startPortal({ routerOptions: { ignoreTrailingSlash: true } });
		expect((await other.call('GET', '/crm/v3/owners/')).status).toBe(200);
		await other.close();
	});
});

describe('limits', () => {
	it('refuses the request over the burst until the window has rolled on', async () => {
		portal = await startPortal({ limits: true, world: { tier: 'starter' } });
		const { burst } = LIMITS.starter;
		for (let sent = 1; sent <= burst; sent += 1) {
			const { status, headers } = await portal.call('GET', DETAILS);
			expect(status).toBe(200);
			expect(headers.get('x-hubspot-ratelimit-max')).toBe('100');
			expect(headers.get('x-hubspot-ratelimit-remaining')).toBe(String(burst - sent));
			expect(headers.get('x-hubspot-ratelimit-interval-milliseconds')).toBe('10000');
			expect(headers.get('x-hubspot-ratelimit-daily-remaining')).toBe(String(250_000 - sent));
		}
		expect(await portal.call('GET', DETAILS)).toMatchObject({
			status: 429,
			body: {
				status: 'error',
				errorType: 'RATE_LIMIT',
				policyName: 'TEN_SECONDLY_ROLLING',
				message: 'You have reached your ten_secondly_rolling limit.',
			},
		});
		portal.advance(9_999);
		expect((await portal.call('GET', DETAILS)).status).toBe(429);
		portal.advance(1);
		expect((await portal.call('GET', DETAILS)).status).toBe(200);
	});

	it('ends the day at midnight of the account', async () => {
		portal = await startPortal();
		const limits = new RequestLimits(() => 'starter');
		const startOfDay = Date.parse('2026-11-20T05:00:00Z');
		let now = startOfDay;
		for (let sent = 0; sent < LIMITS.starter.daily; sent += 1) {
			if (sent > 0 && sent % LIMITS.starter.burst === 0) now += 10_000;
			if (limits.take(now) !== null) throw new Error(`refused after ${sent}`);
		}
		expect(limits.take(now + 10_000)).toBe('DAILY');
		expect(limits.take(startOfDay + 24 * 3_600_000 - 1)).toBe('DAILY');
		expect(limits.take(startOfDay + 24 * 3_600_000)).toBeNull();
	});

	it('gives the larger tiers more', async () => {
		portal = await startPortal();
		const limits = new RequestLimits(() => 'enterprise');
		const now = Date.parse(START);
		for (let sent = 0; sent < 190; sent += 1) expect(limits.take(now)).toBeNull();
		expect(limits.take(now)).toBe('TEN_SECONDLY_ROLLING');
	});
});
