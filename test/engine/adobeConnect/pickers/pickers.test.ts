import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import {
	CANCELLED_EVENT,
	EVENT,
	EVENT_ROOM,
	HOST,
	LEARNER,
	LICENCE,
	MEETING_ROOM,
	OWN_LICENCE,
	SEMINAR_ROOM,
	SEMINAR_SESSION,
	TEMPLATE,
	UPCOMING_EVENT,
	UPCOMING_ROOM,
} from '../../../sandbox/adobeConnect/testing/ids';
import type { Stage } from '../../support/world';
import {
	actions,
	as,
	byId,
	byUrl,
	DAY,
	fault,
	inMinutes,
	MINUTE,
	search,
	smallStage,
} from '../webinar/support';

let here: Stage;
beforeAll(async () => {
	here = await smallStage();
});
afterAll(async () => await here.close());
beforeEach(() => {
	here.sandbox.clearFaults();
	here.sandbox.adobeConnect.calls.length = 0;
});

const valuesOf = ({ results }: INodeListSearchResult): unknown[] =>
	results.map(({ value }) => value);

const namesOf = ({ results }: INodeListSearchResult): string[] => results.map(({ name }) => name);

const minute = (moment: string): string => `${moment.slice(0, 16).replace('T', ' ')} UTC`;

describe('coming webinars', () => {
	test('soonest first, with topic, date and kind, then the other meeting rooms', async () => {
		const coming = await search(here, 'searchWebinars');
		expect(valuesOf(coming)).toEqual([CANCELLED_EVENT, UPCOMING_EVENT, MEETING_ROOM]);
		expect(namesOf(coming)).toEqual([
			`Called Off · ${minute(inMinutes((3 * DAY) / MINUTE))} · Event`,
			`Next Webinar · ${minute(inMinutes((7 * DAY) / MINUTE))} · Event`,
			'Open Office Hour · no fixed time · Meeting',
		]);
		expect(coming.paginationToken).toBeUndefined();
	});

	test('a seminar comes with its next session', async () => {
		const room = here.sandbox.adobeConnect.room(SEMINAR_ROOM);
		const [first] = room.seminarSessions!;
		const session = (id: string, start: number) => ({
			...first!,
			id,
			name: `Date ${id}`,
			begin: inMinutes(start),
			end: inMinutes(start + 60),
		});
		room.seminarSessions = [first!, session('2', 600), session('1', 60)];
		const found = await search(here, 'searchWebinars', { filter: 'date' });
		expect(found.results).toEqual([
			{ name: `Date 1 · ${minute(inMinutes(60))} · Seminar`, value: SEMINAR_ROOM },
		]);
		room.seminarSessions = [first!];
	});

	test('neither templates nor rooms of events are among them', async () => {
		const all = [
			...valuesOf(await search(here, 'searchWebinars')),
			...valuesOf(await search(here, 'searchPastWebinars')),
		];
		for (const id of [TEMPLATE, EVENT_ROOM, UPCOMING_ROOM]) expect(all).not.toContain(id);
	});
});

describe('past webinars', () => {
	test('newest first, then meeting rooms without a date', async () => {
		const past = await search(here, 'searchPastWebinars');
		expect(valuesOf(past)).toEqual([EVENT, SEMINAR_ROOM, MEETING_ROOM]);
		expect(namesOf(past)[0]).toBe(`Sample Webinar · ${minute(inMinutes(-60))} · Event`);
	});

	test('those that ended more than half a year ago are left out', async () => {
		const event = here.sandbox.adobeConnect.event(EVENT);
		const { begin, end } = event;
		event.begin = inMinutes((-200 * DAY) / MINUTE);
		event.end = inMinutes((-200 * DAY) / MINUTE + 60);
		expect(valuesOf(await search(here, 'searchPastWebinars'))).not.toContain(EVENT);
		Object.assign(event, { begin, end });
	});

	test.each([
		['topic', ' sample WEB ', [EVENT]],
		['ID', SEMINAR_ROOM, [SEMINAR_ROOM]],
		['kind', '· meeting', [MEETING_ROOM]],
		['nothing that is there', 'no such topic', []],
	])('are found by %s', async (_, filter, expected) => {
		expect(valuesOf(await search(here, 'searchPastWebinars', { filter }))).toEqual(expected);
	});
});

test('a long list comes page by page, each webinar once', async () => {
	const { rooms } = here.sandbox.adobeConnect;
	const made = Array.from({ length: 110 }, (_, index) => String(44_000 + index));
	for (const id of made) {
		const room = here.sandbox.adobeConnect.room(MEETING_ROOM);
		rooms.set(id, { ...room, id, name: `Room ${id}`, urlPath: `/r${id}/` });
	}
	const seen: unknown[] = [];
	let token: string | undefined;
	do {
		const page = await search(here, 'searchWebinars', { token });
		expect(page.results.length).toBeLessThanOrEqual(100);
		seen.push(...valuesOf(page));
		token = page.paginationToken as string | undefined;
	} while (token !== undefined);
	expect(seen).toEqual([...new Set(seen)]);
	expect(seen).toEqual(expect.arrayContaining(made));
	for (const id of made) rooms.delete(id);
});

describe('occurrences', () => {
	const list = async (webinar: INodeParameters) =>
		await search(here, 'searchOccurrences', { parameters: { webinar } });

	test('are the sessions of the chosen seminar, by ID or link, coming ones first', async () => {
		const room = here.sandbox.adobeConnect.room(SEMINAR_ROOM);
		const [first] = room.seminarSessions!;
		const { begin: _, end: _end, ...undated } = first!;
		room.seminarSessions = [
			{ ...undated, id: '3', name: 'Not yet' },
			first!,
			{ ...first!, id: '1', name: 'Soon', begin: inMinutes(60), end: inMinutes(90) },
		];
		const chosen = await list(byId(SEMINAR_ROOM));
		expect(valuesOf(chosen)).toEqual(['1', SEMINAR_SESSION, '3']);
		expect(namesOf(chosen)[0]).toMatch(
			/^\w{3} \d+ \w{3} \d{4} \d\d:\d\d \(America\/Los_Angeles\) · Soon$/,
		);
		expect(namesOf(chosen)[2]).toBe('No dates yet · Not yet');
		const byLink = await list(byUrl(`${here.sandbox.adobeBaseUrl}/r${SEMINAR_ROOM}/`));
		expect(byLink).toEqual(chosen);
		room.seminarSessions = [first!];
	});

	test('of an event there are none', async () => {
		expect((await list(byId(EVENT))).results).toEqual([]);
	});

	test.each([
		['', /No webinar is chosen yet/],
		['={{ $json.id }}', /given by an expression/],
		['99999', /nothing with the ID 99999/],
	])('of "%s" cannot be listed, and the list says why', async (value, message) => {
		await expect(list(byId(value))).rejects.toThrow(message);
	});
});

describe('places for new rooms', () => {
	test('licences tell how many people they take, and until when; expired ones come last', async () => {
		const until = inMinutes((365 * DAY) / MINUTE).slice(0, 10);
		const { results } = await search(here, 'searchLicences');
		expect(results).toEqual([
			{ name: `Hanna Host · 100 people · until ${until}`, value: OWN_LICENCE },
			{ name: `Webinars 500 · 500 people · until ${until}`, value: LICENCE },
		]);
		const begin = inMinutes((-20 * DAY) / MINUTE);
		const end = inMinutes(-DAY / MINUTE);
		const old = { id: '1', name: 'A', quota: 10, begin, end };
		const [first] = here.sandbox.adobeConnect.world.licences;
		const other = await smallStage({ licences: [old, first!] });
		expect(namesOf(await search(other, 'searchLicences'))).toEqual([
			expect.stringContaining('Webinars 500') as string,
			'A · 10 people · expired',
		]);
		await other.close();
	});

	test('templates tell whose they are', async () => {
		expect((await search(here, 'searchTemplates')).results).toEqual([
			{ name: 'Default Meeting Template · Shared', value: TEMPLATE },
		]);
	});

	test('folders are the own one and the shared one, with what lies in them', async () => {
		const folders = [
			{ id: '51000', parent: 'meetings' as const, name: 'Product', urlPath: '/product/' },
			{ id: '51001', parent: { id: '51000' }, name: 'Deep', urlPath: '/deep/' },
		];
		const other = await smallStage({ folders });
		expect((await search(other, 'searchFolders')).results).toEqual([
			{ name: 'My Meetings', value: '3120001' },
			{ name: 'Shared Meetings', value: '11006' },
			{ name: 'Shared Meetings · Deep', value: '51001' },
			{ name: 'Shared Meetings · Product', value: '51000' },
		]);
		expect(valuesOf(await search(other, 'searchFolders', { filter: 'prod' }))).toEqual(['51000']);
		await other.close();
	});
});

describe('users with fewer rights', () => {
	test('a host sees what is theirs to see', async () => {
		const found = await search(as(here, HOST), 'searchPastWebinars');
		expect(valuesOf(found)).toContain(SEMINAR_ROOM);
	});

	test('who may see no folder gets an empty list', async () => {
		expect((await search(as(here, LEARNER), 'searchWebinars')).results).toEqual([]);
		expect(actions(here)).toContain('report-my-events');
	});

	test('who may not see licences is told so', async () => {
		await expect(search(as(here, LEARNER), 'searchLicences')).rejects.toThrow(
			/list of seminar licences/,
		);
	});
});

test.each([
	'searchWebinars',
	'searchPastWebinars',
	'searchLicences',
	'searchTemplates',
	'searchFolders',
])('%s: a wrong password is said in the list', async (method) => {
	const stranger = as(here, { login: HOST.login, password: `wrong ${method}` });
	await expect(search(stranger, method)).rejects.toMatchObject({
		message: 'Adobe Connect does not accept login or password',
		description: expect.stringContaining('Correct Login and Password') as string,
	});
});

test('an account that has expired is said in the list', async () => {
	fault(here, {
		match: /action=sco-shortcuts/,
		fault: { kind: 'adobeError', code: 'no-access', subcode: 'account-expired' },
	});
	await expect(search(here, 'searchWebinars')).rejects.toMatchObject({
		description: 'Renew the licence of Adobe Connect',
	});
});
