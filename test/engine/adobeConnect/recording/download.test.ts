import fs from 'node:fs';

import type { INodeExecutionData } from 'n8n-workflow';

import { EVENT_MP4, EVENT_RECORDING, EVENT_ROOM } from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import {
	fault,
	filesystemMode,
	inAHurry,
	itemsOf,
	recording,
	remove,
	smallStage,
	storeThat,
	sync,
	told,
} from './sync';

const ZIP = /GET \/p70001\/output/;

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => {
	await storeThat(undefined);
	await here.close();
});

const files = async (changes = {}) => await sync(here, { return: 'both', ...changes });
const bytes = (item: INodeExecutionData | undefined): Buffer =>
	Buffer.from(item?.binary?.data?.data ?? '', 'base64');
const outcomesOf = (items: INodeExecutionData[] | undefined) =>
	itemsOf(items).map(({ outcome }) => outcome);

/** Nothing that a person sees or n8n stores may hold the session. */
function expectNoSession(result: object): void {
	const sessions = here.sandbox.adobeConnect.calls.map(({ session }) => session);
	for (const session of new Set(sessions)) {
		if (session) expect(JSON.stringify(result)).not.toContain(session);
	}
}

describe('the file of a recording', () => {
	test('is its MP4 where there is one, and comes once', async () => {
		const { outputs } = await files();
		expect(outcomesOf(outputs[0])).toMatchObject([
			{ result: 'synced', action: 'listed', steps: { file: { result: 'skipped' } } },
			{ result: 'synced', action: 'downloaded', steps: { file: { result: 'synced' } } },
		]);
		expect(outputs[0]![0]!.binary).toBeUndefined();
		expect(outputs[0]![1]!.binary!.data).toMatchObject({
			mimeType: 'video/mp4',
			fileExtension: 'mp4',
			fileName: expect.stringMatching(/^[^/\\]+ mp4-archive\.mp4$/) as string,
		});
		expect(bytes(outputs[0]![1]).length).toBe(4096);
		expectNoSession(outputs);
	});

	test('is a ZIP where there is no MP4, or nobody wants one', async () => {
		const unwanted = await files({ files: ['archive'] });
		remove(here, EVENT_MP4);
		const none = await files({ options: { binaryPropertyName: 'movie' } });
		for (const [{ outputs }, field] of [
			[unwanted, 'data'],
			[none, 'movie'],
		] as const) {
			expect(told(outputs[0])).toEqual([EVENT_RECORDING]);
			expect(outputs[0]![0]!.binary![field]).toMatchObject({
				mimeType: 'application/zip',
				fileExtension: 'zip',
			});
		}
	});

	test('that the server does not have: the link stays, and the other recordings come', async () => {
		fault(here, { match: ZIP, fault: { kind: 'status', status: 404 }, times: 9 });
		const { outputs, error } = await files({ files: ['archive'] });
		expect(error).toBeNull();
		const [{ outcome, recording: one }] = itemsOf(outputs[0]) as [ReturnType<typeof itemsOf>[0]];
		expect(outcome).toMatchObject({
			result: 'failed',
			reason: 'vendorRejected',
			message: expect.stringContaining('has no file of the recording') as string,
			repair: expect.stringContaining('Links Only') as string,
			steps: { file: { result: 'failed' } },
		});
		expect(one!.url).not.toBe('');
	});
});

describe('instead of the file', () => {
	test('the login page, because the session is over: signed in again, then the file', async () => {
		const counted = (): number => here.sandbox.adobeConnect.callsOf('login').length;
		await files({ files: ['mp4-archive'] });
		const before = counted();
		const state = recording(here, EVENT_RECORDING);
		let named = 0;
		const urlPath = state.urlPath;
		// Read when the room lists it: the list is the last thing that the session was good for.
		Object.defineProperty(state, 'urlPath', {
			get() {
				named += 1;
				if (named === 1) setImmediate(() => here.sandbox.adobeConnect.expireSessions());
				return urlPath;
			},
		});
		const { outputs } = await files({ files: ['archive'] });
		expect(told(outputs[0])).toEqual([EVENT_RECORDING]);
		expect(bytes(outputs[0]![0]).length).toBe(4096);
		expect(counted()).toBe(before + 1);
	});

	test('a page for ever: later, and the link stays', async () => {
		fault(here, { match: ZIP, fault: { kind: 'html' }, times: 9 });
		const { outputs } = await files({ files: ['archive'] });
		expect(told(outputs[0])).toEqual(['deferred recordingProcessing']);
		const [outcome] = outcomesOf(outputs[0]);
		expect(outcome!.message).toContain('a web page instead of the file');
		expect(outcome!.retryAt).not.toBeNull();
		expect(outcome!.message + outcome!.repair).not.toMatch(/<|http/);
		expect(outputs[0]![0]!.binary).toBeUndefined();
		expect(itemsOf(outputs[0])[0]!.recording!.url).not.toBe('');
	});

	test('a refusal: who may not have the file is told so', async () => {
		fault(here, { match: ZIP, fault: { kind: 'status', status: 403 }, times: 9 });
		const { outputs } = await files({ files: ['archive'] });
		expect(told(outputs[0])).toEqual(['failed permissionMissing']);
		expect(outcomesOf(outputs[0])[0]!.repair).toContain('Host');
	});
});

describe('trouble on the way', () => {
	test.each([
		['503', { kind: 'status', status: 503 }],
		['a connection cut before the answer', { kind: 'cutBefore' }],
	] as const)('%s once: the file is there all the same', async (_, trouble) => {
		fault(here, { match: ZIP, fault: trouble });
		const { outputs } = await files({ files: ['archive'] });
		expect(told(outputs[0])).toEqual([EVENT_RECORDING]);
		expect(bytes(outputs[0]![0]).length).toBe(4096);
	});

	test('for ever: deferred, and the other recordings come', async () => {
		fault(here, { match: ZIP, fault: { kind: 'cutBefore' }, times: 99 });
		remove(here, EVENT_MP4);
		const room = here.sandbox.adobeConnect.room(EVENT_ROOM);
		room.recordings!.push({ ...room.recordings![0]!, id: '71003', urlPath: '/p71003/' });
		const { outputs } = await files({ files: ['archive'] });
		expect(told(outputs[0])).toEqual(['deferred temporarilyUnavailable', '71003']);
	});
});

test('300 MB go through without staying in memory', async () => {
	const disk = await filesystemMode();
	const size = 300 * 1024 * 1024;
	recording(here, EVENT_MP4).bytes = size;
	await files({ files: ['archive'] });
	const before = process.memoryUsage().rss;
	let peak = before;
	const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
	const { outputs } = await files({ files: ['mp4-archive'] });
	clearInterval(watch);
	expect(fs.statSync(disk.path(outputs[0]![0]!.binary!.data!)).size).toBe(size);
	// The sandbox, which makes the bytes, runs in this process too.
	expect((peak - before) / 1024 / 1024).toBeLessThan(150);
	disk.remove();
});

describe('Make Public', () => {
	const open = async () => await sync(here, { options: { makePublic: true } });
	const writes = () => here.sandbox.adobeConnect.callsOf('permissions-update');

	test('opens what was closed, reads it back, and leaves open what is so already', async () => {
		recording(here, EVENT_MP4).access = 'view';
		const { outputs } = await open();
		expect(told(outputs[0])).toEqual([EVENT_RECORDING, EVENT_MP4]);
		expect(outcomesOf(outputs[0]).map(({ steps }) => steps)).toEqual([
			{ public: { result: 'synced' } },
			{ public: { result: 'unchanged' } },
		]);
		expect(writes()).toHaveLength(1);
		expect(recording(here, EVENT_RECORDING).access).toBe('view');
		const again = await open();
		expect(outcomesOf(again.outputs[0]).map(({ steps }) => steps.public!.result)).toEqual([
			'unchanged',
			'unchanged',
		]);
		expect(writes()).toHaveLength(1);
	});

	test('is off by itself', async () => {
		await sync(here);
		expect(writes()).toHaveLength(0);
		expect(recording(here, EVENT_RECORDING).access).toBeUndefined();
	});

	test('that the server says yes to and does not do: failed, and the link stays', async () => {
		Object.defineProperty(recording(here, EVENT_RECORDING), 'access', {
			get: () => 'denied',
			set: () => undefined,
		});
		const { outputs } = await sync(here, { files: ['archive'], options: { makePublic: true } });
		expect(told(outputs[0])).toEqual(['failed permissionMissing']);
		const [{ outcome, recording: one }] = itemsOf(outputs[0]) as [ReturnType<typeof itemsOf>[0]];
		expect(outcome.steps).toEqual({ public: { result: 'failed' } });
		expect(outcome.message).toContain('is still not public');
		expect(one!.url).not.toBe('');
	});

	test('that is refused: the others go on', async () => {
		fault(here, {
			match: /action=permissions-update/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
		});
		const { outputs, error } = await open();
		expect(error).toBeNull();
		expect(told(outputs[0])).toEqual(['failed vendorRejected', EVENT_MP4]);
	});
});
