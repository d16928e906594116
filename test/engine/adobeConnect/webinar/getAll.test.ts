import type { INodeParameters } from 'n8n-workflow';

import {
	CANCELLED_EVENT,
	EVENT,
	EVENT_ROOM,
	LEARNER,
	MEETING_ROOM,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
	TEMPLATE,
	UPCOMING_EVENT,
	UPCOMING_ROOM,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import { actions, adobe, as, DAY, fault, inMinutes, jsons, MINUTE, smallStage } from './support';

let here: Stage;
beforeAll(async () => {
	here = await smallStage();
});
afterAll(async () => await here.close());
beforeEach(() => {
	here.sandbox.clearFaults();
	here.sandbox.adobeConnect.calls.length = 0;
});

async function list(
	changes: INodeParameters = {},
	on: Pick<Stage, 'adobeConnect'> = here,
): Promise<string[]> {
	const result = await adobe(on, 'getAll', { which: 'all', returnAll: true, ...changes });
	return jsons(result).map(({ webinarId }) => String(webinarId));
}

test('all: events, seminars and meetings, newest first, in our model', async () => {
	const result = await adobe(here, 'getAll', { which: 'all', returnAll: true });
	expect(jsons(result).map(({ webinarId }) => webinarId)).toEqual([
		UPCOMING_EVENT,
		CANCELLED_EVENT,
		EVENT,
		SEMINAR_ROOM,
		MEETING_ROOM,
	]);
	expect(jsons(result)[3]).toMatchObject({
		kind: 'seminar',
		occurrenceId: SEMINAR_SESSION,
		topic: 'Sample Seminar in autumn',
		joinUrl: `${here.sandbox.adobeBaseUrl}/r${SEMINAR_ROOM}/`,
		registrationRequired: null,
	});
});

test('neither templates nor the rooms of events are webinars', async () => {
	const all = await list();
	for (const id of [TEMPLATE, EVENT_ROOM, UPCOMING_ROOM]) expect(all).not.toContain(id);
	expect(await list({ kinds: ['meeting'] })).toEqual(
		expect.arrayContaining([EVENT_ROOM, UPCOMING_ROOM, MEETING_ROOM]),
	);
});

test('ended: within so many days, newest first', async () => {
	expect(await list({ which: 'ended', days: 7 })).toEqual([EVENT, SEMINAR_ROOM]);
	here.sandbox.adobeConnect.event(EVENT).end = inMinutes((-3 * DAY) / MINUTE);
	expect(await list({ which: 'ended', days: 2 })).toEqual([SEMINAR_ROOM]);
	here.sandbox.adobeConnect.event(EVENT).end = inMinutes(-10);
});

test('upcoming: soonest first, live ones too, then meetings without a date', async () => {
	here.sandbox.adobeConnect.event(EVENT).end = inMinutes(5);
	expect(await list({ which: 'upcoming' })).toEqual([
		EVENT,
		CANCELLED_EVENT,
		UPCOMING_EVENT,
		MEETING_ROOM,
	]);
	here.sandbox.adobeConnect.event(EVENT).end = inMinutes(-10);
});

test('kinds, limit and words of the topic', async () => {
	expect(await list({ kinds: ['seminar'] })).toEqual([SEMINAR_ROOM]);
	expect(await list({ kinds: ['event'], returnAll: false, limit: 2 })).toEqual([
		UPCOMING_EVENT,
		CANCELLED_EVENT,
	]);
	expect(await list({ options: { search: ' SAMPLE ' } })).toEqual([EVENT, SEMINAR_ROOM]);
});

test('from and until, by their start', async () => {
	const options = { startsFrom: inMinutes(-90), startsUntil: inMinutes((4 * DAY) / MINUTE) };
	expect(await list({ options })).toEqual([CANCELLED_EVENT, EVENT]);
	expect(await list({ which: 'ended', days: 1, options })).toEqual([EVENT]);
	const older = { startsFrom: inMinutes((-30 * DAY) / MINUTE) };
	expect(await list({ which: 'ended', days: 1, options: older })).toEqual([EVENT, SEMINAR_ROOM]);
});

test('a seminar comes once per session, and once without any', async () => {
	const room = here.sandbox.adobeConnect.room(SEMINAR_ROOM);
	const [first] = room.seminarSessions!;
	room.seminarSessions = [
		first!,
		{ ...first!, id: '60002', begin: inMinutes(60), end: inMinutes(90) },
	];
	const result = await adobe(here, 'getAll', { which: 'all', kinds: ['seminar'] });
	expect(jsons(result).map(({ occurrenceId }) => occurrenceId)).toEqual(['60002', SEMINAR_SESSION]);
	room.seminarSessions = [];
	const [bare] = jsons(await adobe(here, 'getAll', { which: 'all', kinds: ['seminar'] }));
	expect(bare).toMatchObject({
		occurrenceId: '',
		topic: 'Sample Seminar',
		scheduledStartTime: null,
	});
	room.seminarSessions = [first!];
});

test('events alone are filtered by the server', async () => {
	await list({ which: 'ended', kinds: ['event'] });
	const [call] = here.sandbox.adobeConnect.callsOf('sco-expanded-contents');
	expect(call!.params).toMatchObject({
		'filter-type': ['event'],
		'filter-lt-date-end': [expect.any(String) as string],
		'filter-gte-date-end': [expect.any(String) as string],
		'sort-sco-id': ['asc'],
	});
});

test('more than the server gives at once comes in pages of its size, each webinar once', async () => {
	const { world, rooms } = here.sandbox.adobeConnect;
	const made = Array.from({ length: 25 }, (_, index) => String(42_000 + index));
	for (const id of made) {
		const urlPath = `/r${id}/`;
		rooms.set(id, {
			...here.sandbox.adobeConnect.room(MEETING_ROOM),
			id,
			name: `Room ${id}`,
			urlPath,
		});
	}
	world.maximumRows = 10;
	const ids = await list({ kinds: ['meeting'] });
	expect(ids).toEqual([...new Set(ids)]);
	expect(ids).toEqual(expect.arrayContaining(made));
	const pages = here.sandbox.adobeConnect.callsOf('sco-expanded-contents');
	expect(pages.map(({ status }) => status)).toContain('operation-size-error/10');
	expect(pages.some(({ params }) => params['filter-start']?.[0] === '20')).toBe(true);
	delete world.maximumRows;
	for (const id of made) rooms.delete(id);
});

describe('who may not see the folders', () => {
	test('gets the events that are their own', async () => {
		const denied = { kind: 'adobeError', code: 'no-access', subcode: 'denied' } as const;
		fault(here, { match: /action=sco-expanded-contents/, fault: denied, times: 3 });
		const own = await list({ kinds: ['event'] });
		expect(actions(here)).toContain('report-my-events');
		expect(own.every((id) => [EVENT, UPCOMING_EVENT, CANCELLED_EVENT].includes(id))).toBe(true);
	});

	test('and has none gets an empty list, though the answer has no body', async () => {
		expect(await list({}, as(here, LEARNER))).toEqual([]);
		expect(actions(here)).toContain('report-my-events');
	});
});

test.each<[string, INodeParameters, string]>([
	['no kind', { kinds: [] }, 'No kind of webinar is chosen'],
	['a limit of nothing', { returnAll: false, limit: 0 }, 'Limit'],
	['no date', { options: { startsFrom: 'soon' } }, 'Starts From "soon" is not a date'],
	['no days', { which: 'ended', days: 0 }, 'Ended Within (Days)'],
])('%s is refused with the field', async (_, changes, message) => {
	const { error } = await adobe(here, 'getAll', { which: 'all', returnAll: true, ...changes });
	expect(error?.message).toContain(message);
});
