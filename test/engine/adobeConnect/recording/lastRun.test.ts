import { NodeConnectionTypes } from 'n8n-workflow';

import {
	EVENT,
	EVENT_MP4,
	EVENT_RECORDING,
	EVENT_ROOM,
	MEETING_RECORDING,
	MEETING_ROOM,
	SEMINAR_RECORDING,
	SEMINAR_ROOM,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import {
	convert,
	fault,
	Flow,
	HOUR,
	inAHurry,
	itemsOf,
	recording,
	recordings,
	remove,
	smallStage,
	told,
} from './sync';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const ofOne = (changes = {}): Flow => new Flow(here, changes);
/** Of all webinars, those that ran within the last hours. */
const ofAll = (changes = {}): Flow =>
	new Flow(here, { recordingsOf: 'account', options: { firstLookBackDays: 0.2 }, ...changes });
const byExpression = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

describe.each([
	['one webinar', ofOne],
	['all webinars', ofAll],
])('%s: new since the last run', (_, make) => {
	test('what was returned does not come again, what comes late does', async () => {
		const mp4 = remove(here, EVENT_MP4);
		const runs = make();
		expect(told((await runs.run()).items)).toEqual([EVENT_RECORDING]);
		expect((await runs.run()).items).toEqual([]);
		recordings(here).push(mp4);
		expect(told((await runs.run()).items)).toEqual([EVENT_MP4]);
		expect((await runs.run()).items).toEqual([]);
	});

	test('a conversion that is not done comes when it is', async () => {
		convert(recording(here, EVENT_MP4), 2);
		const runs = make();
		const waiting = [EVENT_RECORDING, 'deferred recordingProcessing'];
		expect(told((await runs.run()).items)).toEqual(waiting);
		expect(told((await runs.run()).items)).toEqual(waiting.slice(1));
		convert(recording(here, EVENT_MP4), 6);
		expect(told((await runs.run()).items)).toEqual([EVENT_MP4]);
		expect((await runs.run()).items).toEqual([]);
	});

	test('a kind that is chosen later still comes', async () => {
		const before = make({ files: ['archive'] });
		expect(told((await before.run()).items)).toEqual([EVENT_RECORDING]);
		const after = make();
		after.staticData = before.staticData;
		expect(told((await after.run()).items)).toEqual([EVENT_MP4]);
	});

	test('a test run shows everything and moves nothing', async () => {
		const runs = make({ files: ['archive'] });
		const { items, hints } = await runs.run('manual');
		expect(told(items)).toEqual([EVENT_RECORDING]);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringContaining('was not moved') as string,
		]);
		expect(told((await runs.run()).items)).toEqual([EVENT_RECORDING]);
		expect((await runs.run('manual')).items).toEqual([]);
	});

	test('a file whose download failed comes again, the others do not', async () => {
		const runs = make({ return: 'file' });
		fault(here, {
			match: /p70002\/output/,
			fault: { kind: 'status', status: 503 },
			times: 6,
		});
		expect(told((await runs.run()).items)).toEqual([
			EVENT_RECORDING,
			'deferred temporarilyUnavailable',
		]);
		expect(told((await runs.run()).items)).toEqual([EVENT_MP4]);
		expect((await runs.run()).items).toEqual([]);
	});

	test('a recording that was returned and is gone is told once, and is not new when it is back', async () => {
		const runs = make({ files: ['archive'] });
		await runs.run();
		const gone = remove(here, EVENT_RECORDING);
		recordings(here).length = 0;
		const { items } = await runs.run();
		expect(told(items)).toEqual(['skipped recordingDeleted']);
		expect(itemsOf(items)[0]!.webinar).toMatchObject({ webinarId: EVENT, kind: 'event' });
		expect(told((await runs.run()).items)).toEqual([]);
		recordings(here).push(gone);
		expect(told((await runs.run()).items)).toEqual([]);
	});

	test('the run that a recording belongs to may be told later', async () => {
		const room = here.sandbox.adobeConnect.room(EVENT_ROOM);
		const { held } = room;
		room.held = [];
		const runs = make({ files: ['archive'] });
		expect(told((await runs.run()).items)).toEqual([EVENT_RECORDING]);
		room.held = held!;
		expect((await runs.run()).items).toEqual([]);
	});
});

describe('one webinar', () => {
	test('a run without a recording is waited for, told once as final, and the late recording comes', async () => {
		const late = remove(here, EVENT_RECORDING);
		remove(here, EVENT_MP4);
		const waiting = ofOne();
		expect(told((await waiting.run()).items)).toEqual(['deferred recordingProcessing']);
		const final = ofOne({ options: { finalAfterHours: 0 } });
		final.staticData = waiting.staticData;
		expect(told((await final.run()).items)).toEqual(['skipped notRecorded']);
		expect((await final.run()).items).toEqual([]);
		recordings(here).push(late);
		expect(told((await final.run()).items)).toEqual([EVENT_RECORDING]);
	});
});

describe('runs that break off', () => {
	const ids = [{ id: EVENT }, { id: 'none' }];
	const flow = (): Flow => ofOne({ webinar: byExpression, files: ['archive'] });

	test('nothing counts as returned when a later item stops the run', async () => {
		const runs = flow();
		expect((await runs.run('trigger', ids)).error).toContain('not an ID');
		expect(told((await runs.run('trigger', ids.slice(0, 1))).items)).toEqual([EVENT_RECORDING]);
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s: what came out counts and the rest does not',
		async (onError) => {
			const runs = flow();
			const { items } = await runs.run('trigger', ids, { onError });
			expect(items).toHaveLength(onError === 'continueErrorOutput' ? 1 : 2);
			expect((await runs.run('trigger', ids.slice(0, 1))).items).toEqual([]);
		},
	);

	test('a list that cannot be read moves nothing', async () => {
		const runs = ofAll({ files: ['archive'] });
		fault(here, {
			match: /action=sco-expanded-contents/,
			fault: { kind: 'status', status: 500 },
			times: 60,
		});
		expect((await runs.run()).error).toContain('overloaded');
		here.sandbox.clearFaults();
		expect(told((await runs.run()).items)).toEqual([EVENT_RECORDING]);
	});
});

describe('places', () => {
	test('webinars of several items are remembered each for itself', async () => {
		const runs = ofOne({ webinar: byExpression, files: ['archive'] });
		const items = [EVENT, SEMINAR_ROOM, EVENT].map((id) => ({ id }));
		expect(told((await runs.run('trigger', items)).items)).toEqual([
			EVENT_RECORDING,
			SEMINAR_RECORDING,
		]);
		expect((await runs.run('trigger', items)).items).toEqual([]);
	});

	test('the first run for all webinars goes back as far as it is told, and no later run goes further', async () => {
		const short = ofAll({ files: ['archive'] });
		expect(told((await short.run()).items)).toEqual([EVENT_RECORDING]);
		expect((await short.run()).items).toEqual([]);
		const long = ofAll({ files: ['archive'], options: {} });
		expect(told((await long.run()).items)).toEqual([
			MEETING_RECORDING,
			SEMINAR_RECORDING,
			EVENT_RECORDING,
		]);
		expect((await long.run()).items).toEqual([]);
	});

	test('the latest run of a room that is used again: the one before is not told as deleted', async () => {
		const runs = ofOne({ webinar: { __rl: true, mode: 'id', value: MEETING_ROOM } });
		expect(told((await runs.run()).items)).toEqual([MEETING_RECORDING]);
		const room = here.sandbox.adobeConnect.room(MEETING_ROOM);
		const before = room.held!.at(-1)!;
		const next = { begin: new Date(Date.now() - 3 * HOUR), end: new Date(Date.now() - 2 * HOUR) };
		const times = { begin: next.begin.toISOString(), end: next.end.toISOString() };
		room.held!.push({ ...before, assetId: '61099', ...times });
		remove(here, MEETING_RECORDING, MEETING_ROOM);
		recordings(here, MEETING_ROOM).push({
			id: '71002',
			name: 'Next',
			urlPath: '/p71002/',
			icon: 'archive',
			...times,
		});
		expect(told((await runs.run()).items)).toEqual(['71002']);
	});
});

test('runs for an agent move nothing', async () => {
	const runs = ofOne({ files: ['archive'] });
	await runs.run('trigger', [{}], { rewireOutputLogTo: NodeConnectionTypes.AiTool });
	expect(JSON.stringify(runs.staticData)).not.toContain(EVENT_RECORDING);
	expect(told((await runs.run()).items)).toEqual([EVENT_RECORDING]);
});
