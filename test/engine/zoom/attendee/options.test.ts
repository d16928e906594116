import type { INodeParameters } from 'n8n-workflow';

import type { AttendeeItem } from '../../../../nodes/shared/model/attendance';
import type { ZoomWebinarState } from '../../../sandbox/world';
import { expectedAttendees, heldBetween, withMinimum } from '../../../truth';
import type { ExpectedAttendee } from '../../../truth/contract';
import type { NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { outcomes, sync } from '../../hubspot/support';
import { expectBySpec } from '../support/specs';
import { attendeesOf, zoomNode } from '../support/zoom';

const MINUTE = 60_000;

let here: Stage;
beforeEach(async () => {
	here = await stage({}, { participationDelayMs: 0 });
});
afterEach(async () => {
	await here.close();
	expectBySpec(here.sandbox);
});

async function run(options: INodeParameters, peopleToReturn = ['attended', 'noShow']) {
	const { webinarId } = here.story.main;
	return await zoomNode(here, attendeesOf(webinarId, { options, peopleToReturn }));
}

function items({ outputs, error }: NodeRunResult): AttendeeItem[] {
	expect(error).toBeNull();
	return outputs[0]!.map(({ json }) => json as AttendeeItem);
}

/** Who, how long and with which status; engagement follows from other tests. */
function seen(people: AttendeeItem[]): string[] {
	return people
		.map(({ email, attendanceStatus, attendance }) =>
			[email, attendanceStatus, attendance.attendedSeconds, attendance.attendedPercent].join(' '),
		)
		.sort();
}

function told(people: ExpectedAttendee[]): string[] {
	return people
		.map((person) =>
			[person.email, person.attendanceStatus, person.attendedSeconds, person.attendedPercent].join(
				' ',
			),
		)
		.sort();
}

describe('Minimum Attendance', () => {
	test.each([
		[{ minimumAttendance: 1200 }, { amount: 1200, unit: 'seconds' }],
		[
			{ minimumAttendance: 50, minimumAttendanceUnit: 'percent' },
			{ amount: 50, unit: 'percent' },
		],
	] as const)(
		'%j: who stayed for less is a no-show with their figures',
		async (options, minimum) => {
			const found = items(await run(options));
			const expected = withMinimum(expectedAttendees(here.story.main), minimum);
			expect(seen(found)).toEqual(told(expected));
			const below = found.filter(({ attendance }) => attendance.belowThreshold);
			expect(below.length).toBeGreaterThan(0);
			for (const { attendanceStatus, attendance } of below) {
				expect([attendanceStatus, attendance.status]).toEqual(['noShow', 'noShow']);
				expect(attendance.attendedSeconds).toBeGreaterThan(0);
			}
		},
	);

	test('comes out with the no-shows, and with them alone', async () => {
		const minimum = { amount: 1200, unit: 'seconds' } as const;
		const expected = withMinimum(expectedAttendees(here.story.main), minimum);
		const attended = items(await run({ minimumAttendance: 1200 }, ['attended']));
		expect(seen(attended)).toEqual(
			told(expected.filter(({ attendanceStatus }) => attendanceStatus === 'attended')),
		);
		const noShows = items(await run({ minimumAttendance: 1200 }, ['noShow']));
		expect(attended.length + noShows.length).toBe(expected.length);
	});

	test('HubSpot takes them as registered and not as having attended', async () => {
		const found = items(await run({ minimumAttendance: 1_000_000 }));
		const below = found.filter(
			({ attendance, registrant }) => attendance.belowThreshold && registrant !== null,
		);
		const written = outcomes(await sync(here, below));
		expect(written.filter(({ result }) => result === 'synced').length).toBeGreaterThan(0);
		const verbs = here.sandbox.hubspot.events.flatMap(({ activities }) =>
			activities.map(({ verb }) => verb),
		);
		expect(new Set(verbs)).toEqual(new Set(['register']));
	});
});

describe('Clip to Scheduled Time', () => {
	let webinar: ZoomWebinarState;
	beforeEach(() => {
		const { zoom } = here.sandbox;
		webinar = zoom.world.webinars.find(({ id }) => id === here.story.main.webinarId)!;
	});

	test('counts what lies in it, in percent of its length', async () => {
		const { main } = here.story;
		// Held from its start to ten minutes beyond the scheduled end.
		webinar.startTime = main.startTime;
		webinar.duration = Math.floor(
			(Date.parse(main.endTime) - Date.parse(main.startTime)) / MINUTE - 10,
		);
		const end = new Date(Date.parse(main.startTime) + webinar.duration * MINUTE).toISOString();
		const found = items(await run({ clipToScheduled: true }));
		const expected = expectedAttendees(heldBetween(main, main.startTime, end)).filter(
			({ email, attendanceStatus }) =>
				attendanceStatus === 'attended' ||
				main.people.some((person) => person.email === email && person.registrantId !== null),
		);
		expect(seen(found)).toEqual(told(expected));
		expect(seen(found)).not.toEqual(told(expectedAttendees(main)));
	});

	test('a webinar that was moved to another day afterwards is counted as a whole, with a hint', async () => {
		const { main } = here.story;
		webinar.startTime = new Date(Date.parse(main.startTime) + 7 * 24 * 60 * MINUTE).toISOString();
		const result = await run({ clipToScheduled: true });
		expect(seen(items(result))).toEqual(told(expectedAttendees(main)));
		expect(result.hints.map(({ message }) => message).join()).toContain(
			'lies outside of its scheduled time',
		);
	});

	test('without it the schedule does not touch the figures', async () => {
		webinar.startTime = new Date(Date.parse(webinar.startTime) - 3 * 60 * MINUTE).toISOString();
		expect(seen(items(await run({})))).toEqual(told(expectedAttendees(here.story.main)));
	});
});

describe('Registered People Only', () => {
	test('leaves out whoever came without registering; panelists and host stay', async () => {
		const everybody = ['attended', 'noShow', 'panelist', 'host'];
		const found = items(await run({ registeredOnly: true }, everybody));
		const guests = found.filter(
			({ registrant, attendance }) => registrant === null && attendance.role === 'attendee',
		);
		expect(guests).toEqual([]);
		const all = items(await run({}, everybody));
		expect(found).toHaveLength(
			all.filter(
				({ registrant, attendance }) => registrant !== null || attendance.role !== 'attendee',
			).length,
		);
		expect(found.some(({ attendance }) => attendance.role === 'panelist')).toBe(true);
		expect(found.length).toBeLessThan(all.length);
	});

	test('where that leaves nobody, one item says that it was looked at, not that nobody came', async () => {
		const { webinarId } = here.story.noRegistration;
		const result = await zoomNode(
			here,
			attendeesOf(webinarId, { options: { registeredOnly: true } }),
		);
		const [only, ...others] = items(result);
		expect(others).toEqual([]);
		expect(only).toMatchObject({ email: '', attendanceStatus: 'unknown' });
		expect(only).not.toHaveProperty('reason');
	});
});

test.each([-1, 'many'])(
	'Minimum Attendance %j is refused before anything is sent',
	async (value) => {
		const { error } = await run({ minimumAttendance: value });
		expect(error?.message).toContain('Minimum Attendance is not a number of 0 or more');
		expect(here.sandbox.books.calls('zoom')).toEqual([]);
	},
);
