import {
	EVENT,
	EVENT_ROOM,
	HOST,
	LEARNER,
	MEETING_ROOM,
	PAT,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import { getAttendees, people, smallStage, statuses } from './support';

let here: Stage;
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const withoutRoom = [
	'leo.late@example.com attended',
	'nora.noshow@example.com noShow',
	'olga.ondemand@example.com noShow',
	'pat.example@example.com attended',
];

/** Signed in as somebody else. */
function as({ login, password }: { login: string; password: string }): Pick<Stage, 'adobeConnect'> {
	const fields = { ...here.adobeConnect.adobeConnectApi, login, password };
	return { adobeConnect: { adobeConnectApi: fields } };
}

describe("where the room's reports tell nothing, the event's own stands", () => {
	test('the user may manage the event and not see its room', async () => {
		const room = here.sandbox.adobeConnect.room(EVENT_ROOM);
		delete room.permissions[HOST.id];
		const options = { finalAfterHours: 0 };
		const result = await getAttendees(as(HOST), EVENT, { options });
		expect(statuses(people(result))).toEqual(withoutRoom);
		const pat = people(result).find(({ email }) => email.startsWith('pat'))!;
		const [, , first, second] = room.held![0]!.stays;
		// Of two stays it tells when the first began, when the last ended and how long both were.
		expect(pat.attendance).toMatchObject({ attendedSeconds: 43 * 60, matchedBy: 'registrantId' });
		expect(pat.attendance.sessions).toHaveLength(1);
		expect(Date.parse(pat.attendance.firstJoinTime!)).toBe(Date.parse(first!.begin));
		expect(Date.parse(pat.attendance.lastLeaveTime!)).toBe(Date.parse(second!.end!));
		expect(pat.engagement).toMatchObject({ pollsAnswered: 1, questionsAsked: 2 });
		expect(result.hints.map(({ message }) => message).join()).toContain("event's own report");
		const before = await getAttendees(as(HOST), EVENT);
		expect(before.outputs[1]).toHaveLength(1);
	});

	test("the room's report leaves somebody out", async () => {
		const { rooms, events } = here.sandbox.adobeConnect;
		const olga = events.get(EVENT)!.registrants.find(({ onDemand }) => onDemand !== undefined)!;
		const held = rooms.get(EVENT_ROOM)!.held![0]!;
		// As if seen live, by another report than the room's.
		olga.onDemand = { begin: held.stays[2]!.begin, end: held.stays[2]!.end! };
		const found = people(await getAttendees(here, EVENT));
		expect(statuses(found)).toContain('olga.ondemand@example.com attended');
	});
});

test('people whose login is no address have it looked up, guests too', async () => {
	const { principals } = here.sandbox.adobeConnect;
	principals.get(PAT)!.login = 'pat';
	principals.get(PAT)!.email = ' Pat@Example.com ';
	principals.get(LEARNER.id)!.login = 'lee';
	expect(statuses(people(await getAttendees(here, EVENT)))).toContain('pat@example.com attended');
	const meeting = statuses(people(await getAttendees(here, MEETING_ROOM)));
	expect(meeting).toContain('learner@example.com attended');
	expect(meeting).toContain('pat@example.com noShow');
});

test('a group that was invited is said, and nobody of it is made up', async () => {
	const { adobeConnect } = here.sandbox;
	adobeConnect.groups.set('29001', { id: '29001', name: 'Sales Team', members: [HOST.id] });
	adobeConnect.room(MEETING_ROOM).permissions['29001'] = 'view';
	const result = await getAttendees(here, MEETING_ROOM);
	expect(statuses(people(result)).some((text) => text.includes('Sales'))).toBe(false);
	const hints = result.hints.map(({ message }) => message).join();
	expect(hints).toContain('Groups were invited (Sales Team)');
});

test('a user who may not see the room is told so', async () => {
	const { error } = await getAttendees(as(LEARNER), MEETING_ROOM);
	expect(error?.message).toMatch(/Adobe Connect/);
});

test('a page that is too large is asked for in the size that the server allows', async () => {
	await here.close();
	here = await smallStage({ maximumRows: 2 });
	expect(statuses(people(await getAttendees(here, EVENT)))).toEqual([
		'Walk In attended',
		...withoutRoom,
	]);
	const sizes = here.sandbox.adobeConnect
		.callsOf('report-meeting-attendance')
		.map(({ params }) => params['filter-rows']?.[0]);
	expect(new Set(sizes)).toEqual(new Set(['1000', '2']));
});

test('an event whose report is too large is read from its room, and says what is missing', async () => {
	here.sandbox.addFault({
		vendor: 'adobeConnect',
		match: /action=report-event-participants/,
		fault: { kind: 'adobeError', code: 'operation-size-error', subcode: '10000' },
		times: 99,
	});
	const result = await getAttendees(here, EVENT);
	expect(statuses(people(result))).toEqual(['Walk In attended', ...withoutRoom]);
	expect(result.hints.map(({ message }) => message).join()).toContain('too large for the server');
	const pat = people(result).find(({ email }) => email.startsWith('pat'))!;
	expect(pat.engagement).toMatchObject({ basis: ['duration', 'polls'], pollsAnswered: 1 });
});
