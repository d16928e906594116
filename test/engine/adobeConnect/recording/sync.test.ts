import {
	ACCOUNT,
	EVENT,
	EVENT_ASSET,
	EVENT_MP4,
	EVENT_RECORDING,
	EVENT_ROOM,
	MEETING_ASSETS,
	MEETING_RECORDING,
	MEETING_ROOM,
	SEMINAR_RECORDING,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import {
	actions,
	byId,
	DAY,
	fault,
	inAHurry,
	itemsOf,
	recording,
	recordings,
	smallStage,
	sync,
	told,
} from './sync';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const iso = (text: string | null | undefined) =>
	new Date(text!).toISOString().replace('.000Z', 'Z');

describe('one webinar', () => {
	test('every recording is an item with its webinar, links and outcome', async () => {
		const { outputs, error } = await sync(here);
		expect(error).toBeNull();
		expect(told(outputs[0])).toEqual([EVENT_RECORDING, EVENT_MP4]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
		const state = recording(here, EVENT_RECORDING);
		const held = here.sandbox.adobeConnect.room(EVENT_ROOM).held![0]!;
		const page = expect.stringMatching(/^http.*\/p70001\/$/) as string;
		expect(itemsOf(outputs[0])[0]).toEqual({
			webinar: expect.objectContaining({
				provider: 'adobeConnect',
				kind: 'event',
				webinarId: EVENT,
				accountId: ACCOUNT,
				sessionId: EVENT_ASSET,
				startTime: iso(held.begin),
				endTime: iso(held.end),
			}) as object,
			recording: {
				recordingId: EVENT_RECORDING,
				type: 'archive',
				startTime: iso(state.begin),
				endTime: iso(state.end),
				fileType: 'video',
				sizeBytes: null,
				url: page,
				shareUrl: page,
				passcode: '',
				transcriptText: null,
				transcriptSegments: null,
				views: null,
			},
			outcome: {
				destination: 'adobeConnect',
				result: 'synced',
				action: 'listed',
				reason: null,
				message: 'The links were read',
				repair: '',
				steps: {},
				recordId: EVENT_RECORDING,
				retryAt: null,
				preview: false,
			},
		});
	});

	test('only the chosen kinds come', async () => {
		expect(told((await sync(here, { files: ['mp4-archive'] })).outputs[0])).toEqual([EVENT_MP4]);
	});

	test('a room without recordings, with one, and with many', async () => {
		const room = here.sandbox.adobeConnect.room(EVENT_ROOM);
		const [first] = room.recordings!;
		room.recordings = [first!];
		expect(told((await sync(here)).outputs[0])).toEqual([EVENT_RECORDING]);
		const minute = 60_000;
		const begin = Date.parse(first!.begin);
		room.recordings = Array.from({ length: 2500 }, (_, at) => ({
			...first!,
			id: String(100_000 + at),
			begin: new Date(begin + (at % 40) * minute).toISOString(),
		}));
		const { outputs } = await sync(here);
		expect(new Set(told(outputs[0])).size).toBe(2500);
		room.recordings = [];
		expect(told((await sync(here)).outputs[0])).toEqual(['deferred recordingProcessing']);
	});

	test('a server that does not know list-recordings is asked for what lies in the room', async () => {
		fault(here, {
			match: /action=list-recordings/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
			times: 9,
		});
		const { outputs, error } = await sync(here);
		expect(error).toBeNull();
		expect(told(outputs[0])).toEqual([EVENT_RECORDING, EVENT_MP4]);
		expect(itemsOf(outputs[0])[0]!.recording!.endTime).toBe(
			iso(recording(here, EVENT_RECORDING).end),
		);
		expect(actions(here)).toContain('sco-contents');
	});

	test('a seminar: the recording carries its session, which may also be named as the webinar', async () => {
		for (const id of [SEMINAR_ROOM, SEMINAR_SESSION]) {
			const { outputs } = await sync(here, { webinar: byId(id) });
			expect(told(outputs[0])).toEqual([SEMINAR_RECORDING]);
			expect(itemsOf(outputs[0])[0]!.webinar).toMatchObject({
				kind: 'seminar',
				webinarId: SEMINAR_ROOM,
				occurrenceId: SEMINAR_SESSION,
				topic: 'Sample Seminar in autumn',
			});
		}
	});

	test('a room that is used again and again: the latest run, one run, all runs', async () => {
		const room = here.sandbox.adobeConnect.room(MEETING_ROOM);
		const [old] = room.held!;
		recordings(here, MEETING_ROOM).push({
			id: '71000',
			name: 'First',
			urlPath: '/p71000/',
			icon: 'archive',
			begin: old!.begin,
			end: old!.end!,
		});
		const meeting = { webinar: byId(MEETING_ROOM) };
		expect(told((await sync(here, meeting)).outputs[0])).toEqual([MEETING_RECORDING]);
		const one = await sync(here, { ...meeting, sessionId: MEETING_ASSETS[0] });
		expect(told(one.outputs[0])).toEqual(['71000']);
		expect(itemsOf(one.outputs[0])[0]!.webinar.sessionId).toBe(MEETING_ASSETS[0]);
		const all = await sync(here, { ...meeting, options: { allRuns: true } });
		expect(told(all.outputs[0])).toEqual(['71000', MEETING_RECORDING]);
		expect(itemsOf(all.outputs[0]).map(({ webinar }) => webinar.sessionId)).toEqual([
			MEETING_ASSETS[0],
			MEETING_ASSETS[2],
		]);
		const none = await sync(here, { ...meeting, sessionId: '1' });
		expect(none.error?.message).toContain('does not belong to the webinar');
	});

	test('what another event recorded in the same room does not come', async () => {
		const other = recording(here, EVENT_RECORDING);
		recordings(here).push({
			...other,
			id: '71001',
			begin: new Date(Date.parse(other.begin) - 3 * DAY).toISOString(),
			end: new Date(Date.parse(other.end) - 3 * DAY).toISOString(),
		});
		expect(told((await sync(here)).outputs[0])).toEqual([EVENT_RECORDING, EVENT_MP4]);
	});

	test('where the runs of the room are not to be seen, the plan tells whose recording it is', async () => {
		fault(here, {
			match: /action=report-meeting-sessions/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
			times: 9,
		});
		const { outputs } = await sync(here);
		expect(told(outputs[0])).toEqual([EVENT_RECORDING, EVENT_MP4]);
		expect(itemsOf(outputs[0])[0]!.webinar).toMatchObject({ webinarId: EVENT, sessionId: '' });
		const meeting = await sync(here, { webinar: byId(MEETING_ROOM) });
		expect(told(meeting.outputs[0])).toEqual([MEETING_RECORDING]);
		const one = await sync(here, { sessionId: EVENT_ASSET });
		expect(one.error?.message).toContain('may not see the sessions of the room');
	});

	test('view counts by option: counts, and nobody’s name', async () => {
		const { outputs } = await sync(here, { options: { includeViews: true } });
		expect(itemsOf(outputs[0]).map(({ recording: one }) => one)).toMatchObject([
			{ views: { count: 3, lastViewedAt: iso(recording(here, EVENT_RECORDING).lastViewedAt) } },
			{ views: { count: 0, lastViewedAt: null } },
		]);
		fault(here, {
			match: /action=report-sco-views/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
			times: 9,
		});
		const hidden = await sync(here, { options: { includeViews: true } });
		expect(told(hidden.outputs[0])).toEqual([EVENT_RECORDING, EVENT_MP4]);
		expect(itemsOf(hidden.outputs[0])[0]!.recording).toMatchObject({ views: null });
	});

	test('files only: nothing leads to the recording but the file itself', async () => {
		const { outputs } = await sync(here, { return: 'file', files: ['archive'] });
		const [{ recording: one, outcome }] = itemsOf(outputs[0]) as [ReturnType<typeof itemsOf>[0]];
		expect(one).toMatchObject({ url: '', shareUrl: '', passcode: '' });
		expect(outcome).toMatchObject({ action: 'downloaded', steps: { file: { result: 'synced' } } });
		expect(JSON.stringify(outputs)).not.toContain('/p70001/');
	});

	test('a moment: what began before it is left out', async () => {
		const { begin } = recording(here, EVENT_RECORDING);
		const since = async (ms: number) =>
			told(
				(
					await sync(here, {
						newSince: 'moment',
						since: new Date(Date.parse(begin) + ms).toISOString(),
					})
				).outputs[0],
			);
		expect(await since(0)).toEqual([EVENT_RECORDING, EVENT_MP4]);
		expect(await since(1000)).toEqual([]);
	});
});

test('as a tool: figures and links, no files', async () => {
	const { outputs } = await sync(here, { return: 'both' }, { asTool: true });
	expect(JSON.stringify(outputs[0]![0]!.json)).toMatch(/"files":2.*"synced":2/);
	expect(outputs[0]![0]!.binary).toBeUndefined();
});
