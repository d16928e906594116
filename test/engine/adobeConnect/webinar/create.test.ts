import type { INodeParameters } from 'n8n-workflow';

import {
	LICENCE,
	MEETING_ROOM,
	OWN_LICENCE,
	TEMPLATE,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { AdobeRoom } from '../../../sandbox/adobeConnect/world';
import type { Stage } from '../../support/world';
import {
	actions,
	adobe,
	byId,
	fault,
	inAHurry,
	inMinutes,
	jsons,
	outcomes,
	smallStage,
	DAY,
	MINUTE,
} from './support';

const WEEK = (7 * DAY) / MINUTE;

let here: Stage;
beforeAll(async () => await inAHurry());
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

const seminar = (changes: INodeParameters = {}): INodeParameters => ({
	kind: 'seminar',
	topic: 'Launch',
	startTime: inMinutes(WEEK),
	duration: 45,
	timezone: 'Europe/Berlin',
	licence: byId(LICENCE),
	access: 'invited',
	...changes,
});

const meeting = (changes: INodeParameters = {}): INodeParameters => ({
	kind: 'meeting',
	topic: 'Team Call',
	schedule: 'once',
	startTime: inMinutes(WEEK),
	duration: 30,
	access: 'registered',
	...changes,
});

function roomsNamed(name: string): AdobeRoom[] {
	return [...here.sandbox.adobeConnect.rooms.values()].filter((room) => room.name === name);
}

function roomNamed(name: string): AdobeRoom {
	const [room, ...others] = roomsNamed(name);
	if (room === undefined || others.length > 0) throw new Error(`Not one room ${name}`);
	return room;
}

describe('a seminar', () => {
	test('is a room under the licence with one session at that time, in our model', async () => {
		const settings = {
			customUrl: 'launch-day',
			expectedAttendees: 300,
			language: 'de',
			passcode: 'let-me-in-7',
		};
		const parameters = seminar({ agenda: 'What is new', template: byId(TEMPLATE), settings });
		const result = await adobe(here, 'create', parameters, { items: [{ row: 1 }] });
		const room = roomNamed('Launch');
		const [session] = room.seminarSessions!;
		expect(room).toMatchObject({
			kind: 'seminar',
			folderId: LICENCE,
			description: 'What is new',
			urlPath: '/launch-day/',
			lang: 'de',
			sourceScoId: TEMPLATE,
			access: 'denied',
			fields: { 'meeting-passcode': 'let-me-in-7' },
		});
		expect(session).toMatchObject({
			name: 'Launch',
			fields: { 'seminar-expected-load': '300' },
		});
		expect(Date.parse(session!.begin!)).toBe(Date.parse(inMinutes(WEEK)));
		expect(Date.parse(session!.end!)).toBe(Date.parse(inMinutes(WEEK + 45)));
		const [json] = jsons(result);
		expect(json).toEqual({
			row: 1,
			webinar: {
				provider: 'adobeConnect',
				kind: 'seminar',
				accountId: '7',
				webinarId: room.id,
				sessionId: '',
				occurrenceId: session!.id,
				topic: 'Launch',
				description: 'What is new',
				scheduledStartTime: inMinutes(WEEK),
				scheduledEndTime: inMinutes(WEEK + 45),
				startTime: null,
				endTime: null,
				durationSeconds: 45 * 60,
				timezone: 'America/Los_Angeles',
				hostEmail: '',
				joinUrl: `${here.sandbox.adobeBaseUrl}/launch-day/`,
				registrationUrl: '',
				registrationRequired: true,
			},
			outcome: {
				destination: 'adobeConnect',
				result: 'synced',
				action: 'created',
				reason: null,
				message: 'Created the seminar Launch',
				repair: '',
				steps: Object.fromEntries(
					['room', 'access', 'passcode', 'session', 'expectedAttendees', 'schedule'].map((step) => [
						step,
						{ result: 'synced' },
					]),
				),
				recordId: room.id,
				retryAt: null,
				preview: false,
			},
		});
		expect(JSON.stringify(result.run.data)).not.toContain('"let-me-in-7"}');
		expect(JSON.stringify(jsons(result))).not.toContain('let-me-in-7');
	});

	test('is sent with its offset, so that no time zone of a user can move it', async () => {
		const startTime = `${new Date(Date.now() + DAY).getUTCFullYear() + 1}-07-01T16:00:00`;
		await adobe(here, 'create', meeting({ startTime, timezone: 'Europe/Berlin' }));
		const [call] = here.sandbox.adobeConnect.callsOf('sco-update');
		expect(call!.params['date-begin']).toEqual([`${startTime}.000+02:00`]);
		expect(call!.params['date-end']).toEqual([`${startTime.replace('00:00', '30:00')}.000+02:00`]);
	});

	test('may end at an end instead of after a duration', async () => {
		const settings = { endTime: inMinutes(WEEK + 90) };
		const [json] = jsons(await adobe(here, 'create', seminar({ settings })));
		expect(json!.webinar).toMatchObject({ scheduledEndTime: inMinutes(WEEK + 90) });
	});

	test.each([
		['everyone', 'view-hidden', false],
		['registered', 'remove', true],
		['invited', 'denied', true],
	])('with the access %s', async (access, permission, registrationRequired) => {
		const [json] = jsons(await adobe(here, 'create', seminar({ access })));
		expect(roomNamed('Launch').access).toBe(permission);
		expect(json!.webinar).toMatchObject({ registrationRequired });
	});

	test('is made under the only licence that fits, when none is chosen', async () => {
		const settings = { expectedAttendees: 400 };
		const [outcome] = outcomes(
			await adobe(here, 'create', seminar({ licence: byId(''), settings })),
		);
		expect(outcome!.result).toBe('synced');
		expect(roomNamed('Launch').folderId).toBe(LICENCE);
	});

	test('asks for the licence when several fit', async () => {
		const [outcome] = outcomes(await adobe(here, 'create', seminar({ licence: byId('') })));
		expect(outcome).toMatchObject({
			result: 'failed',
			message: expect.stringContaining('2 seminar licences fit') as string,
			repair: 'Choose one in Seminar Licence',
		});
	});

	test.each<[string, INodeParameters, RegExp]>([
		[
			'for more people than the licence takes',
			{ settings: { expectedAttendees: 501 } },
			/takes 500 people, not 501/,
		],
		[
			'after the licence has ended',
			{ startTime: inMinutes((400 * DAY) / MINUTE) },
			/ends on \d{4}-\d{2}-\d{2}, before the seminar starts/,
		],
	])('%s is not made, and nothing is sent', async (_, changes, message) => {
		const [outcome] = outcomes(await adobe(here, 'create', seminar(changes)));
		expect(outcome).toMatchObject({ result: 'failed', reason: 'licenceUsedUp' });
		expect(outcome!.message).toMatch(message);
		expect(actions(here)).not.toContain('sco-update');
	});

	test('is not made under a licence that has expired', async () => {
		const begin = inMinutes(-2 * WEEK);
		const end = inMinutes(-WEEK);
		const licences = [{ id: '50009', name: 'Old', quota: 100, begin, end }];
		const other = await smallStage({ licences, rooms: [], events: [] });
		const [outcome] = outcomes(await adobe(other, 'create', seminar({ licence: byId('') })));
		expect(outcome).toMatchObject({
			reason: 'licenceUsedUp',
			message: 'The seminar licence Old has expired',
		});
		await other.close();
	});

	test('may be made under the licence of one user', async () => {
		await adobe(here, 'create', seminar({ licence: byId(OWN_LICENCE) }));
		expect(roomNamed('Launch').folderId).toBe(OWN_LICENCE);
	});

	test.each<[string, INodeParameters, Record<string, unknown>]>([
		['by its ID it is made', {}, { result: 'synced' }],
		[
			'without one it is asked for',
			{ licence: byId('') },
			{ result: 'failed', message: 'The user of the credential may not list seminar licences' },
		],
	])('where licences may not be listed: %s', async (_, changes, expected) => {
		fault(here, {
			match: /action=sco-seminar-licenses-list/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
			times: 2,
		});
		const [outcome] = outcomes(await adobe(here, 'create', seminar(changes)));
		expect(outcome).toMatchObject(expected);
	});

	test('a licence of one user is enough where those of the account are hidden', async () => {
		const match = /action=sco-seminar-licenses-list/;
		fault(here, { match, fault: { kind: 'slow', ms: 1 } });
		fault(here, {
			match,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
		});
		const [outcome] = outcomes(await adobe(here, 'create', seminar({ licence: byId('') })));
		expect(outcome).toMatchObject({ result: 'synced' });
		expect(roomNamed('Launch').folderId).toBe(OWN_LICENCE);
	});

	test('is refused in a folder that belongs to no licence', async () => {
		const [outcome] = outcomes(await adobe(here, 'create', seminar({ licence: byId('11006') })));
		expect(outcome).toMatchObject({ result: 'failed' });
		expect(outcome!.message).toContain('does not belong to a seminar licence');
		expect(roomsNamed('Launch')).toEqual([]);
	});
});

describe('a seminar at a time that is taken', () => {
	const other = (): INodeParameters => seminar({ topic: 'Other', licence: byId(LICENCE) });

	test('is left half done, and the outcome says which half', async () => {
		await adobe(here, 'create', other());
		const [outcome] = outcomes(await adobe(here, 'create', seminar()));
		const room = roomNamed('Launch');
		expect(outcome).toMatchObject({
			result: 'failed',
			action: 'created',
			recordId: room.id,
			steps: {
				room: { result: 'synced' },
				access: { result: 'synced' },
				session: { result: 'synced' },
				schedule: { result: 'failed' },
			},
		});
		expect(outcome!.message).toContain(`was made (ID ${room.id}), but not all of it`);
		expect(outcome!.message).toContain('another session of this seminar licence');
		expect(outcome!.repair).toContain('Choose another time');
	});

	test('is finished by running again at another time, without a second room or session', async () => {
		await adobe(here, 'create', other());
		await adobe(here, 'create', seminar());
		const later = seminar({ startTime: inMinutes(WEEK + 120) });
		const [outcome] = outcomes(await adobe(here, 'create', later));
		expect(outcome).toMatchObject({
			result: 'synced',
			action: 'created',
			steps: { room: { result: 'unchanged' }, schedule: { result: 'synced' } },
		});
		expect(roomNamed('Launch').seminarSessions).toHaveLength(1);
	});
});

describe('a meeting', () => {
	test('is a room in My Meetings, with its times', async () => {
		const [json] = jsons(await adobe(here, 'create', meeting()));
		const room = roomNamed('Team Call');
		expect(room).toMatchObject({ kind: 'meeting', folderId: '3120001', access: 'remove' });
		expect(json).toMatchObject({
			outcome: { result: 'synced', message: 'Created the meeting Team Call' },
			webinar: {
				kind: 'meeting',
				webinarId: room.id,
				scheduledStartTime: inMinutes(WEEK),
				scheduledEndTime: inMinutes(WEEK + 30),
			},
		});
	});

	test('may have no fixed time, and lie in another folder', async () => {
		const changes = { schedule: 'recurringNoFixedTime', folder: byId('11006'), startTime: '' };
		const [json] = jsons(await adobe(here, 'create', meeting(changes)));
		expect(json!.webinar).toMatchObject({ scheduledStartTime: null, scheduledEndTime: null });
		expect(roomNamed('Team Call').folderId).toBe('11006');
	});

	test('under a name that the folder holds at another time is refused, and the other one stays', async () => {
		await adobe(here, 'create', meeting());
		const before = structuredClone(roomNamed('Team Call'));
		const later = meeting({ startTime: inMinutes(WEEK + 60), access: 'everyone' });
		const [outcome] = outcomes(await adobe(here, 'create', later));
		expect(outcome).toMatchObject({
			result: 'failed',
			repair: 'Choose another topic, or change that one with Update',
		});
		expect(outcome!.message).toContain(`another room named Team Call already (ID ${before.id})`);
		expect(roomNamed('Team Call')).toEqual(before);
	});

	test('at an address that is in use is refused', async () => {
		const settings = { customUrl: `r${MEETING_ROOM}` };
		const [outcome] = outcomes(await adobe(here, 'create', meeting({ settings })));
		expect(outcome).toMatchObject({
			result: 'failed',
			message: `The custom URL r${MEETING_ROOM} is in use already`,
		});
		expect(roomsNamed('Team Call')).toEqual([]);
	});
});

describe.each([
	['a seminar', seminar, 'Launch'],
	['a meeting', meeting, 'Team Call'],
])('%s that was created before', (_, parameters, name) => {
	test('is unchanged: nothing is made twice', async () => {
		const [first] = jsons(await adobe(here, 'create', parameters()));
		const before = structuredClone(roomNamed(name));
		const [json] = jsons(await adobe(here, 'create', parameters({ access: 'everyone' })));
		expect(json!.outcome).toMatchObject({
			result: 'unchanged',
			action: 'none',
			recordId: before.id,
			message: expect.stringContaining('is there already, at that time') as string,
		});
		expect(json!.webinar).toEqual(first!.webinar);
		expect(roomNamed(name)).toEqual(before);
	});

	test('twice in one run comes out once as created and once as unchanged', async () => {
		const result = await adobe(here, 'create', parameters(), { items: [{}, {}] });
		expect(outcomes(result).map(({ result: one }) => one)).toEqual(['synced', 'unchanged']);
		expect(roomsNamed(name)).toHaveLength(1);
	});
});

describe.each(['cutBefore', 'cutAfter'] as const)('when an answer is lost (%s)', (kind) => {
	test.each([
		['sco-update', 'seminar'],
		['permissions-update', 'seminar'],
		['seminar-session-sco-update', 'seminar'],
		['acl-field-update', 'seminar'],
		['sco-update', 'meeting'],
		['permissions-update', 'meeting'],
	])('to %s of a %s, it is made once and told as made', async (action, what) => {
		fault(here, { match: new RegExp(`action=${action}`), fault: { kind } });
		const settings = { expectedAttendees: 50 };
		const parameters = what === 'seminar' ? seminar({ settings }) : meeting();
		const [json] = jsons(await adobe(here, 'create', parameters));
		expect(json!.outcome).toMatchObject({ result: 'synced', action: 'created' });
		expect(json!.webinar).toMatchObject({ scheduledStartTime: inMinutes(WEEK) });
		const room = roomNamed(what === 'seminar' ? 'Launch' : 'Team Call');
		expect(room.access).toBe(what === 'seminar' ? 'denied' : 'remove');
		if (what === 'seminar') expect(room.seminarSessions).toHaveLength(1);
	});
});

test('a session whose answer was lost is looked for in the room', async () => {
	// The second sco-update makes the session; it has no key that would make it repeatable.
	fault(here, { match: /action=sco-update/, fault: { kind: 'slow', ms: 1 } });
	fault(here, { match: /action=sco-update/, fault: { kind: 'cutAfter' } });
	const [outcome] = outcomes(await adobe(here, 'create', seminar()));
	expect(outcome).toMatchObject({ result: 'synced', steps: { session: { result: 'synced' } } });
	expect(roomNamed('Launch').seminarSessions).toHaveLength(1);
});

test('a session that is not found is uncertain, and the room is named', async () => {
	fault(here, { match: /action=sco-update/, fault: { kind: 'slow', ms: 1 } });
	fault(here, { match: /action=sco-update/, fault: { kind: 'cutBefore' } });
	const [outcome] = outcomes(await adobe(here, 'create', seminar()));
	expect(outcome).toMatchObject({
		result: 'failed',
		reason: 'uncertain',
		recordId: roomNamed('Launch').id,
		steps: { room: { result: 'synced' }, session: { result: 'failed' } },
	});
	const [again] = outcomes(await adobe(here, 'create', seminar()));
	expect(again).toMatchObject({ result: 'synced' });
});

test('times that Adobe Connect reads otherwise are told', async () => {
	fault(here, { match: /action=seminar-session-sco-update/, fault: { kind: 'slow', ms: 1 } });
	const [first] = jsons(await adobe(here, 'create', seminar()));
	expect(first!.outcome).toMatchObject({ repair: '' });
	// A server that takes the session and keeps other times.
	const session = roomNamed('Launch').seminarSessions![0]!;
	Object.defineProperty(session, 'begin', { get: () => inMinutes(WEEK + 60), set: () => {} });
	Object.defineProperty(session, 'end', { get: () => inMinutes(WEEK + 105), set: () => {} });
	const changed = await adobe(here, 'update', {
		webinar: byId(roomNamed('Launch').id),
		updateFields: { startTime: inMinutes(WEEK + 30) },
	});
	const [outcome] = outcomes(changed);
	expect(outcome!.message).toContain(`but Adobe Connect has it from ${inMinutes(WEEK + 60)}`);
	expect(outcome!.repair).toContain('time zone');
});

test('an event is made by people: nothing is sent, and the way is told', async () => {
	const [outcome] = outcomes(await adobe(here, 'create', { kind: 'event' }));
	expect(outcome).toMatchObject({
		result: 'failed',
		message: "Adobe Connect's API does not create events",
	});
	expect(outcome!.repair).toContain('Adobe Connect Central');
	expect(actions(here)).toEqual([]);
});

test.each<[string, INodeParameters, string]>([
	['no topic', seminar({ topic: ' ' }), 'Topic is empty'],
	['a start in the past', seminar({ startTime: '2020-01-01T10:00:00Z' }), 'is in the past'],
	['no start', seminar({ startTime: '={{ "" }}' }), 'is not a date with a time'],
	['no duration', seminar({ duration: 0 }), 'Duration (Minutes)'],
	['an end before the start', seminar({ settings: { endTime: inMinutes(10) } }), 'is not after'],
	['an unknown zone', seminar({ startTime: '2031-01-01T10:00:00', timezone: 'Moon' }), 'Moon'],
	['an unknown access', seminar({ access: 'x' }), 'The access "x"'],
	['a whole address', seminar({ settings: { customUrl: 'https://a/b' } }), 'Custom URL'],
	['half a person', seminar({ settings: { expectedAttendees: 1.5 } }), 'Expected Attendees'],
	['a name as licence', seminar({ licence: byId('Webinars') }), 'Seminar Licence is not an ID'],
	['an unknown kind', seminar({ kind: 'party' }), 'The kind "party"'],
	['an unknown template', meeting({ template: byId('999') }), 'template-not-found'],
	['an unknown folder', meeting({ folder: byId('999') }), 'does not exist, or the user'],
])('%s is refused with the field', async (_, parameters, message) => {
	const [outcome] = outcomes(await adobe(here, 'create', parameters));
	expect(outcome).toMatchObject({ result: 'failed' });
	expect(outcome!.message).toContain(message);
	expect(outcome!.repair).not.toBe('');
	expect(roomsNamed('Launch')).toEqual([]);
});
