import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, byId, inAHurry, zoomNode } from '../support/zoom';
import { captions, chat, record, SPOKEN, stateOf, transcript, video, VTT } from './files';
import { itemsOf, syncOf, told } from './sync';

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

describe('one webinar', () => {
	test('every file is an item with its webinar, links and outcome', async () => {
		const { main } = here.story;
		record(here, main, [video('v'), transcript('t'), chat('c'), captions('cc')]);
		const { outputs, error } = await sync();
		expect(error).toBeNull();
		expect(told(outputs[0])).toEqual(['v', 't', 'c', 'cc']);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(
			outputs[0]!.map(() => ({ item: 0 })),
		);
		expect(itemsOf(outputs[0])[0]).toEqual({
			webinar: expect.objectContaining({
				webinarId: String(main.webinarId),
				sessionId: main.sessionUuid,
				topic: main.topic,
				startTime: main.startTime,
				hostEmail: main.hostEmail.toLowerCase(),
				accountId: here.story.world.zoom.accountId,
			}) as object,
			recording: {
				recordingId: 'v',
				type: 'shared_screen_with_speaker_view',
				startTime: '2026-03-01T10:00:05Z',
				endTime: '2026-03-01T10:59:50Z',
				fileType: 'video',
				sizeBytes: 100_000,
				url: expect.stringContaining('/rec/play/v') as string,
				shareUrl: expect.stringContaining('/rec/share/') as string,
				passcode: 'Coffee#1',
				transcriptText: null,
				transcriptSegments: null,
			},
			outcome: {
				destination: 'zoom',
				result: 'synced',
				action: 'listed',
				reason: null,
				message: 'The links were read',
				repair: '',
				steps: {},
				recordId: 'v',
				retryAt: null,
				preview: false,
			},
		});
	});

	test('transcripts and captions come as text, as segments, or not at all', async () => {
		record(here, here.story.main, [transcript('t'), captions('cc')]);
		const read = async (kind: string) =>
			itemsOf((await sync({ options: { transcript: kind } })).outputs[0]).map(({ recording }) => [
				recording?.transcriptText,
				recording?.transcriptSegments,
			]);
		const segments = [
			{ start: 1, end: 4, speaker: 'Hanna Host', text: 'Welcome ☕' },
			{ start: 4.5, end: 6, speaker: 'Hanna Host', text: 'to our webinar' },
			{ start: 7, end: 8, speaker: 'Paul Panel', text: 'Thank you' },
		];
		expect(await read('text')).toEqual([
			[SPOKEN, null],
			[SPOKEN, null],
		]);
		expect(await read('segments')).toEqual([
			[null, segments],
			[null, segments],
		]);
		expect(await read('both')).toEqual([
			[SPOKEN, segments],
			[SPOKEN, segments],
		]);
		here.sandbox.books.clear();
		expect(await read('none')).toEqual([
			[null, null],
			[null, null],
		]);
		expect(apiCalls(here).filter((call) => call.includes('/rec/'))).toEqual([]);
	});

	test('a long transcript stays whole', async () => {
		const cue = (at: number): string =>
			`${at}\r\n00:00:01.000 --> 00:00:02.000\r\nHanna Host: word${at}\r\n\r\n`;
		const long = `WEBVTT\r\n\r\n${Array.from({ length: 30_000 }, (_, at) => cue(at)).join('')}`;
		record(here, here.story.main, [transcript('t', { content: long })]);
		const { outputs } = await sync();
		const text = itemsOf(outputs[0])[0]!.recording!.transcriptText!;
		expect(text.split(' ')).toHaveLength(30_002);
		expect(text.endsWith('word29999')).toBe(true);
	});

	test('only the chosen kinds of files come', async () => {
		record(here, here.story.main, [video('v'), transcript('t'), chat('c')]);
		const { outputs } = await sync({ files: ['chat'] });
		expect(told(outputs[0])).toEqual(['c']);
	});

	test('the share link carries the passcode by option', async () => {
		const recording = record(here, here.story.main, [video('v')]);
		const { outputs } = await sync({ files: ['video'], options: { shareLinkWithPasscode: true } });
		expect(itemsOf(outputs[0])[0]!.recording!.shareUrl).toBe(
			`${recording.shareUrl}?pwd=${recording.playPasscode}`,
		);
	});

	test('files only: nothing leads to the recording but the file itself', async () => {
		record(here, here.story.main, [video('v'), transcript('t')]);
		const { outputs } = await sync({ return: 'file' });
		for (const { recording, outcome } of itemsOf(outputs[0])) {
			expect(recording).toMatchObject({ url: '', shareUrl: '', passcode: '' });
			expect(outcome.action).toBe('downloaded');
		}
		expect(Buffer.from(outputs[0]![0]!.binary!.data!.data, 'base64').length).toBe(100_000);
		expect(outputs[0]![0]!.binary!.data).toMatchObject({
			mimeType: 'video/mp4',
			fileExtension: 'mp4',
			fileName: expect.stringMatching(
				/^[^/\\]+ 2026-03-01-10-00 shared_screen_with_speaker_view\.mp4$/,
			) as string,
		});
		expect(Buffer.from(outputs[0]![1]!.binary!.data!.data, 'base64').toString()).toBe(VTT);
	});

	test('the file goes to the field of one’s choice', async () => {
		record(here, here.story.main, [video('v')]);
		const { outputs } = await sync({
			return: 'both',
			files: ['video'],
			options: { binaryPropertyName: 'movie' },
		});
		expect(Object.keys(outputs[0]![0]!.binary!)).toEqual(['movie']);
		expect(itemsOf(outputs[0])[0]!.recording!.url).not.toBe('');
	});

	test('a session whose UUID has slashes, and one by its own UUID', async () => {
		const { main, earlier } = here.story;
		const state = stateOf(here, main);
		const uuid = '/a//b+c==';
		state.sessions[0]!.uuid = uuid;
		record(here, { ...main, sessionUuid: uuid }, [video('v')]);
		const { outputs } = await sync({ sessionId: uuid, files: ['video'] });
		expect(itemsOf(outputs[0])[0]!.webinar.sessionId).toBe(uuid);
		record(here, earlier, [video('e')]);
		const other = await sync({ sessionId: earlier.sessionUuid, files: ['video'] });
		expect(other.error?.message).toContain(`belongs to the webinar ${earlier.webinarId}`);
	});

	test('every run of a series by option', async () => {
		const { main } = here.story;
		const state = stateOf(here, main);
		const before = {
			...state.sessions[0]!,
			uuid: 'before==',
			startTime: '2026-02-01T10:00:00Z',
			endTime: '2026-02-01T11:00:00Z',
		};
		const practice = {
			...before,
			uuid: 'practice==',
			practiceSession: true,
			startTime: '2026-01-01T10:00:00Z',
			endTime: '2026-01-01T10:10:00Z',
		};
		// A practice session of today might still get a recording.
		state.sessions = [
			practice,
			before,
			state.sessions.find(({ uuid }) => uuid === main.sessionUuid)!,
		];
		const recording = record(here, main, [video('new')]);
		state.recordings = [
			{ ...recording, sessionUuid: 'before==', files: [video('old')] },
			recording,
		];
		expect(told((await sync({ files: ['video'] })).outputs[0])).toEqual(['new']);
		const all = await sync({ files: ['video'], options: { allRuns: true } });
		expect(told(all.outputs[0])).toEqual(['old', 'new']);
	});
});

describe('hosts', () => {
	beforeEach(() => {
		const { main, earlier } = here.story;
		record(here, main, [video('main')]);
		record(here, earlier, [video('earlier')]);
		here.sandbox.zoom.world.meetings = [
			{
				id: 81122233344,
				hostId: stateOf(here, main).hostId,
				topic: 'A meeting',
				startTime: main.startTime,
				recordings: [
					{ ...stateOf(here, main).recordings![0]!, sessionUuid: 'm==', files: [video('meeting')] },
				],
			},
		];
	});

	test('webinars of one host, oldest first, without meetings', async () => {
		const { main } = here.story;
		const { outputs, error } = await sync({
			recordingsOf: 'host',
			files: ['video'],
			options: { firstLookBackDays: 100 },
		});
		expect(error).toBeNull();
		const found = told(outputs[0]);
		expect(found).toContain('main');
		expect(found).not.toContain('meeting');
		expect(itemsOf(outputs[0]).at(-1)!.webinar).toMatchObject({
			webinarId: String(main.webinarId),
			sessionId: main.sessionUuid,
			hostEmail: main.hostEmail.toLowerCase(),
		});
		const ranges = here.sandbox.books
			.calls('zoom')
			.filter(({ route }) => route === '/users/:userId/recordings')
			.map(({ query, status }) => [
				status,
				(Date.parse(query.to!) - Date.parse(query.from!)) / 86_400_000,
			]);
		expect(ranges.length).toBeGreaterThanOrEqual(4);
		for (const [status, days] of ranges) {
			expect(status).toBe(200);
			expect(days).toBeLessThanOrEqual(28);
		}
	});

	test('all hosts of the account', async () => {
		const { outputs } = await sync({
			recordingsOf: 'account',
			files: ['video'],
			options: { firstLookBackDays: 365 },
		});
		expect(told(outputs[0])).toEqual(['earlier', 'main']);
	});

	test('within a time range: what began before or at its end is left out', async () => {
		const { main } = here.story;
		const from = new Date(Date.parse(main.startTime) - 1000).toISOString();
		const range = async (since: string, until: string) =>
			told(
				(
					await sync({
						recordingsOf: 'account',
						newSince: 'moment',
						since,
						files: ['video'],
						options: { until },
					})
				).outputs[0],
			);
		expect(await range(from, '')).toEqual(['main']);
		expect(await range(main.startTime, '')).toEqual(['main']);
		expect(await range(from, main.startTime)).toEqual([]);
		expect(await range(new Date(Date.parse(main.startTime) + 1000).toISOString(), '')).toEqual([]);
	});

	test('a moment may come from an expression', async () => {
		const { outputs, error } = await sync({
			recordingsOf: 'account',
			newSince: 'moment',
			since: '={{ $now.minus({ days: 3 }) }}',
			files: ['video'],
		});
		expect(error).toBeNull();
		expect(told(outputs[0])).toEqual(['main']);
	});

	test('a list of several pages, each session once', async () => {
		const { main } = here.story;
		const state = stateOf(here, main);
		const day = Date.parse(main.startTime);
		const many = Array.from({ length: 650 }, (_, at) => ({
			...state.sessions[0]!,
			uuid: `s${at}==`,
			startTime: new Date(day - at * 3_600_000).toISOString(),
			endTime: new Date(day - at * 3_600_000 + 60_000).toISOString(),
		}));
		state.sessions = many;
		state.recordings = many.map(({ uuid }, at) => ({
			...state.recordings![0]!,
			sessionUuid: uuid,
			files: [video(`f${at}`)],
		}));
		const { outputs } = await sync({
			recordingsOf: 'host',
			files: ['video'],
			options: { firstLookBackDays: 60 },
		});
		const found = told(outputs[0]).filter((id) => id.startsWith('f'));
		expect(found).toHaveLength(650);
		expect(new Set(found).size).toBe(650);
	});
});

describe('Get many', () => {
	const many = async (changes = {}) =>
		await zoomNode(here, {
			resource: 'recording',
			operation: 'getAll',
			host: byId(here.story.main.hostEmail),
			from: '',
			to: '',
			returnAll: true,
			options: {},
			...changes,
		});

	test('gives links of the last 30 days, one item per file', async () => {
		record(here, here.story.main, [video('v'), transcript('t')]);
		const { outputs, error } = await many();
		expect(error).toBeNull();
		expect(
			itemsOf(outputs[0]).map((item) => [item.recording!.recordingId, Object.keys(item)]),
		).toEqual([
			['v', ['webinar', 'recording']],
			['t', ['webinar', 'recording']],
		]);
		expect(apiCalls(here).some((call) => call.includes('/rec/'))).toBe(false);
	});

	test('stops at the limit', async () => {
		record(here, here.story.main, [video('v'), transcript('t')]);
		const { outputs } = await many({ returnAll: false, limit: 1 });
		expect(
			told(outputs[0].map(({ json }) => ({ json: { ...json, outcome: { result: 'synced' } } }))),
		).toEqual(['v']);
	});

	test('keeps to the time range, and says when it is the wrong way round', async () => {
		record(here, here.story.main, [video('v')]);
		const { outputs } = await many({ to: here.story.main.startTime });
		expect(outputs[0]).toEqual([]);
		const { error } = await many({ from: '2026-03-02T00:00:00Z', to: '2026-03-01T00:00:00Z' });
		expect(error?.message).toBe('From is later than To');
		const wrong = await many({ from: 'yesterday' });
		expect(wrong.error?.message).toBe('From is not a date and time');
	});
});

test('as a tool: figures and links, no files', async () => {
	record(here, here.story.main, [video('v'), transcript('t')]);
	const { outputs } = await zoomNode(here, syncOf(here, { return: 'both' }), { asTool: true });
	const answer = JSON.parse(JSON.stringify(outputs[0]![0]!.json)) as { response?: unknown };
	expect(JSON.stringify(answer)).toMatch(/"files":2.*"synced":2/);
	expect(outputs[0]![0]!.binary).toBeUndefined();
});
