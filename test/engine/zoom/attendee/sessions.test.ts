import type { AttendeeItem } from '../../../../nodes/shared/model/attendance';
import { stage, type Stage } from '../../support/world';
import { attendeesOf, byId, inAHurry, jsons, zoomFault, zoomNode } from '../support/zoom';
import { expectBySpec } from '../support/specs';
import { addSeries, DAY, RUNS, SERIES, seriesAttendees, told, type Series } from './series';

const FIRST = [
	`${RUNS.first} ann@example.com attended 45`,
	`${RUNS.first} guest@elsewhere.example.com attended 10`,
	`${RUNS.first} bob@example.com noShow 0`,
];
const SECOND = [
	`${RUNS.second} bob@example.com attended 20`,
	`${RUNS.second} cleo@example.com attended 60`,
	`${RUNS.second} ann@example.com noShow 0`,
];
/** The report of a session that only the host was in. */
const ALONE = ['ann', 'bob', 'cleo'].map((name) => `${RUNS.alone} ${name}@example.com noShow 0`);

let here: Stage;
let series: Series;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage();
	series = addSeries(here);
});
afterEach(async () => {
	await here.close();
	expectBySpec(here.sandbox);
});

/** Zoom's report of the latest session is there. */
const later = (): void => here.sandbox.advance(2 * 60 * 60_000);

describe.each(['report', 'past'])('from the source %s', (source) => {
	const run = async (changes: Parameters<typeof seriesAttendees>[0]) =>
		await zoomNode(here, seriesAttendees({ source, ...changes }));

	test('all: every run that was held, in order, practice left out, once for each person', async () => {
		later();
		const result = await run({ session: 'all' });
		expect(told(result)).toEqual([
			...FIRST,
			...SECOND,
			...ALONE,
			`${RUNS.latest} ann@example.com attended 60`,
			`${RUNS.latest} bob@example.com noShow 0`,
			`${RUNS.latest} cleo@example.com noShow 0`,
		]);
		expect(result.outputs[1]).toEqual([]);
		expect(result.hints.map(({ message }) => message).join()).toContain(
			'left out: only host and panelists were there',
		);
	});

	test('all: a run that is not ready goes to Not Ready by its own session, and comes back alone', async () => {
		const first = await zoomNode(here, seriesAttendees({ source, session: 'all' }), {
			items: [{ mine: 'kept', webinar: { sessionId: 'another' } }],
		});
		expect(told(first)).toEqual([...FIRST, ...SECOND, ...ALONE]);
		const waiting = jsons(first.outputs[1]);
		expect(waiting).toEqual([
			expect.objectContaining({
				mine: 'kept',
				reason: 'reportNotReady',
				webinar: expect.objectContaining({
					webinarId: String(SERIES),
					sessionId: RUNS.latest,
					occurrenceId: series.dates[3]!.occurrence_id,
				}) as unknown,
			}),
		]);
		later();
		const second = await zoomNode(here, seriesAttendees({ source, session: 'all' }), {
			items: waiting,
		});
		expect(told(second)).toEqual([
			`${RUNS.latest} ann@example.com attended 60`,
			`${RUNS.latest} bob@example.com noShow 0`,
			`${RUNS.latest} cleo@example.com noShow 0`,
		]);
	});

	test.each([
		['of its own time', 0, FIRST],
		['that was moved to another day after it was held', 1, SECOND],
	])('occurrence: the run of a date %s', async (_, index, people) => {
		const { occurrence_id: id, start_time: start } = series.dates[index]!;
		const result = await run({ session: 'occurrence', occurrence: byId(id) });
		expect(told(result)).toEqual(people);
		for (const { json } of result.outputs[0]!) {
			expect((json as AttendeeItem).webinar).toMatchObject({
				occurrenceId: id,
				scheduledStartTime: start,
			});
		}
	});

	test('occurrence: a date to come is not ready, one that went by without a run never started', async () => {
		const { occurrence_id: id } = series.dates[4]!;
		const early = await run({ session: 'occurrence', occurrence: byId(id) });
		expect(early.outputs[0]).toEqual([]);
		expect(jsons(early.outputs[1])).toEqual([
			expect.objectContaining({
				reason: 'reportNotReady',
				webinar: expect.objectContaining({ occurrenceId: id, sessionId: '' }) as unknown,
			}),
		]);
		series.dates[4]!.start_time = new Date(Number(id) - 11 * DAY).toISOString();
		const late = await run({ session: 'occurrence', occurrence: byId(id) });
		expect(told(late)).toEqual(
			['ann', 'bob', 'cleo'].map((name) => ` ${name}@example.com unknown 0 (neverStarted)`),
		);
	});

	test('occurrence: an ID that is no date of the webinar is an error that says so', async () => {
		const { error } = await run({ session: 'occurrence', occurrence: byId('1500000000000') });
		expect(error?.message).toBe(`The webinar ${SERIES} has no occurrence 1500000000000`);
		const single = await zoomNode(
			here,
			attendeesOf(here.story.main.webinarId, {
				source,
				session: 'occurrence',
				occurrence: byId('1500000000000'),
			}),
		);
		expect(single.error?.message).toMatch(/has no occurrence/);
		const empty = await run({ session: 'occurrence', occurrence: byId('={{ "" }}') });
		expect(empty.error?.message).toBe('Occurrence is empty');
	});

	test('registration by date: the registrants of that date only', async () => {
		series.webinar.settings = { ...series.webinar.settings, registration_type: 2 };
		const [first, second] = series.dates;
		series.webinar.registrants[0]!.occurrence_ids = [first!.occurrence_id];
		series.webinar.registrants[1]!.occurrence_ids = [first!.occurrence_id];
		series.webinar.registrants[2]!.occurrence_ids = [second!.occurrence_id];
		const result = await run({ session: 'occurrence', occurrence: byId(second!.occurrence_id) });
		expect(told(result)).toEqual([
			`${RUNS.second} bob@example.com attended 20`,
			`${RUNS.second} cleo@example.com attended 60`,
		]);
	});
});

test('all, to fail when one is not ready: one error, and nobody', async () => {
	const { error, outputs } = await zoomNode(
		here,
		seriesAttendees({ session: 'all', options: { whenNotReady: 'fail' } }),
	);
	expect(error?.message).toMatch(/not ready yet/);
	expect(outputs.flat()).toEqual([]);
});

test('people who registered after a run did not miss it', async () => {
	const result = await zoomNode(here, seriesAttendees({ session: 'one', sessionId: RUNS.first }));
	expect(told(result)).toEqual(FIRST);
});

test('as a tool: a summary for each run', async () => {
	const { outputs } = await zoomNode(here, seriesAttendees({ session: 'all' }), { asTool: true });
	expect(jsons(outputs[0])).toEqual([
		expect.objectContaining({ attended: 2, noShows: 1 }),
		expect.objectContaining({ attended: 2, noShows: 1 }),
		expect.objectContaining({ attended: 0, noShows: 3 }),
		expect.objectContaining({ reason: 'reportNotReady' }),
	]);
});

describe('what Zoom has forgotten', () => {
	test('all: a run older than a year is left out with a hint, the others are whole', async () => {
		for (const session of series.webinar.sessions) {
			if (session.uuid !== RUNS.first && session.uuid !== RUNS.practice) continue;
			for (const time of ['startTime', 'endTime'] as const) {
				session[time] = new Date(Date.parse(session[time]) - 400 * DAY).toISOString();
			}
		}
		const result = await zoomNode(here, seriesAttendees({ session: 'all' }));
		expect(told(result)).toEqual([...SECOND, ...ALONE]);
		expect(result.hints.map(({ message }) => message).join()).toContain(
			'left out: Zoom keeps reports for one year',
		);
	});

	test('one: a run older than a year is an error, and nobody a no-show', async () => {
		const first = series.webinar.sessions.find(({ uuid }) => uuid === RUNS.first)!;
		first.endTime = new Date(Date.parse(first.endTime) - 400 * DAY).toISOString();
		const { outputs, error } = await zoomNode(
			here,
			seriesAttendees({ session: 'one', sessionId: RUNS.first }),
		);
		expect(error?.message).toContain('Zoom keeps reports for one year');
		expect(outputs.flat()).toEqual([]);
	});

	test('participants that are no longer kept are an error, and nobody a no-show', async () => {
		const first = series.webinar.sessions.find(({ uuid }) => uuid === RUNS.first)!;
		const { participants } = first;
		// The report counts them still; the list of them is empty.
		let reads = 0;
		Object.defineProperty(first, 'participants', {
			get: () => {
				reads += 1;
				return reads <= 2 ? participants : [];
			},
		});
		const { outputs, error } = await zoomNode(
			here,
			seriesAttendees({ session: 'one', sessionId: RUNS.first }),
		);
		expect(error?.message).toBe('Zoom no longer says who was in this session');
		expect(outputs.flat()).toEqual([]);
	});
});

test('a webinar that has expired: its runs are found, and hints say what is not known', async () => {
	zoomFault(here, {
		match: new RegExp(`GET /webinars/${SERIES}`),
		fault: { kind: 'status', status: 404 },
		times: 99,
	});
	const { occurrence_id: id } = series.dates[0]!;
	const result = await zoomNode(
		here,
		seriesAttendees({ session: 'occurrence', occurrence: byId(id) }),
	);
	const [, ...others] = told(result);
	expect(others.join()).toContain('guest@elsewhere.example.com attended 10');
	expect(
		result.outputs[0]!.every(({ json }) => (json as AttendeeItem).webinar.occurrenceId === id),
	).toBe(true);
	const hints = result.hints.map(({ message }) => message).join();
	expect(hints).toMatch(/panelists were/);
	expect(hints).toMatch(/no-shows are unknown/);
});
