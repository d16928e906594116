import {
	EVENT,
	EVENT_MP4,
	EVENT_RECORDING,
	EVENT_ROOM,
	MEETING_RECORDING,
	MEETING_ROOM,
	UPCOMING_EVENT,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import { byId, fault, inAHurry, itemsOf, recordings, smallStage, sync, told } from './sync';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const outcomeOf = async (changes = {}) => {
	const { outputs, error } = await sync(here, changes);
	expect(error).toBeNull();
	expect(outputs[0]).toHaveLength(1);
	const item = itemsOf(outputs[0])[0]!;
	expect(item.recording).toBeNull();
	return item.outcome;
};
const held = () => here.sandbox.adobeConnect.room(EVENT_ROOM).held![0]!;
const unrecorded = (): void => {
	recordings(here).length = 0;
};

describe('a run without a recording', () => {
	beforeEach(unrecorded);

	test('which has just ended: deferred, with the moment to ask again', async () => {
		const before = Date.now();
		const outcome = await outcomeOf({ options: { retryAfterMinutes: 30 } });
		expect(outcome).toMatchObject({ result: 'deferred', reason: 'recordingProcessing' });
		expect(Date.parse(outcome.retryAt!) - before).toBeGreaterThanOrEqual(30 * 60_000 - 1000);
		expect(outcome.repair).toContain('Record Session');
	});

	test('which ended long ago: not recorded, and what to do in the room next time', async () => {
		const outcome = await outcomeOf({ options: { finalAfterHours: 0 } });
		expect(outcome).toMatchObject({ result: 'skipped', reason: 'notRecorded', retryAt: null });
		expect(outcome.repair).toContain('start Record Session in the room');
	});

	test('which is still going on: deferred', async () => {
		held().end = null;
		expect(await outcomeOf({ options: { finalAfterHours: 0 } })).toMatchObject({
			result: 'deferred',
			message: 'The webinar has not ended yet',
		});
	});

	test('beside one with a recording: what nobody waits for is not told', async () => {
		const { outputs } = await sync(here, {
			webinar: byId(MEETING_ROOM),
			options: { allRuns: true },
		});
		expect(told(outputs[0])).toEqual([MEETING_RECORDING]);
	});
});

describe('a webinar without any run', () => {
	test('that is to come: deferred until it has ended', async () => {
		const outcome = await outcomeOf({ webinar: byId(UPCOMING_EVENT) });
		expect(outcome).toMatchObject({
			result: 'deferred',
			reason: 'recordingProcessing',
			message: 'The webinar has not ended yet',
		});
		const { end } = here.sandbox.adobeConnect.event(UPCOMING_EVENT);
		expect(Date.parse(outcome.retryAt!)).toBeGreaterThan(Date.parse(end));
	});

	test('that never started', async () => {
		unrecorded();
		here.sandbox.adobeConnect.room(EVENT_ROOM).held = [];
		expect(await outcomeOf()).toMatchObject({ reason: 'recordingProcessing' });
		expect(await outcomeOf({ options: { finalAfterHours: 0 } })).toMatchObject({
			result: 'skipped',
			reason: 'neverStarted',
		});
	});

	test('whose runs are not to be seen: nobody says that it never started', async () => {
		unrecorded();
		fault(here, {
			match: /action=report-meeting-sessions/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
			times: 9,
		});
		expect(await outcomeOf({ options: { finalAfterHours: 0 } })).toMatchObject({
			reason: 'notRecorded',
		});
	});
});

describe('what concerns an item', () => {
	test('one unknown webinar, three ways to go on', async () => {
		const parameters = {
			webinar: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			files: ['archive'],
		};
		const items = ['999999', EVENT].map((id) => ({ id }));
		const stopped = await sync(here, parameters, { items });
		expect(stopped.error?.message).toContain('Adobe Connect has nothing with the ID 999999');
		const go = await sync(here, parameters, { items, onError: 'continueRegularOutput' });
		expect(go.error).toBeNull();
		expect(go.outputs[0]).toHaveLength(2);
		expect(go.outputs[0]![0]!.json.error).toContain('999999');
		expect(told(go.outputs[0]!.slice(1))).toEqual([EVENT_RECORDING]);
		const apart = await sync(here, parameters, { items, onError: 'continueErrorOutput' });
		expect(told(apart.outputs[0])).toEqual([EVENT_RECORDING]);
		expect(apart.outputs[1]).toHaveLength(1);
		expect(apart.outputs[0]!.length + apart.outputs[1]!.length).toBe(items.length);
	});

	test('recordings that may not be read stop the item, and nothing is told as deleted', async () => {
		fault(here, {
			match: /action=(list-recordings|sco-contents)/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
			times: 9,
		});
		const { error } = await sync(here);
		expect(error?.message).toContain('Adobe Connect refused the list of recordings');
	});

	test('an event whose room nobody tells', async () => {
		here.sandbox.adobeConnect.event(EVENT).roomId = '';
		expect((await sync(here)).error?.message).toContain('which room belongs to the event');
	});

	test.each([
		[{ files: [] }, 'Files is empty'],
		[{ newSince: 'moment', since: 'soon' }, 'Since is not a date and time'],
		[{ options: { finalAfterHours: 'x' } }, 'Final After (Hours) is not a number of 0 or more'],
	])('%j is refused in words', async (changes, message) => {
		expect((await sync(here, changes)).error?.message).toBe(message);
	});
});

describe('a session that ends in the middle', () => {
	test.each([
		['the session of the login', /action=list-recordings/, 'no-access', 'no-login'],
		['an internal error', /action=report-meeting-sessions/, 'internal-error', ''],
	])('%s: asked again, once', async (_, match, code, subcode) => {
		fault(here, { match, fault: { kind: 'adobeError', code, subcode } });
		const { outputs, error } = await sync(here);
		expect(error).toBeNull();
		expect(told(outputs[0])).toEqual([EVENT_RECORDING, EVENT_MP4]);
	});
});
