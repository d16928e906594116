import {
	EVENT,
	EVENT_ASSET,
	EVENT_ROOM,
	HOST,
	MEETING_ASSETS,
	MEETING_ROOM,
	PAT,
	SEMINAR_ASSET,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
	SPEAKER,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { AdobeHeldSession, AdobeRoom, AdobeStay } from '../../../sandbox/adobeConnect/world';
import type { Stage } from '../../support/world';
import { DAY, getAttendees, HOUR, MINUTE, people, smallStage, statuses } from './support';

let here: Stage;
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const room = (id: string): AdobeRoom => here.sandbox.adobeConnect.room(id);
const iso = (at: number): string => new Date(at).toISOString();
const sessionIds = (items: Array<{ webinar: { sessionId: string } }>): string[] => [
	...new Set(items.map(({ webinar }) => webinar.sessionId)),
];

/** A run of somebody alone, from when to when. */
function run(
	assetId: string,
	[begin, end]: [number, number],
	who: Pick<AdobeStay, 'principalId' | 'name' | 'role'>,
): AdobeHeldSession {
	const stay = { ...who, transcriptId: `${assetId}1`, begin: iso(begin), end: iso(end) };
	return { assetId, begin: iso(begin), end: iso(end), stays: [stay] };
}

describe('an event', () => {
	const eventRun = (): AdobeHeldSession => room(EVENT_ROOM).held![0]!;

	test('is the run at its scheduled time, whatever else went on in its room', async () => {
		const begin = Date.parse(eventRun().begin);
		const stranger = { principalId: '21007', name: 'Stan Stranger' };
		room(EVENT_ROOM).held!.unshift(
			run('71', [begin - 3 * HOUR, begin - HOUR], stranger),
			run('72', [begin - 9 * DAY, begin - 9 * DAY + 5 * HOUR], stranger),
		);
		const found = people(await getAttendees(here, EVENT));
		expect(sessionIds(found)).toEqual([EVENT_ASSET]);
		expect(statuses(found)).toEqual([
			'Walk In attended',
			'leo.late@example.com attended',
			'nora.noshow@example.com noShow',
			'olga.ondemand@example.com noShow',
			'pat.example@example.com attended',
		]);
	});

	test('that began an hour after its planned end is that event all the same', async () => {
		const { event } = { event: here.sandbox.adobeConnect.event(EVENT) };
		const begin = Date.parse(eventRun().begin);
		event.begin = iso(begin - 2 * HOUR);
		event.end = iso(begin - HOUR);
		expect(sessionIds(people(await getAttendees(here, EVENT)))).toEqual([EVENT_ASSET]);
	});

	test('of which only a rehearsal was held is waited for, and never started in the end', async () => {
		const event = here.sandbox.adobeConnect.event(EVENT);
		event.begin = iso(Date.parse(eventRun().end!) + 5 * MINUTE);
		event.end = iso(Date.parse(eventRun().end!) + 65 * MINUTE);
		event.registrants.forEach((registrant) => delete registrant.onDemand);
		const waiting = await getAttendees(here, EVENT);
		expect(waiting.outputs.map(({ length }) => length)).toEqual([0, 1]);
		event.begin = iso(Date.now() - 6 * HOUR);
		event.end = iso(Date.now() - 5 * HOUR);
		room(EVENT_ROOM).held = [];
		const found = people(await getAttendees(here, EVENT));
		expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['neverStarted']));
		expect(new Set(found.map(({ attendanceStatus }) => attendanceStatus))).toEqual(
			new Set(['unknown']),
		);
	});

	test('takes the ID of a session, and no foreign one', async () => {
		const one = { session: 'one', sessionId: EVENT_ASSET };
		expect(sessionIds(people(await getAttendees(here, EVENT, one)))).toEqual([EVENT_ASSET]);
		const { error } = await getAttendees(here, EVENT, { session: 'one', sessionId: SEMINAR_ASSET });
		expect(error?.message).toBe(
			`The session ${SEMINAR_ASSET} does not belong to the webinar ${EVENT}`,
		);
	});

	test('has no occurrence', async () => {
		const { error } = await getAttendees(here, EVENT, {
			session: 'occurrence',
			occurrence: { __rl: true, mode: 'id', value: SEMINAR_SESSION },
		});
		expect(error?.message).toContain('only seminars have');
	});
});

describe('how far a run is', () => {
	test('one that is going on is not ready, however long ago it was to end', async () => {
		const held = room(EVENT_ROOM).held![0]!;
		held.end = null;
		here.sandbox.adobeConnect.event(EVENT).end = iso(Date.now() - 9 * HOUR);
		here.sandbox.adobeConnect.event(EVENT).begin = iso(Date.now() - 10 * HOUR);
		held.begin = iso(Date.now() - 10 * HOUR);
		const { outputs } = await getAttendees(here, EVENT);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]![0]!.json).toMatchObject({ reason: 'reportNotReady', finalAt: null });
	});

	test('its end as the trigger told it counts, where the report does not know it yet', async () => {
		const held = room(EVENT_ROOM).held![0]!;
		const { begin, end } = held;
		held.end = null;
		const webinar = { sessionId: EVENT_ASSET, startTime: begin, endTime: end };
		const parameters = { session: 'one', sessionId: EVENT_ASSET };
		const found = people(await getAttendees(here, EVENT, parameters, { items: [{ webinar }] }));
		expect(Date.parse(found[0]!.webinar.endTime!)).toBe(Date.parse(end!));
	});

	test('somebody who has not left is waited for until Final After, then counts to the end', async () => {
		const held = room(EVENT_ROOM).held![0]!;
		held.stays.find(({ name }) => name === 'Walk In')!.end = null;
		const early = await getAttendees(here, EVENT);
		expect(early.outputs[1]).toHaveLength(1);
		const late = await getAttendees(here, EVENT, { options: { finalAfterHours: 0 } });
		const walkIn = people(late).find(({ firstName }) => firstName === 'Walk');
		expect(Date.parse(walkIn!.attendance.lastLeaveTime!)).toBe(Date.parse(held.end!));
	});

	test('a run without anybody but hosts is waited for, and nobody attended in the end', async () => {
		const held = room(EVENT_ROOM).held![0]!;
		held.stays = held.stays.filter(({ role }) => role === 'host');
		here.sandbox.adobeConnect.event(EVENT).registrants.forEach((one) => delete one.onDemand);
		const early = await getAttendees(here, EVENT, { options: { retryAfterMinutes: 5 } });
		const { json } = early.outputs[1]![0]!;
		expect(Date.parse(String(json.finalAt))).toBe(Date.parse(held.end!) + 2 * HOUR);
		expect(Date.parse(String(json.retryAt))).toBeGreaterThan(Date.now() + 4 * MINUTE);
		const late = await getAttendees(here, EVENT, { options: { finalAfterHours: 0 } });
		expect(new Set(people(late).map(({ reason }) => reason))).toEqual(new Set(['nobodyAttended']));
	});

	test('Fail stops with an error that says so', async () => {
		room(EVENT_ROOM).held![0]!.end = null;
		const { error } = await getAttendees(here, EVENT, { options: { whenNotReady: 'fail' } });
		expect(error?.message).toBe('The report of the webinar is not ready yet');
	});
});

describe('a seminar', () => {
	const second = { id: '60002', name: 'Sample Seminar in winter', urlPath: '/s60002/' };

	/** A second date, three hours ago, with Pat in it. */
	function addDate(): void {
		const begin = Date.now() - 3 * HOUR;
		const { seminarSessions, held } = room(SEMINAR_ROOM);
		const dates = { begin: iso(begin), end: iso(begin + HOUR), createdAt: iso(begin - DAY) };
		seminarSessions!.push({ ...second, ...dates });
		held!.push(run('61011', [begin, begin + HOUR], { principalId: PAT, name: 'Pat Example' }));
	}

	const occurrence = (value: string) => ({
		session: 'occurrence',
		occurrence: { __rl: true, mode: 'id', value },
	});

	test('gives the date that ended last, another one where it is chosen', async () => {
		addDate();
		const latest = people(await getAttendees(here, SEMINAR_ROOM));
		expect(latest[0]!.webinar).toMatchObject({ occurrenceId: '60002', topic: second.name });
		expect(statuses(latest)).toEqual([
			'learner@example.com noShow',
			'pat.example@example.com attended',
		]);
		const chosen = people(await getAttendees(here, SEMINAR_ROOM, occurrence(SEMINAR_SESSION)));
		expect(sessionIds(chosen)).toEqual([SEMINAR_ASSET]);
		expect(chosen[0]!.webinar.occurrenceId).toBe(SEMINAR_SESSION);
	});

	test('is also found by the ID of one of its dates', async () => {
		addDate();
		const found = people(await getAttendees(here, SEMINAR_SESSION));
		expect(found[0]!.webinar).toMatchObject({
			webinarId: SEMINAR_ROOM,
			occurrenceId: SEMINAR_SESSION,
			sessionId: SEMINAR_ASSET,
		});
	});

	test('gives all its dates, each person once per date, and what lies in between not at all', async () => {
		addDate();
		const between = Date.now() - 12 * HOUR;
		room(SEMINAR_ROOM).held!.push(
			run('61012', [between - 8 * HOUR, between - 7 * HOUR], { name: 'Somebody Else' }),
		);
		const found = people(await getAttendees(here, SEMINAR_ROOM, { session: 'all' }));
		expect(found.map(({ email, webinar }) => `${webinar.occurrenceId} ${email}`).sort()).toEqual(
			[
				`${SEMINAR_SESSION} learner@example.com`,
				`${SEMINAR_SESSION} pat.example@example.com`,
				'60002 learner@example.com',
				'60002 pat.example@example.com',
			].sort(),
		);
	});

	test('a date that is not chosen is an error in the words of the panel', async () => {
		const { error } = await getAttendees(here, SEMINAR_ROOM, occurrence('={{ "" }}'));
		expect(error?.message).toBe('Seminar Session is empty');
	});

	test('an unknown date is an error', async () => {
		const { error } = await getAttendees(here, SEMINAR_ROOM, occurrence('99999'));
		expect(error?.message).toContain('99999');
	});
});

describe('a room that is used again and again', () => {
	test('gives the run that ended last, with its times, and no-shows among the invited alone', async () => {
		const found = people(await getAttendees(here, MEETING_ROOM));
		const held = room(MEETING_ROOM).held!.find(({ assetId }) => assetId === MEETING_ASSETS[2])!;
		expect(sessionIds(found)).toEqual([MEETING_ASSETS[2]]);
		expect(Date.parse(found[0]!.webinar.startTime!)).toBe(Date.parse(held.begin));
		expect(found[0]!.webinar.durationSeconds).toBe(45 * 60);
		expect(statuses(found)).toEqual([
			'Guest From Outside attended',
			'learner@example.com attended',
			'pat.example@example.com noShow',
		]);
	});

	test('All gives every run but a rehearsal of presenters before another one', async () => {
		const next = Date.parse(room(MEETING_ROOM).held![2]!.begin);
		const presenter = { principalId: SPEAKER.id, name: 'Sam Speaker', role: 'mini-host' as const };
		room(MEETING_ROOM).permissions[SPEAKER.id] = 'mini-host';
		room(MEETING_ROOM).held!.push(run('61025', [next - 2 * HOUR, next - HOUR], presenter));
		const result = await getAttendees(here, MEETING_ROOM, { session: 'all' });
		expect(sessionIds(people(result))).toEqual([...MEETING_ASSETS]);
		expect(result.hints.map(({ message }) => message).join()).toContain('was left out');
	});

	test('that nobody ever entered has never started', async () => {
		room(MEETING_ROOM).held = [];
		const found = people(await getAttendees(here, MEETING_ROOM));
		expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['neverStarted']));
	});

	test('hosts and presenters come out where they are asked for', async () => {
		const peopleToReturn = ['panelist', 'host'];
		const found = people(await getAttendees(here, MEETING_ROOM, { peopleToReturn }));
		expect(found.map(({ email, attendance }) => `${email} ${attendance.role}`)).toEqual([
			`${HOST.login} host`,
		]);
		expect(found[0]!.attendance.attendedSeconds).toBe(45 * 60);
	});
});
