import { createHash } from 'node:crypto';
import fs from 'node:fs';

import type { IBinaryData } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { filesystemMode, storeThat } from '../../zoom/recording/sync';
import { outcomes } from '../support';
import { connected, OAUTH2 } from '../transport/connect';
import { add, audioItem, contactIds, customOf, only, putEvent, recordingItem } from './stage';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
	here.sandbox.hubspot.world.searchDelayMs = 0;
});
afterEach(async () => await here.close());

const parameters = { as: 'file' };

function inMemory(content: string, fileName = 'recording.mp4'): { data: IBinaryData } {
	return {
		data: { data: Buffer.from(content).toString('base64'), mimeType: 'video/mp4', fileName },
	};
}

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

describe('the file of a recording', () => {
	it('is uploaded as it is, privately, and attached to the call', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const binaries = [inMemory('moving pictures\r\n--boundary', 'Wörld "x".mp4')];
		const [told] = outcomes(await add(here, [recordingItem(here)], { parameters, binaries }));
		const file = only(here.sandbox.hubspot.files);
		expect(file).toMatchObject({
			access: 'PRIVATE',
			sha256: sha256('moving pictures\r\n--boundary'),
			extension: 'mp4',
			contentType: 'video/mp4',
		});
		expect(file.path).toMatch(/^\/webinars\//);
		const { properties } = only(here.sandbox.hubspot.calls);
		expect(properties.hs_attachment_ids).toBe(file.id);
		expect(properties.hs_call_recording_url).toBeUndefined();
		expect(told?.steps.file).toEqual({ result: 'synced' });
	});

	it('is sent once, however often the run is repeated', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const binaries = [inMemory('video'), inMemory('audio', 'recording.m4a')];
		const items = [recordingItem(here), audioItem(here)];
		await add(here, items, { parameters, binaries });
		here.sandbox.books.clear();
		const told = outcomes(await add(here, items, { parameters, binaries }));
		expect(told.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		expect(here.sandbox.hubspot.files.size).toBe(2);
		const ids = [...here.sandbox.hubspot.files.keys()].join(';');
		expect(only(here.sandbox.hubspot.calls).properties.hs_attachment_ids).toBe(ids);
	});

	it('is the same file where the marketing event remembers nothing', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const run = {
			parameters,
			binaries: [inMemory('video')],
			options: { eventProperty: false, folderPath: ' archive/2026/ ' },
		};
		await add(here, [recordingItem(here)], run);
		await add(here, [recordingItem(here)], run);
		expect(only(here.sandbox.hubspot.files).path).toBe('/archive/2026/recording.mp4');
	});

	it('that is public can be played by HubSpot', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const options = { fileAccess: 'PUBLIC_NOT_INDEXABLE' };
		await add(here, [recordingItem(here)], { parameters, options, binaries: [inMemory('v')] });
		expect(only(here.sandbox.hubspot.calls).properties.hs_call_recording_url).toMatch(
			/^https:.*\/webinars\/recording\.mp4$/,
		);
	});

	it('whose answer was lost is there once', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const match = /POST .*files/;
		here.sandbox.addFault({ vendor: 'hubspot', match, fault: { kind: 'cutAfter' } });
		const binaries = [inMemory('video')];
		const [told] = outcomes(await add(here, [recordingItem(here)], { parameters, binaries }));
		expect(told?.result).toBe('synced');
		expect(here.sandbox.hubspot.files.size).toBe(1);
	});

	it("that is too large is told in HubSpot's words, and the other files are written", async () => {
		here.sandbox.hubspot.world.maxFileBytes = 10;
		putEvent(here, { attended: contactIds(here, 1) });
		const binaries = [inMemory('more than ten bytes'), inMemory('small', 'a.m4a')];
		const items = [recordingItem(here), audioItem(here)];
		const told = outcomes(await add(here, items, { parameters, binaries }));
		expect(told.map(({ result }) => result)).toEqual(['failed', 'synced']);
		expect(told[0]).toMatchObject({ reason: 'fileTooLarge' });
		expect(told[0]?.message).toContain('the maximum for this account is 10 bytes');
		expect(here.sandbox.hubspot.calls.size).toBe(1);
	});

	it('that the item does not carry is told with the name of the field', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const options = { binaryField: 'video' };
		const binaries = [inMemory('x')];
		const [told] = outcomes(
			await add(here, [recordingItem(here)], { parameters, options, binaries }),
		);
		expect(told).toMatchObject({ result: 'failed' });
		expect(told?.message).toContain('video');
		expect(here.sandbox.hubspot.calls.size).toBe(0);
	});

	it('needs a scope, which is named', async () => {
		const { world } = here.sandbox.hubspot;
		world.scopes = world.scopes.filter((scope) => scope !== 'files');
		putEvent(here, { attended: contactIds(here, 1) });
		const result = await add(here, [recordingItem(here)], {
			parameters,
			binaries: [inMemory('x')],
		});
		expect(result.error?.message).toMatch(/files/);
	});
});

describe('signed in by OAuth2', () => {
	it('the whole file is sent once more after the token was renewed', async () => {
		const credentials = { [OAUTH2]: await connected(here) };
		const app = { id: 4_210_286, name: 'Webinars (n8n)' };
		const event = putEvent(here, { attended: contactIds(here, 1) }, { app });
		const { activities } = event;
		// Who attended is the last thing that is asked for before the upload.
		Object.defineProperty(event, 'activities', {
			get() {
				here.sandbox.hubspot.revokeTokens();
				return activities;
			},
		});
		const run = {
			parameters: { ...parameters, authentication: 'oAuth2' },
			binaries: [inMemory('video')],
			credentials,
		};
		const [told] = outcomes(await add(here, [recordingItem(here)], run));
		expect(told?.result).toBe('synced');
		expect(only(here.sandbox.hubspot.files).sha256).toBe(sha256('video'));
		const uploads = here.sandbox.books
			.calls('hubspot')
			.filter(({ method, path }) => method === 'POST' && path.endsWith('/files'));
		expect(uploads.map(({ status }) => status)).toEqual([401, 201]);
	});
});

describe('a large file', () => {
	const BYTES = 400 * 1024 * 1024;

	it('is streamed from the disk: memory does not grow with it', async () => {
		const disk = await filesystemMode();
		try {
			putEvent(here, { attended: contactIds(here, 1) });
			const id = 'filesystem-v2:workflows/w/executions/e/binary_data/large';
			const binary = { id, data: 'filesystem-v2', mimeType: 'video/mp4', fileName: 'large.mp4' };
			const path = disk.path(binary);
			fs.mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
			fs.closeSync(fs.openSync(path, 'w'));
			fs.truncateSync(path, BYTES);
			fs.writeFileSync(
				`${path}.metadata`,
				JSON.stringify({ fileName: 'large.mp4', mimeType: 'video/mp4', fileSize: BYTES }),
			);
			const before = process.memoryUsage().rss;
			let peak = before;
			const timer = setInterval(() => {
				peak = Math.max(peak, process.memoryUsage().rss);
			}, 5);
			const event = here.sandbox.hubspot.events[0]!;
			const binaries = [{ data: binary }];
			const result = await add(here, [recordingItem(here)], { parameters, binaries });
			clearInterval(timer);
			expect(outcomes(result)[0]).toMatchObject({ result: 'synced' });
			expect(only(here.sandbox.hubspot.files).size).toBe(BYTES);
			expect(customOf(event).n8n_webinar_recording_url).toBeDefined();
			expect(peak - before).toBeLessThan(BYTES / 2);
		} finally {
			await storeThat(undefined);
			disk.remove();
		}
	}, 300_000);
});
