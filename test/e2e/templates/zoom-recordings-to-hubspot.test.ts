import { recordingOf, transcript, video } from '../../engine/zoom/recording/files';
import { executionError, nodeItems } from '../../host/drive/executions';
import { readTemplate } from '../../host/drive/templates';
import { MAIN_TEMPLATE } from '../../host/job/mainJob';
import type { ZoomRecording } from '../../sandbox/world';
import { setStage, type Stage } from './support/stage';
import { createTable, LOG_TABLE, OPEN_TABLE, SETTINGS_TABLE, updateRows } from './support/tables';

const BY_HAND = 'Try it with a past webinar';
const LONG_AGO = new Date(0).toISOString();
let stage: Stage;
let hook: string;
let recording: ZoomRecording;

beforeAll(async () => {
	stage = await setStage({
		template: 'zoom-recordings-to-hubspot',
		seed: 231,
		registrants: 30,
		hoursAgo: 4,
		prepare: (world, now, story) => {
			const { webinarId, sessionUuid } = story.main;
			const notYet = { readyAt: new Date(Date.parse(now) + 30 * 24 * 3_600_000).toISOString() };
			recording = recordingOf(sessionUuid, [video('video-1'), transcript('text-1', notYet)]);
			world.zoom.webinars.find(({ id }) => id === webinarId)!.recordings = [recording];
		},
	});
	const { webinarId } = stage.story.main;
	await createTable(stage.n8n, SETTINGS_TABLE, {
		scope: 'webinar',
		hostOrWebinar: String(webinarId),
		sync: true,
		recordings: false,
		excludedDomains: '',
		note: 'No recordings of this one',
	});
	await stage.publish();
	hook = await stage.hookOf('Recording ready');
});
afterAll(async () => await stage?.close());

const deliver = async (event: 'recordingCompleted' | 'transcriptCompleted') =>
	await stage.executionOf(() =>
		stage.sandbox.zoom.deliver({
			...stage.sandbox.zoom.events[event](stage.story.main.sessionUuid),
			to: hook,
		}),
	);

const open = async () =>
	(await stage.rows(OPEN_TABLE)).map(({ kind, reason, sessionId }) => [kind, reason, sessionId]);

const anHourLater = async () => {
	await stage.setInAllRows(OPEN_TABLE, { retryAt: LONG_AGO });
	return await stage.start('Every hour');
};

/** The tests of this file tell one story and build on one another. */
describe('a webinar was recorded', () => {
	it('stays out of HubSpot while its recordings are off, which is noted once', async () => {
		const { sessionUuid } = stage.story.main;
		const execution = await deliver('recordingCompleted');
		expect(executionError(execution)).toBe('');
		expect(await open()).toEqual([['webinar', 'syncOff', sessionUuid]]);
		expect(await anHourLater()).toMatchObject({ status: 'success' });
		const logged = await stage.rows(LOG_TABLE);
		expect(logged.map(({ result, reason }) => [result, reason])).toEqual([['skipped', 'syncOff']]);
		expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('is caught up when they are on, and waits until HubSpot knows who attended', async () => {
		const { n8n, sandbox, story } = stage;
		const row: [string, string] = ['hostOrWebinar', String(story.main.webinarId)];
		await updateRows(n8n, SETTINGS_TABLE, row, { recordings: true });
		expect(executionError(await anHourLater())).toBe('');
		expect(await open()).toEqual([['webinar', expect.any(String), story.main.sessionUuid]]);
		expect([...sandbox.hubspot.calls.values()]).toEqual([]);
	});

	it('is only looked at by hand', async () => {
		const attendance = await stage.importAlso(readTemplate(MAIN_TEMPLATE));
		const synced = await stage.start('Every day', attendance.id);
		expect(executionError(synced)).toBe('');
		stage.sandbox.books.clear();
		const execution = await stage.start(BY_HAND);
		expect(executionError(execution)).toBe('');
		const [summary] = nodeItems(execution, 'Summary');
		expect(summary.json.message).toMatch(/^Preview, nothing was written\. /);
		expect(stage.sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('becomes one call of everybody who attended, within the hour', async () => {
		const { sandbox, story } = stage;
		expect(executionError(await anHourLater())).toBe('');
		const calls = [...sandbox.hubspot.calls.values()];
		expect(calls).toHaveLength(1);
		const attended = sandbox.hubspot.events
			.find(({ externalEventId }) => externalEventId === String(story.main.webinarId))!
			.activities.filter(({ verb }) => verb === 'attend')
			.map(({ contactId }) => contactId);
		expect(attended.length).toBeGreaterThan(5);
		expect(new Set(calls[0].contacts.keys())).toEqual(new Set(attended));
		expect(JSON.stringify(calls[0].properties)).toContain(recording.shareUrl);
		// The transcript is still being made.
		expect(await open()).toEqual([['webinar', 'recordingProcessing', story.main.sessionUuid]]);
	});

	it('gets its transcript as soon as Zoom says so, and nothing is open any more', async () => {
		const { sandbox } = stage;
		recording.files[1].readyAt = recording.readyAt;
		expect(executionError(await deliver('transcriptCompleted'))).toBe('');
		expect(sandbox.hubspot.calls.size).toBe(1);
		const notes = [...sandbox.hubspot.notes.values()];
		expect(notes).toHaveLength(1);
		expect(JSON.stringify(notes[0].properties)).toContain('to our webinar');
		expect(await open()).toEqual([]);
	});

	it('is written once, whatever comes again', async () => {
		const logged = await stage.rows(LOG_TABLE);
		const before = stage.state();
		await stage.replayAll();
		expect(executionError(await stage.start('Every day'))).toBe('');
		expect(stage.state()).toEqual(before);
		const mine = (rows: typeof logged) =>
			rows.filter(({ flow, sessionId }) => {
				const { sessionUuid } = stage.story.main;
				return flow === 'zoom-recordings-to-hubspot' && sessionId === sessionUuid;
			});
		expect(mine(await stage.rows(LOG_TABLE))).toEqual(mine(logged));
	});
});
