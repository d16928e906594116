import fs from 'node:fs';

import { FileTooLargeError } from 'n8n-core';
import type { INodeExecutionData } from 'n8n-workflow';

import type { Fault } from '../../../sandbox/contract';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, inAHurry, tokenCalls, zoomFault, zoomNode } from '../support/zoom';
import { gateway } from '../credentials/gateway';
import { chat, record, transcript, video } from './files';
import { filesystemMode, itemsOf, storeThat, syncOf, told } from './sync';

const DOWNLOAD = /GET \/rec\/download\/v/;

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => {
	await storeThat(undefined);
	expectBySpec(here.sandbox);
	await here.close();
});

const sync = async (changes = {}) =>
	await zoomNode(here, syncOf(here, { return: 'file', files: ['video', 'chat'], ...changes }));
const size = (item: INodeExecutionData | undefined): number =>
	Buffer.from(item?.binary?.data?.data ?? '', 'base64').length;
const downloads = (): string[] => apiCalls(here).filter((call) => DOWNLOAD.test(call));

/** Nothing that a person sees or n8n stores may hold a token. */
function expectNoToken(result: object): void {
	const tokens = here.sandbox.books.calls('zoom').length;
	expect(tokens).toBeGreaterThan(0);
	expect(JSON.stringify(result)).not.toMatch(/Bearer|access_token/i);
	const credential = here.zoom.zoomWebinarServerToServerOAuth2Api!;
	const { access_token } = credential.oauthTokenData as unknown as { access_token: string };
	expect(access_token.length).toBeGreaterThan(10);
	expect(JSON.stringify(result)).not.toContain(access_token);
}

describe('redirects', () => {
	test('to Zoom’s own host are followed with the token', async () => {
		here.sandbox.zoom.downloads.redirects = 3;
		record(here, here.story.main, [video('v')]);
		const { outputs } = await sync();
		expect(size(outputs[0]![0])).toBe(100_000);
		expect(here.sandbox.zoom.leakedTokens).toEqual([]);
	});

	test('to another host are followed without the token', async () => {
		here.sandbox.zoom.downloads.redirectTo = 'otherHost';
		here.sandbox.zoom.downloads.redirects = 2;
		record(here, here.story.main, [video('v')]);
		const result = await sync();
		expect(size(result.outputs[0]![0])).toBe(100_000);
		expect(here.sandbox.zoom.leakedTokens).toEqual([]);
		expectNoToken(result.outputs);
	});

	test('to a server that listens on this machine are followed without the token', async () => {
		const elsewhere = await gateway({ status: 200, body: {} });
		here.sandbox.zoom.downloads.redirectTo = { location: `${elsewhere.url}/stolen` };
		record(here, here.story.main, [video('v')]);
		const result = await sync();
		await elsewhere.close();
		expect(new Set(elsewhere.seen)).toEqual(new Set(['GET /stolen']));
		expect(elsewhere.headers.flatMap(({ authorization }) => authorization ?? [])).toEqual([]);
		expectNoToken(result.outputs);
	});

	test.each([
		'http://169.254.169.254/latest/meta-data/iam',
		'https://169.254.169.254/latest/meta-data/iam',
		'https://0xa9fea9fe/latest/meta-data/iam',
		'http://metadata.google.internal/computeMetadata/v1/',
		'http://files.zoom.example/rec',
		'https://zoom.us@169.254.169.254/rec',
		'https://zoom.us:word@evil.example/rec',
		'file:///etc/passwd',
		'ftp://zoom.us/rec',
		'data:text/plain,hello',
	])('to %s are not followed, and the address is nowhere', async (location) => {
		here.sandbox.zoom.downloads.redirectTo = { location };
		record(here, here.story.main, [video('v')]);
		const { outputs, error } = await sync();
		expect(error).toBeNull();
		expect(told(outputs[0])).toEqual(['failed vendorRejected']);
		expect(itemsOf(outputs[0])[0]!.outcome.message).toContain('not safe to fetch');
		expect(JSON.stringify(outputs)).not.toContain(location);
		expectNoToken(outputs);
	});

	test('in a circle end', async () => {
		here.sandbox.zoom.downloads.redirects = 99;
		record(here, here.story.main, [video('v'), chat('c')]);
		const { outputs } = await sync();
		expect(told(outputs[0])[0]).toBe('deferred temporarilyUnavailable');
		expect(itemsOf(outputs[0])[0]!.outcome.message).toContain('circle');
		const hops = apiCalls(here).filter((call) => call.includes('/rec/files/'));
		expect(hops.length).toBeLessThanOrEqual(2 * 6);
	});
});

describe('a page instead of the file', () => {
	test('for an expired token: one new address and token, then the file', async () => {
		record(here, here.story.main, [chat('c'), video('v')]);
		zoomFault(here, { match: DOWNLOAD, fault: { kind: 'html' } });
		const { outputs } = await sync();
		expect(told(outputs[0])).toEqual(['c', 'v']);
		expect(downloads()).toHaveLength(2);
		expect(new Set(downloads()).size).toBe(2);
	});

	test('for a token that expires between list and download: renewed on the way', async () => {
		const recording = record(here, here.story.main, [video('v'), chat('c')]);
		const { shareUrl } = recording;
		let listed = 0;
		// Read when Zoom makes the list: the first one is the last thing that the token was good for.
		Object.defineProperty(recording, 'shareUrl', {
			get() {
				listed += 1;
				if (listed === 1) here.sandbox.zoom.revokeTokens();
				return shareUrl;
			},
		});
		const { outputs } = await sync();
		expect(told(outputs[0])).toEqual(['v', 'c']);
		expect(size(outputs[0]![0])).toBe(100_000);
		expect(listed).toBe(2);
		expect(tokenCalls(here)).toBe(2);
		expect(downloads()).toHaveLength(2);
	});

	test('for ever: one clear outcome, and the other files come', async () => {
		record(here, here.story.main, [video('v'), chat('c')]);
		zoomFault(here, { match: DOWNLOAD, fault: { kind: 'html' }, times: 9 });
		const result = await sync();
		expect(told(result.outputs[0])).toEqual(['failed permissionMissing', 'c']);
		const { message, repair } = itemsOf(result.outputs[0])[0]!.outcome;
		expect(message).toContain('a web page instead of the file');
		expect(repair).toContain('scope');
		expect(message + repair).not.toMatch(/<|http/);
		expect(result.outputs[0]![0]!.binary).toBeUndefined();
		expect(downloads()).toHaveLength(2);
	});

	test('as a transcript, it is no text', async () => {
		record(here, here.story.main, [transcript('v')]);
		zoomFault(here, { match: DOWNLOAD, fault: { kind: 'html' }, times: 9 });
		const { outputs } = await sync({ files: ['transcript'] });
		expect(told(outputs[0])).toEqual(['failed permissionMissing']);
		expect(itemsOf(outputs[0])[0]!.recording!.transcriptText).toBeNull();
	});
});

describe('trouble on the way', () => {
	test('a stream that breaks off is fetched again, from its start', async () => {
		here.sandbox.zoom.downloads.cutAfterBytes = [1_000_000, 2_999_999];
		record(here, here.story.main, [video('v', 3_000_000)]);
		const { outputs } = await sync();
		expect(told(outputs[0])).toEqual(['v']);
		expect(size(outputs[0]![0])).toBe(3_000_000);
		expect(downloads()).toHaveLength(3);
	});

	test('three times broken off is told, nothing broken comes out, the other files come', async () => {
		here.sandbox.zoom.downloads.cutAfterBytes = [1_000_000, 1_000_000, 1_000_000];
		record(here, here.story.main, [video('v', 3_000_000), chat('c')]);
		const { outputs } = await sync();
		expect(told(outputs[0])).toEqual(['deferred temporarilyUnavailable', 'c']);
		expect(itemsOf(outputs[0])[0]!.outcome).toMatchObject({
			message: expect.stringContaining('broke off three times') as string,
			retryAt: expect.any(String) as string,
			recordId: 'v',
		});
		expect(outputs[0]![0]!.binary).toBeUndefined();
		expect(downloads()).toHaveLength(3);
	});

	const once: Array<[string, Fault]> = [
		['401', { kind: 'status', status: 401 }],
		['429', { kind: 'status', status: 429, policy: 'QPS' }],
		['500', { kind: 'status', status: 500 }],
		['503', { kind: 'status', status: 503 }],
		['a connection cut before the answer', { kind: 'cutBefore' }],
		['a connection cut in the answer', { kind: 'cutAfter' }],
	];
	const calls: Array<[string, RegExp, object]> = [
		['the webinar', /GET \/webinars\/\d+$/, {}],
		['the recording', /GET \/meetings\/[^/]+\/recordings$/, {}],
		['the transcript', /GET \/meetings\/[^/]+\/transcript$/, {}],
		['the download', DOWNLOAD, {}],
		['the file behind the redirect', /GET \/rec\/files\//, {}],
		['a host’s recordings', /GET \/users\/[^/]+\/recordings$/, { recordingsOf: 'host' }],
		['the users', /GET \/users$/, { recordingsOf: 'account' }],
	];
	const each = calls.flatMap(([call, match, changes]) =>
		once.map(([name, fault]) => ({ title: `${name} at ${call}`, match, changes, fault })),
	);
	test.each(each)('$title: the file is there all the same', async ({ match, changes, fault }) => {
		record(here, here.story.main, [video('v'), chat('c')]);
		zoomFault(here, { match, fault });
		const result = await sync({ files: ['video', 'chat', 'transcript'], ...changes });
		expect(result.error).toBeNull();
		expect(told(result.outputs[0]).slice(0, 2)).toEqual(['v', 'c']);
		expect(size(result.outputs[0]![0])).toBe(100_000);
		expect(here.sandbox.books.calls('zoom').some((call) => call.fault !== undefined)).toBe(true);
		expectNoToken(result.outputs);
	});

	test.each(once)('at the download for ever: %s, and the other file comes', async (name, fault) => {
		record(here, here.story.main, [video('v'), chat('c')]);
		zoomFault(here, { match: DOWNLOAD, fault, times: 99 });
		const result = await sync();
		expect(result.error).toBeNull();
		const expected =
			name === '401' ? 'failed permissionMissing' : 'deferred temporarilyUnavailable';
		expect(told(result.outputs[0])).toEqual([expected, 'c']);
		expect(downloads().length).toBeLessThanOrEqual(6);
		expectNoToken(result);
	});

	test('a daily limit at the download defers the file until midnight UTC', async () => {
		record(here, here.story.main, [video('v'), chat('c')]);
		zoomFault(here, {
			match: DOWNLOAD,
			fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
			times: 9,
		});
		const { outputs } = await sync();
		expect(told(outputs[0])).toEqual(['deferred dailyLimit', 'c']);
		expect(itemsOf(outputs[0])[0]!.outcome.retryAt).toMatch(/T00:00:00Z$|T00:00:00\.000Z$/);
		expect(downloads()).toHaveLength(1);
	});

	test('a file that is deleted while the others are fetched is told as deleted', async () => {
		const recording = record(here, here.story.main, [chat('c'), video('v'), video('w')]);
		const all = recording.files;
		// Gone from the moment on which the list was read.
		Object.defineProperty(recording, 'files', {
			get: () => (apiCalls(here).some((call) => DOWNLOAD.test(call)) ? all.slice(0, 1) : all),
		});
		zoomFault(here, { match: DOWNLOAD, fault: { kind: 'status', status: 404 } });
		const { outputs } = await sync();
		expect(told(outputs[0])).toEqual(['c', 'skipped recordingDeleted', 'skipped recordingDeleted']);
	});
});

describe('n8n’s binary store', () => {
	test('refuses what is too large: the outcome says what to set', async () => {
		await storeThat(async () => {
			throw new FileTooLargeError({
				fileSizeMb: 700,
				maxFileSizeMb: 512,
				fileId: 'x',
				fileName: 'y',
			});
		});
		record(here, here.story.main, [video('v')]);
		const { outputs, error } = await sync();
		expect(error).toBeNull();
		const { outcome, recording } = itemsOf(outputs[0])[0]!;
		expect(outcome).toMatchObject({ result: 'failed', reason: 'fileTooLarge' });
		expect(outcome.message).toContain('512 MB');
		expect(outcome.repair).toContain('N8N_DEFAULT_BINARY_DATA_MODE');
		expect(recording).toMatchObject({ recordingId: 'v', sizeBytes: 100_000 });
		expect(downloads()).toHaveLength(1);
	});

	test.each([
		['a full disk', Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }), 'disk'],
		['anything else', new Error('boom'), 'boom'],
	])('%s is told, and nothing is fetched again', async (_, failure, words) => {
		await storeThat(async () => {
			throw failure;
		});
		record(here, here.story.main, [video('v')]);
		const { outputs } = await sync();
		expect(told(outputs[0])).toEqual(['failed vendorRejected']);
		expect(itemsOf(outputs[0])[0]!.outcome.message).toContain(words);
		expect(downloads()).toHaveLength(1);
	});

	test('on disk: whole files only, also after a download that broke off', async () => {
		const disk = await filesystemMode();
		here.sandbox.zoom.downloads.cutAfterBytes = [5_000_000];
		record(here, here.story.main, [video('v', 20_000_000), chat('c')]);
		const { outputs } = await sync();
		const [film, talk] = outputs[0]!.map(({ binary }) => binary!.data!);
		expect(fs.statSync(disk.path(film!)).size).toBe(20_000_000);
		expect(film!.bytes).toBe(20_000_000);
		expect(fs.readFileSync(disk.path(talk!), 'utf8')).toContain('Hanna Host');
		// The two files with n8n's note on each; nothing is left of the broken one.
		expect(disk.files()).toHaveLength(4);
		disk.remove();
	});

	test('300 MB go through without staying in memory', async () => {
		const disk = await filesystemMode();
		const bytes = 300 * 1024 * 1024;
		record(here, here.story.main, [video('v', bytes)]);
		await sync({ files: ['chat'] });
		const before = process.memoryUsage().rss;
		let peak = before;
		const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
		const { outputs } = await sync({ files: ['video'] });
		clearInterval(watch);
		expect(fs.statSync(disk.path(outputs[0]![0]!.binary!.data!)).size).toBe(bytes);
		// The sandbox, which makes the bytes, runs in this process too.
		expect((peak - before) / 1024 / 1024).toBeLessThan(150);
		disk.remove();
	});
});
