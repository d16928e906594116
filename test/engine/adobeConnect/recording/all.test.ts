import {
	EVENT,
	EVENT_ASSET,
	EVENT_MP4,
	EVENT_RECORDING,
	LEARNER,
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
	as,
	convert,
	fault,
	getAll,
	HOUR,
	inAHurry,
	itemsOf,
	recording,
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

describe('all webinars', () => {
	const all = async (changes = {}) => await sync(here, { recordingsOf: 'account', ...changes });

	test('those of events, seminars and meetings, oldest first, each with its own webinar', async () => {
		const { outputs, error } = await all();
		expect(error).toBeNull();
		expect(told(outputs[0])).toEqual([
			MEETING_RECORDING,
			SEMINAR_RECORDING,
			EVENT_RECORDING,
			EVENT_MP4,
		]);
		expect(itemsOf(outputs[0]).map(({ webinar }) => webinar)).toMatchObject([
			{ kind: 'meeting', webinarId: MEETING_ROOM, sessionId: MEETING_ASSETS[2] },
			{ kind: 'seminar', webinarId: SEMINAR_ROOM, occurrenceId: SEMINAR_SESSION },
			{ kind: 'event', webinarId: EVENT, sessionId: EVENT_ASSET },
			{ kind: 'event', webinarId: EVENT, sessionId: EVENT_ASSET },
		]);
	});

	test('only what lies within the time range, and each room is asked once', async () => {
		const { outputs } = await all({
			newSince: 'moment',
			since: new Date(Date.now() - 3 * HOUR).toISOString(),
		});
		expect(told(outputs[0])).toEqual([EVENT_RECORDING, EVENT_MP4]);
		expect(actions(here).filter((action) => action === 'report-meeting-sessions')).toHaveLength(1);
		const { begin } = recording(here, EVENT_RECORDING);
		const early = await all({ options: { until: begin } });
		expect(told(early.outputs[0])).toEqual([MEETING_RECORDING, SEMINAR_RECORDING]);
	});

	test('a conversion that is not done is deferred', async () => {
		convert(recording(here, EVENT_MP4), 2);
		const { outputs } = await all({ files: ['mp4-archive'] });
		expect(told(outputs[0])).toEqual(['deferred recordingProcessing']);
		expect(itemsOf(outputs[0])[0]!.outcome.retryAt).not.toBeNull();
	});

	test('a conversion that has failed is no file', async () => {
		recording(here, EVENT_MP4).job!.status = 'job-failed';
		expect(told((await all({ files: ['mp4-archive'] })).outputs[0])).toEqual([]);
		expect(told((await sync(here)).outputs[0])).toEqual([EVENT_RECORDING]);
		const many = await getAll(here);
		expect(itemsOf(many.outputs[0])[0]!.recording!.recordingId).toBe(EVENT_RECORDING);
	});

	test('a user who may read no folder is told so', async () => {
		fault(here, {
			match: /action=sco-expanded-contents/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
			times: 99,
		});
		const { error } = await sync(as(here, LEARNER), { recordingsOf: 'account' });
		expect(error?.message).toContain('may read none of the folders');
	});
});

describe('Get many', () => {
	test('gives links, newest first, as one item each', async () => {
		const { outputs, error } = await getAll(here);
		expect(error).toBeNull();
		expect(
			itemsOf(outputs[0]).map((item) => [item.recording!.recordingId, Object.keys(item)]),
		).toEqual(
			[EVENT_MP4, EVENT_RECORDING, SEMINAR_RECORDING, MEETING_RECORDING].map((id) => [
				id,
				['webinar', 'recording'],
			]),
		);
	});

	test('of one webinar, up to the limit, with views', async () => {
		const { outputs } = await getAll(here, {
			recordingsOf: 'webinar',
			returnAll: false,
			limit: 1,
			options: { includeViews: true },
		});
		expect(outputs[0]).toHaveLength(1);
		expect(itemsOf(outputs[0])[0]!.recording).toMatchObject({ views: { count: 0 } });
	});

	test('keeps to the time range, and says when it is the wrong way round', async () => {
		const before = new Date(Date.now() - 3 * HOUR).toISOString();
		const { outputs } = await getAll(here, { to: before });
		expect(itemsOf(outputs[0]).map((item) => item.recording!.recordingId)).toEqual([
			SEMINAR_RECORDING,
			MEETING_RECORDING,
		]);
		const { error } = await getAll(here, { from: new Date().toISOString(), to: before });
		expect(error?.message).toBe('From is later than To');
	});
});
