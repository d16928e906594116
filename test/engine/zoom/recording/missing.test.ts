import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, byId, inAHurry, zoomFault, zoomNode } from '../support/zoom';
import { chat, record, stateOf, transcript, video } from './files';
import { itemsOf, syncOf, told } from './sync';

const HOUR = 3_600_000;
const NEVER = '2999-01-01T00:00:00Z';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const sync = async (changes = {}) => await zoomNode(here, syncOf(here, changes));
const outcomeOf = async (changes = {}) => {
	const { outputs, error } = await sync(changes);
	expect(error).toBeNull();
	expect(outputs[0]).toHaveLength(1);
	const item = itemsOf(outputs[0])[0]!;
	expect(item.recording).toBeNull();
	return item.outcome;
};
/** The main session ended so long ago, by the clock that the node knows. */
function endedAgo(ms: number): void {
	const { main } = here.story;
	const session = stateOf(here, main).sessions.find(({ uuid }) => uuid === main.sessionUuid)!;
	session.endTime = new Date(Date.now() - ms).toISOString();
	session.startTime = new Date(Date.now() - ms - HOUR).toISOString();
}
const withoutScopes = (...parts: string[]): void => {
	const world = here.sandbox.zoom.world;
	world.scopes = world.scopes.filter((scope) => !parts.some((part) => scope.startsWith(part)));
};

describe('404/3301 is told apart', () => {
	test('still being made: deferred, with the moment to ask again', async () => {
		endedAgo(2 * HOUR);
		record(here, here.story.main, [video('v')], { readyAt: NEVER });
		const before = Date.now();
		const outcome = await outcomeOf({ options: { retryAfterMinutes: 30 } });
		expect(outcome).toMatchObject({ result: 'deferred', reason: 'recordingProcessing' });
		expect(Date.parse(outcome.retryAt!) - before).toBeGreaterThanOrEqual(30 * 60_000 - 1000);
		expect(Date.parse(outcome.retryAt!) - before).toBeLessThan(31 * 60_000);
	});

	test.each([
		['none', 'Automatic Recording of the webinar is set to None'],
		['local', "Automatic Recording of the webinar is set to On the Host's Computer"],
		['cloud', 'Automatic Recording of the webinar is set to In the Cloud'],
	])(
		'never made, with auto_recording %s: skipped, and the setting is named',
		async (setting, words) => {
			endedAgo(25 * HOUR);
			stateOf(here, here.story.main).settings = { auto_recording: setting };
			const outcome = await outcomeOf();
			expect(outcome).toMatchObject({ result: 'skipped', reason: 'notRecorded', retryAt: null });
			expect(outcome.message).toContain(words);
			expect(outcome.repair).not.toBe('');
		},
	);

	test('the time after which a recording does not come any more is an option', async () => {
		endedAgo(2 * HOUR);
		expect(await outcomeOf({ options: { finalAfterHours: 1 } })).toMatchObject({
			reason: 'notRecorded',
		});
	});

	test('in the trash: deleted, even soon after the end', async () => {
		endedAgo(2 * HOUR);
		const removedAt = new Date(Date.now() - HOUR).toISOString();
		record(here, here.story.main, [video('v')], { removed: 'trashed', removedAt });
		const outcome = await outcomeOf();
		expect(outcome).toMatchObject({ result: 'skipped', reason: 'recordingDeleted' });
		expect(outcome.message).toContain(removedAt);
	});

	test('another session’s recording in the trash says nothing about this one', async () => {
		endedAgo(25 * HOUR);
		const recording = record(here, here.story.main, [video('v')], { removed: 'trashed' });
		recording.sessionUuid = 'another==';
		expect(await outcomeOf()).toMatchObject({ reason: 'notRecorded' });
	});

	test('one that has not ended: deferred until it has', async () => {
		const { neverStarted } = here.story;
		const state = stateOf(here, neverStarted);
		state.startTime = new Date(Date.now() + 5 * HOUR).toISOString();
		const outcome = await outcomeOf({ webinar: byId(neverStarted.webinarId) });
		expect(outcome).toMatchObject({ result: 'deferred', message: 'The webinar has not ended yet' });
		expect(Date.parse(outcome.retryAt!)).toBeGreaterThan(Date.now() + 5 * HOUR);
	});

	test('one that never started', async () => {
		const outcome = await outcomeOf({ webinar: byId(here.story.neverStarted.webinarId) });
		expect(outcome).toMatchObject({ result: 'skipped', reason: 'neverStarted' });
	});

	test('the end that an earlier node told counts where Zoom’s report is not readable', async () => {
		withoutScopes('report:', 'webinar:read:list_past');
		const { sessionUuid } = here.story.main;
		const item = (endTime: string) => ({ webinar: { sessionId: sessionUuid, endTime } });
		const run = async (endTime: string) =>
			itemsOf(
				(await zoomNode(here, syncOf(here, { sessionId: sessionUuid }), { items: [item(endTime)] }))
					.outputs[0],
			)[0]!.outcome.reason;
		expect(await run(new Date(Date.now() - HOUR).toISOString())).toBe('recordingProcessing');
		expect(await run(new Date(Date.now() - 30 * HOUR).toISOString())).toBe('notRecorded');
	});

	test('without the scopes that would tell more, the planned end has to do', async () => {
		withoutScopes('report:', 'webinar:read:list_past', 'cloud_recording:read:list_user');
		stateOf(here, here.story.main).startTime = '2026-03-01T10:00:00Z';
		expect(await outcomeOf()).toMatchObject({ reason: 'notRecorded' });
	});
});

describe('what is no webinar', () => {
	test('a meeting with a recording, and one without', async () => {
		const { main } = here.story;
		const recording = record(here, main, [video('v')]);
		const meeting = {
			id: 81122233344,
			hostId: stateOf(here, main).hostId,
			topic: 'M',
			startTime: main.startTime,
		};
		here.sandbox.zoom.world.meetings = [
			{ ...meeting, recordings: [{ ...recording, sessionUuid: 'm==' }] },
			{ ...meeting, id: 81122233355 },
		];
		for (const id of [81122233344, 81122233355]) {
			expect(await outcomeOf({ webinar: byId(id) })).toMatchObject({
				result: 'failed',
				reason: 'notAWebinar',
			});
		}
	});

	test('an ID that Zoom does not know', async () => {
		expect(await outcomeOf({ webinar: byId(99999999999) })).toMatchObject({
			result: 'failed',
			reason: 'webinarNotFound',
		});
	});

	test('one unknown webinar does not stop the others', async () => {
		record(here, here.story.main, [chat('c')]);
		const ids = [99999999999, here.story.main.webinarId];
		const { outputs } = await zoomNode(
			here,
			syncOf(here, {
				webinar: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				files: ['chat'],
			}),
			{ items: ids.map((id) => ({ id })) },
		);
		expect(told(outputs[0])).toEqual(['failed webinarNotFound', 'c']);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});
});

describe('files that are not there (yet)', () => {
	test('one that Zoom still works on is deferred, the others come', async () => {
		record(here, here.story.main, [video('v', 10, { readyAt: NEVER }), chat('c')]);
		const { outputs } = await sync({ files: ['video', 'chat'] });
		expect(told(outputs[0])).toEqual(['deferred recordingProcessing', 'c']);
		expect(itemsOf(outputs[0])[0]!.outcome.recordId).toBe('v');
	});

	test('a transcript that is to come is deferred', async () => {
		record(here, here.story.main, [chat('c'), transcript('t', { readyAt: NEVER })]);
		const { outputs } = await sync({ files: ['transcript', 'chat'] });
		expect(told(outputs[0])).toEqual(['c', 'deferred recordingProcessing']);
	});

	test('a transcript that was never made is skipped when it does not come any more', async () => {
		endedAgo(25 * HOUR);
		record(here, here.story.main, [chat('c')]);
		const { outputs } = await sync({ files: ['transcript', 'chat'] });
		expect(told(outputs[0])).toEqual(['c', 'skipped transcriptNotFound']);
		expect(itemsOf(outputs[0])[1]!.outcome.repair).toContain('audio transcripts');
	});

	test('nobody is told about a transcript who did not ask for one', async () => {
		record(here, here.story.main, [chat('c')]);
		expect(told((await sync({ files: ['chat'] })).outputs[0])).toEqual(['c']);
		expect(apiCalls(here).some((call) => call.endsWith('/transcript'))).toBe(false);
	});

	test('without the scope for transcripts, time has to tell', async () => {
		withoutScopes('cloud_recording:read:meeting_transcript');
		endedAgo(25 * HOUR);
		record(here, here.story.main, [chat('c')]);
		expect(told((await sync({ files: ['transcript'] })).outputs[0])).toEqual([
			'skipped transcriptNotFound',
		]);
	});
});

describe('what concerns the whole run', () => {
	test('a missing scope stops it and names the scope', async () => {
		withoutScopes('cloud_recording:read:list_recording_files');
		const { error } = await sync();
		expect(error?.message).toContain('cloud_recording:read:list_recording_files');
		expect(error?.description).toContain('Scopes page');
	});

	test('a daily limit stops it and says until when', async () => {
		zoomFault(here, {
			match: /\/recordings$/,
			fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
			times: 9,
		});
		expect((await sync()).error?.message).toContain('daily limit');
	});

	test('set to continue, the item says so and the others come', async () => {
		record(here, here.story.main, [chat('c')]);
		const { outputs, error } = await zoomNode(
			here,
			syncOf(here, {
				webinar: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				files: ['chat'],
			}),
			{
				items: [{ id: 'no ID' }, { id: here.story.main.webinarId }],
				onError: 'continueRegularOutput',
			},
		);
		expect(error).toBeNull();
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[0]![0]!.json.error).toContain('webinar ID');
		expect(itemsOf(outputs[0])[1]!.outcome.result).toBe('synced');
	});

	test.each([
		[{ files: [] }, 'Files is empty'],
		[{ newSince: 'moment', since: 'soon' }, 'Since is not a date and time'],
		[{ options: { finalAfterHours: 'x' } }, 'Final After (Hours) is not a number of 0 or more'],
		[{ recordingsOf: 'host', host: byId('') }, 'Host is empty'],
	])('%j is refused in words', async (changes, message) => {
		expect((await sync(changes)).error?.message).toBe(message);
	});
});
