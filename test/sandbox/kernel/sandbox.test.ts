import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import { world as marketoWorld } from '../marketo/testing/world';
import { accessToken, get } from '../zoom/proof/call';
import { IDS, NOW, world } from '../zoom/proof/world';

describe('the sandbox as a whole', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox({ world: world() });
	});
	afterEach(() => sandbox.close());

	const control = (path: string, body: unknown): Promise<Response> =>
		fetch(`${sandbox.url}/control${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});

	it("starts its clock at the world's moment and jumps forward only", async () => {
		const start = Date.parse(NOW);
		expect(sandbox.now()).toBeGreaterThanOrEqual(start);
		sandbox.advance(86_400_000);
		expect(sandbox.now()).toBeGreaterThanOrEqual(start + 86_400_000);
		expect(() => sandbox.advance(-1)).toThrow(RangeError);
		const answer = await control('/clock', { advanceSeconds: 3600 });
		const { now }: { now: string } = await answer.json();
		expect(now.slice(0, 13)).toBe('2026-11-21T18');
	});

	it('writes both vendors into the books, unknown routes too, and nothing of the control', async () => {
		const token = await accessToken(sandbox);
		await get(sandbox, token, '/users');
		await get(sandbox, token, '/nowhere');
		await fetch(`${sandbox.hubspotBaseUrl}/nowhere`);
		await control('/clock', { advanceSeconds: 0 });
		const seen = sandbox.books.entries.map(({ vendor, path, route }) => [vendor, path, route]);
		expect(seen).toEqual([
			['zoom', '/oauth/token', '/oauth/token'],
			['zoom', '/users', '/users'],
			['zoom', '/nowhere', 'unknown'],
			['hubspot', '/nowhere', 'unknown'],
		]);
		const books = await (await fetch(`${sandbox.url}/control/books`)).json();
		expect(books).toMatchObject({
			calls: { zoom: 3, hubspot: 1, marketo: 0 },
			writes: { zoom: 0, hubspot: 0, marketo: 0 },
			entries: sandbox.books.entries,
		});
	});

	it('puts the vendor words of an injected limit on the wire', async () => {
		const token = await accessToken(sandbox);
		sandbox.addFault({
			vendor: 'zoom',
			match: /^GET \/users$/,
			fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
		});
		const refused = await get(sandbox, token, '/users');
		expect(refused).toMatchObject({ status: 429, body: { code: 429 } });
		expect(refused.headers.get('x-ratelimit-category')).toBe('Medium');
		expect(refused.headers.get('x-zm-trackingid')).toMatch(/^WEB_/);
		expect((await get(sandbox, token, '/users')).status).toBe(200);
	});

	it('sends the event of the session that ended last, when asked over HTTP', async () => {
		// Any address that answers does: the sandbox itself.
		const to = `${sandbox.zoomBaseUrl}/receiver`;
		const answer = await control('/webinar-ended', { to });
		expect(await answer.json()).toMatchObject({ attempts: 1, status: 404 });
		expect(sandbox.books.entries.at(-1)).toMatchObject({
			path: '/receiver',
			request: { event: 'webinar.ended', payload: { object: { uuid: IDS.mainSession } } },
		});
		await control('/webinar-ended', { to, webinarId: IDS.late });
		expect(sandbox.books.entries.at(-1)).toMatchObject({
			request: { payload: { object: { id: String(IDS.late) } } },
		});
		expect((await control('/webinar-ended', { to, webinarId: 1 })).status).toBe(404);
		expect((await control('/webinar-ended', {})).status).toBe(400);
	});

	it('plays Marketo where the world has one, and says so where it has none', async () => {
		expect(() => sandbox.marketo).toThrow("The sandbox's world has no Marketo");
		const withMarketo = await startSandbox({ world: { ...world(), marketo: marketoWorld() } });
		const answer = await fetch(`${withMarketo.marketoBaseUrl}/rest/v1/lead/1.json`);
		expect(await answer.json()).toMatchObject({ success: false, errors: [{ code: '601' }] });
		expect(withMarketo.marketo.leads.size).toBeGreaterThan(0);
		const books = await (await fetch(`${withMarketo.url}/control/books`)).json();
		expect(books).toMatchObject({ calls: { marketo: 1 }, writes: { marketo: 0 } });
		await withMarketo.close();
	});
});
