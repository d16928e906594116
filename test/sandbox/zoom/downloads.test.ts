import { createHash } from 'node:crypto';
import type { Sandbox } from '../contract';
import { startSandbox } from '../index';
import { accessToken, get, rows } from './proof/call';
import { IDS, world } from './proof/world';
import { recordedWorld, VIDEO } from './recordings/testing';

const BYTES = 3_000_001;

describe('files of recordings', () => {
	let sandbox: Sandbox;
	let token: string;

	beforeEach(async () => {
		sandbox = await startSandbox({ world: world(recordedWorld()) });
		token = await accessToken(sandbox);
	});
	afterEach(() => sandbox.close());

	async function downloadUrl(): Promise<string> {
		const answer = await get(sandbox, token, `/meetings/${IDS.main}/recordings`);
		return String(rows(answer, 'recording_files')[0]?.download_url);
	}

	const fetched = (url: string, bearer?: string, redirect: RequestRedirect = 'follow') =>
		fetch(url, {
			redirect,
			headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
		});

	async function expectLogin(response: Response): Promise<void> {
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(await response.text()).toContain('Sign In');
	}

	it('come after a redirect, with their length and always the same bytes', async () => {
		const url = await downloadUrl();
		expect(url.startsWith(`${sandbox.zoomBaseUrl}/rec/download/${VIDEO.id}.`)).toBe(true);
		const first = await fetched(url, token, 'manual');
		expect(first.status).toBe(302);
		const whole = await fetched(url, token);
		expect(whole.headers.get('content-type')).toBe('video/mp4');
		expect(whole.headers.get('content-length')).toBe(String(BYTES));
		const bytes = Buffer.from(await whole.arrayBuffer());
		expect(bytes).toHaveLength(BYTES);
		const again = Buffer.from(await (await fetched(await downloadUrl(), token)).arrayBuffer());
		const hash = (data: Buffer) => createHash('sha256').update(data).digest('hex');
		expect(hash(again)).toBe(hash(bytes));
	});

	it('are a page for people to sign in where the token is missing or wrong', async () => {
		const url = await downloadUrl();
		await expectLogin(await fetched(url));
		await expectLogin(await fetched(url, 'wrong'));
		// The token in the address has not counted since 2023.
		await expectLogin(await fetched(`${url}?access_token=${token}`));
		sandbox.zoom.revokeTokens();
		await expectLogin(await fetched(url, token));
	});

	it('ask for the token again after a redirect to the same host', async () => {
		const { headers } = await fetched(await downloadUrl(), token, 'manual');
		const next = new URL(String(headers.get('location')), sandbox.url).href;
		await expectLogin(await fetched(next));
		expect((await fetched(next, token)).headers.get('content-type')).toBe('video/mp4');
		expect(sandbox.zoom.leakedTokens).toEqual([]);
	});

	it('tell when another host was sent the token', async () => {
		sandbox.zoom.downloads.redirectTo = 'otherHost';
		const { headers } = await fetched(await downloadUrl(), token, 'manual');
		const next = String(headers.get('location'));
		expect(new URL(next).hostname).toBe('localhost');
		const good = await fetched(next);
		expect(good.headers.get('content-length')).toBe(String(BYTES));
		await good.body?.cancel();
		expect(sandbox.zoom.leakedTokens).toEqual([]);
		const leaking = await fetched(next, token);
		await leaking.body?.cancel();
		expect(sandbox.zoom.leakedTokens).toEqual([`Bearer ${token}`]);
	});

	it('come after as many redirects as a test wants', async () => {
		sandbox.zoom.downloads.redirects = 3;
		let url = await downloadUrl();
		const statuses: number[] = [];
		for (let hop = 0; hop < 4; hop += 1) {
			const response = await fetched(url, token, 'manual');
			statuses.push(response.status);
			await response.body?.cancel();
			url = new URL(response.headers.get('location') ?? '', url).href;
		}
		expect(statuses).toEqual([302, 302, 302, 200]);
		sandbox.zoom.downloads.redirects = 0;
		expect((await fetched(await downloadUrl(), token, 'manual')).status).toBe(200);
	});

	it('break off where a test cuts them', async () => {
		sandbox.zoom.downloads.cutAfterBytes = [1_000_000];
		const cut = await fetched(await downloadUrl(), token);
		await expect(cut.arrayBuffer()).rejects.toThrow();
		const next = await fetched(await downloadUrl(), token);
		expect((await next.arrayBuffer()).byteLength).toBe(BYTES);
	});

	it('open to the token of their own recording until it ends', async () => {
		const asked = `/meetings/${IDS.main}/recordings?include_fields=download_access_token&ttl=60`;
		const answer = await get(sandbox, token, asked);
		const own = String(answer.body.download_access_token);
		const url = await downloadUrl();
		expect((await fetched(url, own)).headers.get('content-type')).toBe('video/mp4');
		// It is good for nothing else.
		expect((await get(sandbox, own, '/users')).status).toBe(400);
		sandbox.advance(60_000);
		await expectLogin(await fetched(url, own));
		sandbox.advance(3_600_000);
		token = await accessToken(sandbox);
		const other = `/meetings/${IDS.late}/recordings?include_fields=download_access_token`;
		const late = await get(sandbox, token, other);
		expect(late.status).toBe(404);
		sandbox.advance(3_600_000);
		token = await accessToken(sandbox);
		const foreign = String((await get(sandbox, token, other)).body.download_access_token);
		await expectLogin(await fetched(await downloadUrl(), foreign));
	});

	it('stay closed to apps without a recording scope', async () => {
		const url = await downloadUrl();
		sandbox.zoom.world.scopes = ['user:read:list_users:admin'];
		await expectLogin(await fetched(url, await accessToken(sandbox)));
	});

	it('are gone once the recording is', async () => {
		const url = await downloadUrl();
		const [main] = sandbox.zoom.world.webinars.find((one) => one.id === IDS.main)?.recordings ?? [];
		if (main) main.removed = 'trashed';
		expect((await fetched(url, token)).status).toBe(404);
	});

	it('of gigabytes are made while they are sent', async () => {
		const bytes = 400_000_000;
		const [main] = sandbox.zoom.world.webinars.find((one) => one.id === IDS.main)?.recordings ?? [];
		if (main) main.files = [{ ...VIDEO, content: { bytes } }];
		const response = await fetched(await downloadUrl(), token);
		const before = process.memoryUsage.rss();
		let received = 0;
		let highest = before;
		const reader = response.body?.getReader();
		for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
			received += part.value.length;
			highest = Math.max(highest, process.memoryUsage.rss());
		}
		expect(received).toBe(bytes);
		expect(highest - before).toBeLessThan(200_000_000);
	});
});
