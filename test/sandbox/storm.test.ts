import { makeStory } from '../story';
import { startSandbox } from '.';
import type { Fault, Sandbox } from './contract';
import { createFaultPlan, type FaultCandidate } from './kernel/faults';
import { stormOf } from './storm';

const request = (over: Partial<FaultCandidate> = {}): FaultCandidate => ({
	vendor: 'hubspot',
	method: 'POST',
	path: '/crm/v3/objects/contacts/batch/read',
	query: '',
	body: '',
	...over,
});
const storm = (seed = 5, rate = 0.3) =>
	createFaultPlan(stormOf({ seed, rate, beyondTimeoutMs: 50 }));
const bodies = Array.from({ length: 200 }, (_, at) => `person ${at}`);

describe('a storm', () => {
	it('meets the same requests in whatever order they come, and whenever', () => {
		const at = (body: string, moment: string) => request({ body: `${body} ${moment}` });
		const [one, other] = [storm(), storm()];
		const first = bodies.map((body) => one.next(at(body, '2026-11-20T17:10:00Z')));
		const again = [...bodies].reverse().map((body) => other.next(at(body, '2027-01-01T00:00:00Z')));
		expect(again.reverse()).toEqual(first);
		expect(first.filter((fault) => fault !== undefined).length).toBeGreaterThan(30);
	});

	it('has for every vendor what only that one has', () => {
		const kindsOf = (vendor: FaultCandidate['vendor']) => {
			const plan = storm(1, 1);
			return new Set(bodies.map((body) => plan.next(request({ vendor, body }))?.kind));
		};
		expect(kindsOf('marketo')).toContain('marketoError');
		expect(kindsOf('adobeConnect')).toContain('adobeError');
		expect(kindsOf('zoom')).toContain('clock');
		expect(kindsOf('hubspot')).not.toContain('marketoError');
	});

	it('now and then outlasts all tries of a client, and ends', () => {
		const plan = storm(1, 1);
		const streaks = bodies.map((body) => {
			let hits = 0;
			while (plan.next(request({ body })) !== undefined) hits += 1;
			return hits;
		});
		expect(new Set(streaks)).toEqual(new Set([1, 7]));
	});

	it('leaves signing in alone', () => {
		const plan = storm(1, 1);
		expect(plan.next(request({ vendor: 'zoom', path: '/oauth/token' }))).toBeUndefined();
		expect(
			plan.next(request({ vendor: 'adobeConnect', path: '/api/xml?action=login' })),
		).toBeUndefined();
	});
});

describe('what a fault does to the vendor', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ world: makeStory({ seed: 1, registrants: 10 }).world });
	});
	afterAll(async () => await sandbox.close());

	async function ask(fault: Fault): Promise<Response> {
		const { clientId, clientSecret, accountId } = sandbox.zoom.world;
		const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
		const answer = await fetch(
			`${sandbox.zoomBaseUrl}/oauth/token?grant_type=account_credentials&account_id=${accountId}`,
			{ method: 'POST', headers: { authorization: `Basic ${basic}` } },
		);
		const { access_token: token } = (await answer.json()) as { access_token: string };
		sandbox.addFault({ vendor: 'zoom', fault });
		return await fetch(`${sandbox.zoomBaseUrl}/v2/users`, {
			headers: { authorization: `Bearer ${token}` },
		});
	}

	it('revokes the tokens before it looks at the request', async () => {
		expect((await ask({ kind: 'revoked' })).status).toBe(401);
		expect(sandbox.books.entries.at(-1)).toMatchObject({ status: 401, fault: 'revoked' });
	});

	it('passes midnight UTC, and with it the life of a token or not', async () => {
		const before = new Date(sandbox.now()).toISOString().slice(0, 10);
		await ask({ kind: 'clock', ms: 'pastMidnight' });
		expect(new Date(sandbox.now()).toISOString().slice(0, 10) > before).toBe(true);
		expect((await ask({ kind: 'clock', ms: 3_601_000 })).status).toBe(401);
		expect((await ask({ kind: 'clock', ms: 60_000 })).status).toBe(200);
	});

	it('names the right answer wrongly', async () => {
		const answer = await ask({ kind: 'contentType', type: 'text/plain' });
		expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
		expect(await answer.json()).toHaveProperty('users');
	});

	it('keeps an answer back', async () => {
		const start = performance.now();
		expect((await ask({ kind: 'late', ms: 40 })).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThanOrEqual(35);
	});

	it('refuses a registrant for today in words of the registrant', async () => {
		const answer = await ask({ kind: 'status', status: 429, policy: 'registrant' });
		expect(await answer.json()).toMatchObject({
			message: expect.stringContaining('for the registrant') as unknown,
		});
	});
});
