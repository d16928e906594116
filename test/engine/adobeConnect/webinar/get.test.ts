import type { INodeParameters } from 'n8n-workflow';

import {
	CANCELLED_EVENT,
	EVENT,
	EVENT_ASSET,
	EVENT_ROOM,
	HOST,
	LICENCE,
	MEETING_ASSETS,
	MEETING_ROOM,
	SEMINAR_ASSET,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
	UPCOMING_EVENT,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import {
	adobe,
	byId,
	byUrl,
	DAY,
	fault,
	inMinutes,
	jsons,
	MINUTE,
	smallStage,
	type NodeRunResult,
} from './support';

let here: Stage;
beforeAll(async () => {
	here = await smallStage();
	here.sandbox.adobeConnect.room(SEMINAR_ROOM).fields = { 'meeting-passcode': 'come-in-please' };
});
afterAll(async () => await here.close());
beforeEach(() => here.sandbox.clearFaults());

const get = async (id: string, changes: INodeParameters = {}): Promise<NodeRunResult> =>
	await adobe(here, 'get', { webinar: byId(id), ...changes });

test('an event: its plan, its settings, and the run of its room with the real times', async () => {
	const url = `${here.sandbox.adobeBaseUrl}/e30001/`;
	expect(jsons(await get(EVENT))).toEqual([
		{
			provider: 'adobeConnect',
			kind: 'event',
			accountId: '7',
			webinarId: EVENT,
			sessionId: EVENT_ASSET,
			occurrenceId: '',
			topic: 'Sample Webinar',
			description: 'All about samples',
			scheduledStartTime: inMinutes(-60),
			scheduledEndTime: inMinutes(-10),
			startTime: inMinutes(-75),
			endTime: inMinutes(-8),
			durationSeconds: 67 * 60,
			timezone: 'America/Los_Angeles',
			hostEmail: '',
			joinUrl: url,
			registrationUrl: url,
			registrationRequired: true,
			settings: {
				schedule: 'once',
				registration: 'automatic',
				registrationLimited: false,
				registeredUsers: 4,
				passwordBypass: true,
				cancelled: false,
				access: '',
				capacity: null,
				expectedAttendees: null,
				folderId: '11010',
				templateId: '',
				roomId: EVENT_ROOM,
				language: 'en',
			},
			occurrences: [],
		},
	]);
});

test('an event that waits: approval, limit, and no run', async () => {
	expect(jsons(await get(UPCOMING_EVENT))[0]).toMatchObject({
		sessionId: '',
		startTime: null,
		durationSeconds: 3600,
		settings: { registration: 'manual', registrationLimited: true },
	});
});

test('an event that was cancelled says so', async () => {
	expect(jsons(await get(CANCELLED_EVENT))[0]).toMatchObject({ settings: { cancelled: true } });
});

test('a seminar: room, session, run, licence and expected attendees', async () => {
	expect(jsons(await get(SEMINAR_ROOM))[0]).toMatchObject({
		kind: 'seminar',
		webinarId: SEMINAR_ROOM,
		occurrenceId: SEMINAR_SESSION,
		sessionId: SEMINAR_ASSET,
		topic: 'Sample Seminar in autumn',
		scheduledStartTime: inMinutes(-DAY / MINUTE - 60),
		startTime: inMinutes(-DAY / MINUTE - 70),
		joinUrl: `${here.sandbox.adobeBaseUrl}/r${SEMINAR_ROOM}/`,
		registrationRequired: true,
		settings: {
			schedule: 'once',
			registration: 'automatic',
			access: 'invited',
			capacity: 500,
			expectedAttendees: 500,
			folderId: LICENCE,
			roomId: SEMINAR_ROOM,
		},
		occurrences: [
			{
				occurrenceId: SEMINAR_SESSION,
				topic: 'Sample Seminar in autumn',
				startTime: inMinutes(-DAY / MINUTE - 60),
				durationSeconds: 3600,
			},
		],
	});
});

describe('a seminar with several sessions', () => {
	const coming = '60009';
	beforeAll(() => {
		here.sandbox.adobeConnect.room(SEMINAR_ROOM).seminarSessions!.push({
			id: coming,
			name: 'Sample Seminar in winter',
			urlPath: '/s60009/',
			begin: inMinutes((7 * DAY) / MINUTE),
			end: inMinutes((7 * DAY) / MINUTE + 60),
			createdAt: inMinutes(-5),
		});
	});
	afterAll(() => {
		here.sandbox.adobeConnect.room(SEMINAR_ROOM).seminarSessions!.pop();
	});

	test.each<[string, INodeParameters]>([
		['by its occurrence', { webinar: byId(SEMINAR_ROOM), occurrence: byId(coming) }],
		['by the ID of the session', { webinar: byId(coming) }],
		['by the link of the session', { webinar: byUrl('/s60009/') }],
	])('one that has not run, %s', async (_, parameters) => {
		const link = parameters.webinar as { mode: string; value: string };
		const webinar = link.mode === 'url' ? byUrl(`${here.sandbox.adobeBaseUrl}${link.value}`) : link;
		expect(jsons(await adobe(here, 'get', { ...parameters, webinar }))[0]).toMatchObject({
			webinarId: SEMINAR_ROOM,
			occurrenceId: coming,
			topic: 'Sample Seminar in winter',
			sessionId: '',
			startTime: null,
			settings: { schedule: 'recurring', expectedAttendees: null },
			occurrences: [{ occurrenceId: SEMINAR_SESSION }, { occurrenceId: coming }],
		});
	});

	test('without a choice it is the one that was last', async () => {
		expect(jsons(await get(SEMINAR_ROOM))[0]).toMatchObject({ occurrenceId: SEMINAR_SESSION });
	});

	test('an occurrence that is not of the seminar is not found', async () => {
		const { error } = await get(SEMINAR_ROOM, { occurrence: byId('999') });
		expect(error?.message).toContain('nothing with the ID 999');
	});
});

test('a meeting: the latest run of a room that is used again and again', async () => {
	expect(jsons(await get(MEETING_ROOM))[0]).toMatchObject({
		kind: 'meeting',
		sessionId: MEETING_ASSETS[2],
		scheduledStartTime: null,
		startTime: inMinutes((-2 * DAY) / MINUTE),
		durationSeconds: 45 * 60,
		registrationRequired: false,
		settings: { schedule: 'recurringNoFixedTime', registration: 'none', access: 'everyone' },
	});
});

test('a link to the room or the landing page is taken, also in the field for IDs', async () => {
	const base = here.sandbox.adobeBaseUrl;
	for (const webinar of [
		byUrl(`${base}/e30001/event/event_info.html?sco-id=${EVENT}`),
		byUrl(`${base}/e30001/`),
		byId(`={{ "${base}/e30001" }}`),
	]) {
		expect(jsons(await adobe(here, 'get', { webinar }))[0]).toMatchObject({ webinarId: EVENT });
	}
});

test('raw: everything that was read under Adobe Connect’s own names, without the passcode', async () => {
	const [event] = jsons(await get(EVENT, { simplify: false }));
	expect(event).toMatchObject({
		kind: 'event',
		sco: { 'sco-id': EVENT, 'source-sco-id': EVENT_ROOM, name: 'Sample Webinar' },
		'event-info': { 'registration-type': 'advance', 'password-bypass': 'true' },
		preferences: { 'time-zone-id': '4' },
		runs: [{ 'asset-id': EVENT_ASSET }],
	});
	const [seminar] = jsons(await get(SEMINAR_ROOM, { simplify: false }));
	expect(seminar).toMatchObject({
		'public-access': 'denied',
		sessions: [{ 'sco-id': SEMINAR_SESSION, type: 'seminarsession' }],
	});
	expect(JSON.stringify([event, seminar])).not.toContain('come-in-please');
});

test('what may not be read of reports and licences is left open', async () => {
	fault(here, {
		match: /action=(report-meeting-sessions|sco-seminar-licenses-list|acl-field-info)/,
		fault: { kind: 'adobeError', code: 'no-access', subcode: 'denied' },
		times: 4,
	});
	expect(jsons(await get(SEMINAR_ROOM))[0]).toMatchObject({
		sessionId: '',
		startTime: null,
		settings: { capacity: null, expectedAttendees: null },
	});
});

test.each([
	['an ID that does not exist', byId('99999'), 'nothing with the ID 99999', 'Administrators'],
	['a folder', byId('11006'), 'something else in Adobe Connect (folder)', 'an event, a seminar'],
	['a text', byId('={{ "Sample Webinar" }}'), 'Webinar is not an ID', 'sco-id'],
	['a link to another server', byUrl('https://x.example.com/e30001/'), 'does not lead', 'begins'],
	['a link without a webinar', byUrl('BASE/a/b/c'), 'contains no webinar', 'r3wrt7zkrpg'],
	['a link that leads nowhere', byUrl('BASE/nothing/'), 'nothing with the address', 'Check'],
])('%s is refused with what to do', async (_, typed, message, repair) => {
	const value = String(typed.value).replace('BASE', here.sandbox.adobeBaseUrl);
	const { error } = await adobe(here, 'get', { webinar: { ...typed, value } });
	expect(error?.message).toContain(message);
	expect(error?.description).toContain(repair);
});

test('set to continue, an item that is refused does not stop the others', async () => {
	const items = [{ id: '99999' }, { id: EVENT }];
	const { outputs, error } = await adobe(
		here,
		'get',
		{ webinar: byId('={{ $json.id }}') },
		{ items, onError: 'continueErrorOutput' },
	);
	expect(error).toBeNull();
	expect(outputs[0]).toHaveLength(1);
	expect(outputs[0]![0]).toMatchObject({ json: { webinarId: EVENT }, pairedItem: { item: 1 } });
	expect(outputs[1]![0]!.json).toMatchObject({ error: expect.any(String) as string });
});

test('hosts who are no administrators see their own webinar', async () => {
	const { login, password } = HOST;
	const fields = { ...here.adobeConnect.adobeConnectApi, login, password };
	const host = { adobeConnect: { adobeConnectApi: fields } };
	const [json] = jsons(await adobe(host, 'get', { webinar: byId(SEMINAR_ROOM) }));
	expect(json).toMatchObject({ webinarId: SEMINAR_ROOM, sessionId: SEMINAR_ASSET });
});
