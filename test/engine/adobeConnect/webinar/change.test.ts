import type { INodeParameters } from 'n8n-workflow';

import {
	EVENT,
	HOST,
	LICENCE,
	MEETING_ROOM,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { AdobeRoom } from '../../../sandbox/adobeConnect/world';
import type { Stage } from '../../support/world';
import {
	actions,
	adobe,
	byId,
	byUrl,
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
const SEMINAR = '41000';
const MEETING = '41001';

let here: Stage;
beforeAll(async () => {
	await inAHurry();
	here = await smallStage();
});
afterAll(async () => await here.close());

/** A seminar in a week and a meeting in a week, as new. */
beforeEach(() => {
	here.sandbox.clearFaults();
	const { rooms, calls } = here.sandbox.adobeConnect;
	const common = {
		createdAt: inMinutes(-60),
		access: 'denied' as const,
		permissions: { [HOST.id]: 'host' as const },
	};
	rooms.set(SEMINAR, {
		...common,
		id: SEMINAR,
		kind: 'seminar',
		folderId: LICENCE,
		name: 'Coming',
		urlPath: `/r${SEMINAR}/`,
		seminarSessions: [session('61500', WEEK)],
	});
	rooms.set(MEETING, {
		...common,
		id: MEETING,
		kind: 'meeting',
		name: 'Call',
		description: 'Before',
		urlPath: `/r${MEETING}/`,
		lang: 'en',
		begin: inMinutes(WEEK),
		end: inMinutes(WEEK + 30),
		fields: { 'meeting-passcode': 'old-code' },
	});
	calls.length = 0;
});

function session(id: string, start: number, name = 'Coming') {
	return {
		id,
		name,
		urlPath: `/s${id}/`,
		begin: inMinutes(start),
		end: inMinutes(start + 60),
		createdAt: inMinutes(-60),
		fields: { 'seminar-expected-load': '100' },
	};
}

const room = (id: string): AdobeRoom => here.sandbox.adobeConnect.room(id);

const update = async (
	webinarId: string,
	updateFields: INodeParameters,
	settings: INodeParameters = {},
	changes: INodeParameters = {},
) => await adobe(here, 'update', { webinar: byId(webinarId), updateFields, settings, ...changes });

const one = (occurrence: string): INodeParameters => ({
	appliesTo: 'occurrence',
	occurrence: byId(occurrence),
});

function writes(): string[] {
	return actions(here).filter((action) => /update|delete/.test(action));
}

describe('update', () => {
	test('of a meeting sends only what differs, in one call', async () => {
		const fields = {
			topic: 'Call',
			agenda: 'After',
			startTime: inMinutes(WEEK + 10),
			duration: 45,
		};
		const settings = { access: 'everyone', customUrl: 'team', passcode: 'new-code' };
		const [json] = jsons(await update(MEETING, fields, settings));
		expect(room(MEETING)).toMatchObject({
			name: 'Call',
			description: 'After',
			urlPath: '/team/',
			access: 'view-hidden',
			fields: { 'meeting-passcode': 'new-code' },
		});
		expect(here.sandbox.adobeConnect.callsOf('sco-update')[0]!.params).not.toHaveProperty('name');
		expect(writes()).toEqual(['sco-update', 'permissions-update', 'acl-field-update']);
		expect(json).toMatchObject({
			outcome: {
				result: 'synced',
				action: 'updated',
				recordId: MEETING,
				message: 'Updated description, custom URL, start, end, access, passcode',
			},
			webinar: {
				scheduledStartTime: inMinutes(WEEK + 10),
				scheduledEndTime: inMinutes(WEEK + 55),
				joinUrl: `${here.sandbox.adobeBaseUrl}/team/`,
			},
		});
		expect(JSON.stringify(json)).not.toMatch(/(old|new)-code/);
	});

	test.each<[string, () => string, INodeParameters, INodeParameters]>([
		[
			'a meeting',
			() => MEETING,
			{ topic: 'Call', agenda: 'Before', startTime: inMinutes(WEEK), duration: 30 },
			{ access: 'invited', customUrl: `r${MEETING}`, language: 'en', passcode: 'old-code' },
		],
		[
			'a seminar',
			() => SEMINAR,
			{ topic: 'Coming', startTime: inMinutes(WEEK) },
			{ endTime: inMinutes(WEEK + 60), expectedAttendees: 100, access: 'invited' },
		],
	])('of %s that is so already writes nothing', async (_, id, fields, settings) => {
		const [json] = jsons(await update(id(), fields, settings));
		expect(json!.outcome).toMatchObject({ result: 'unchanged', recordId: id() });
		expect(json!.webinar).toMatchObject({ webinarId: id() });
		expect(writes()).toEqual([]);
	});

	test('of a seminar moves its session, which keeps its length and its name', async () => {
		const [json] = jsons(await update(SEMINAR, { startTime: inMinutes(WEEK + 90) }));
		expect(json).toMatchObject({
			outcome: { result: 'synced', steps: { schedule: { result: 'synced' } } },
			webinar: {
				occurrenceId: '61500',
				scheduledStartTime: inMinutes(WEEK + 90),
				scheduledEndTime: inMinutes(WEEK + 150),
			},
		});
		expect(room(SEMINAR).seminarSessions![0]!.name).toBe('Coming');
		expect(writes()).toEqual(['seminar-session-sco-update']);
	});

	test('of the topic of a seminar takes the session along that is called like it', async () => {
		const [json] = jsons(await update(SEMINAR, { topic: 'Renamed' }));
		expect(room(SEMINAR).name).toBe('Renamed');
		expect(room(SEMINAR).seminarSessions![0]!.name).toBe('Renamed');
		expect(json!.webinar).toMatchObject({ topic: 'Renamed' });
	});

	test('of the topic of a seminar leaves a session that has a name of its own', async () => {
		room(SEMINAR).seminarSessions = [session('61500', WEEK, 'Own')];
		await update(SEMINAR, { topic: 'Renamed' });
		expect(room(SEMINAR).seminarSessions![0]!.name).toBe('Own');
	});

	test('of one session leaves room and other sessions', async () => {
		room(SEMINAR).seminarSessions!.push(session('61501', 2 * WEEK));
		const fields = { topic: 'Second', startTime: inMinutes(2 * WEEK + 30) };
		const [json] = jsons(await update(SEMINAR, fields, {}, one('61501')));
		expect(json!.webinar).toMatchObject({ occurrenceId: '61501', topic: 'Second' });
		expect(room(SEMINAR).name).toBe('Coming');
		expect(room(SEMINAR).seminarSessions).toMatchObject([
			{ name: 'Coming', begin: inMinutes(WEEK) },
			{ name: 'Second' },
		]);
	});

	test('by the ID of a session means that session', async () => {
		room(SEMINAR).seminarSessions!.push(session('61501', 2 * WEEK));
		const [json] = jsons(await update('61501', { duration: 30 }));
		expect(json!.webinar).toMatchObject({ webinarId: SEMINAR, occurrenceId: '61501' });
		expect(json!.webinar).toMatchObject({ durationSeconds: 1800 });
	});

	test('of the times of a seminar with several coming sessions asks for the session', async () => {
		room(SEMINAR).seminarSessions!.push(session('61501', 2 * WEEK));
		const [outcome] = outcomes(await update(SEMINAR, { duration: 30 }));
		expect(outcome).toMatchObject({ result: 'failed' });
		expect(outcome!.message).toContain('has 2 sessions, and it is not clear which one is meant');
	});

	test('of a seminar with one coming session means that one', async () => {
		room(SEMINAR).seminarSessions!.unshift(session('61499', -WEEK));
		const [json] = jsons(await update(SEMINAR, { duration: 30 }));
		expect(json!.webinar).toMatchObject({ occurrenceId: '61500', durationSeconds: 1800 });
	});

	test('at a time that is taken is refused, and what was changed before is named', async () => {
		const { rooms } = here.sandbox.adobeConnect;
		const taken = { ...room(SEMINAR), id: '41009', name: 'Taken', urlPath: '/taken/' };
		rooms.set('41009', { ...taken, seminarSessions: [session('61509', WEEK + 120)] });
		const fields = { agenda: 'New', startTime: inMinutes(WEEK + 90) };
		const [outcome] = outcomes(await update(SEMINAR, fields));
		rooms.delete('41009');
		expect(outcome).toMatchObject({
			result: 'failed',
			action: 'updated',
			steps: { room: { result: 'synced' }, schedule: { result: 'failed' } },
		});
		expect(outcome!.message).toContain('another session of this seminar licence');
	});

	test('to more people than the licence takes sends nothing', async () => {
		const [outcome] = outcomes(await update(SEMINAR, {}, { expectedAttendees: 501 }));
		expect(outcome).toMatchObject({ result: 'failed', reason: 'licenceUsedUp' });
		expect(writes()).toEqual([]);
	});

	test.each(['cutBefore', 'cutAfter'] as const)('survives a lost answer (%s)', async (kind) => {
		fault(here, { match: /action=sco-update/, fault: { kind } });
		const [outcome] = outcomes(await update(MEETING, { topic: 'Other' }));
		expect(outcome).toMatchObject({ result: 'synced' });
		expect(room(MEETING).name).toBe('Other');
	});

	test.each<[string, string, INodeParameters, INodeParameters, INodeParameters, string]>([
		['nothing', MEETING, {}, {}, {}, 'There is nothing to change'],
		['an empty topic', MEETING, { topic: '' }, {}, {}, 'Topic is empty'],
		['a past start', MEETING, { startTime: '2020-01-01T00:00:00Z' }, {}, {}, 'in the past'],
		['the length of no time', MEETING_ROOM, { duration: 5 }, {}, {}, 'has no start yet'],
		['people of a meeting', MEETING, {}, { expectedAttendees: 5 }, {}, 'Only seminars'],
		[
			'a session of a meeting',
			MEETING,
			{ topic: 'x' },
			{},
			one('5'),
			'has no sessions to choose from',
		],
		['no session', SEMINAR, { topic: 'x' }, {}, one('={{ "" }}'), 'Seminar Session is empty'],
		['an unknown session', SEMINAR, { topic: 'x' }, {}, one('999'), 'nothing with the ID 999'],
		[
			'the access to one session',
			SEMINAR,
			{},
			{ access: 'everyone', passcode: 'x' },
			one('61500'),
			'Access, Passcode belong to the room',
		],
		['an event', EVENT, { topic: 'x' }, {}, {}, 'API does not change events'],
		['what does not exist', '99999', { topic: 'x' }, {}, {}, 'nothing with the ID 99999'],
		['a folder', '11006', { topic: 'x' }, {}, {}, 'something else in Adobe Connect (folder)'],
	])('of %s is refused', async (_, id, fields, settings, scope, message) => {
		const [outcome] = outcomes(await update(id, fields, settings, scope));
		expect(outcome).toMatchObject({ result: 'failed' });
		expect(outcome!.message).toContain(message);
		expect(outcome!.repair).not.toBe('');
		expect(writes()).toEqual([]);
	});

	test('under a name that the folder holds already is refused in plain words', async () => {
		const [outcome] = outcomes(await update(MEETING, { topic: 'Open Office Hour' }));
		expect(outcome).toMatchObject({ result: 'failed' });
		expect(outcome!.message).toContain('name is in use already');
	});
});

describe('delete', () => {
	const remove = async (webinarId: string, changes: INodeParameters = {}) =>
		await adobe(here, 'delete', { webinar: byId(webinarId), ...changes });

	test('of a meeting and of a seminar with its sessions', async () => {
		for (const id of [MEETING, SEMINAR]) {
			const [json] = jsons(await remove(id));
			expect(json).toEqual({
				outcome: expect.objectContaining({
					result: 'synced',
					action: 'deleted',
					recordId: id,
				}) as object,
			});
			expect(here.sandbox.adobeConnect.rooms.has(id)).toBe(false);
		}
	});

	test('again is unchanged', async () => {
		await remove(MEETING);
		const [outcome] = outcomes(await remove(MEETING));
		expect(outcome).toMatchObject({ result: 'unchanged', reason: 'webinarNotFound' });
	});

	test.each<[string, string, INodeParameters]>([
		['one chosen session', SEMINAR, one('61501')],
		['the session whose ID is given', '61501', {}],
	])('of %s leaves the room and the others', async (_, id, scope) => {
		room(SEMINAR).seminarSessions!.push(session('61501', 2 * WEEK));
		const [outcome] = outcomes(await remove(id, scope));
		expect(outcome).toMatchObject({
			result: 'synced',
			message: `Deleted the session 61501 of the seminar (ID ${SEMINAR})`,
		});
		expect(room(SEMINAR).seminarSessions!.map(({ id: left }) => left)).toEqual(['61500']);
		const [again] = outcomes(await remove(SEMINAR, one('61501')));
		expect(again).toMatchObject({ result: 'unchanged' });
	});

	test('with an occurrence that an expression leaves empty deletes nothing', async () => {
		const [outcome] = outcomes(await remove(SEMINAR, one('={{ $json.none }}')));
		expect(outcome).toMatchObject({ result: 'failed', message: 'Seminar Session is empty' });
		expect(here.sandbox.adobeConnect.rooms.has(SEMINAR)).toBe(true);
	});

	test('of an event is left to people', async () => {
		const [outcome] = outcomes(await remove(EVENT));
		expect(outcome).toMatchObject({ result: 'failed' });
		expect(outcome!.message).toBe("Adobe Connect's API does not delete events");
		expect(here.sandbox.adobeConnect.events.has(EVENT)).toBe(true);
	});

	test.each(['cutBefore', 'cutAfter'] as const)('survives a lost answer (%s)', async (kind) => {
		fault(here, { match: /action=sco-delete/, fault: { kind } });
		const [outcome] = outcomes(await remove(MEETING));
		expect(outcome).toMatchObject({ result: 'synced', action: 'deleted' });
	});

	test('of a link to another server is refused, of a link to the room is done', async () => {
		const elsewhere = byUrl('https://other.adobeconnect.com/r41001/');
		const [refused] = outcomes(await adobe(here, 'delete', { webinar: elsewhere }));
		expect(refused).toMatchObject({ result: 'failed' });
		expect(refused!.message).toContain('does not lead to the Adobe Connect of the credential');
		expect(actions(here)).toEqual([]);
		const link = byUrl(`${here.sandbox.adobeBaseUrl}/r${MEETING}/?launcher=false`);
		const [done] = outcomes(await adobe(here, 'delete', { webinar: link }));
		expect(done).toMatchObject({ result: 'synced', recordId: MEETING });
	});

	test('of what the user may not change says so', async () => {
		fault(here, {
			match: /action=sco-delete/,
			fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
		});
		const [outcome] = outcomes(await remove(SEMINAR_ROOM));
		expect(outcome).toMatchObject({ result: 'failed' });
		expect(outcome!.repair).toContain('Seminar Hosts');
		expect(room(SEMINAR_ROOM).seminarSessions![0]!.id).toBe(SEMINAR_SESSION);
	});
});
