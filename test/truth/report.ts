import type { StoryPerson, StorySession } from '../story/contract';
import { expectedAttendees, hasRun, roleOf } from './attendees';
import type { ExpectedAttendee, Level } from './contract';
import { attended, meanTenths } from './numbers';

/** What *Get report* must say of a session that ran, from its people alone. */
export interface ExpectedFigures {
	registered: number | null;
	attended: number;
	attendedRegistered: number;
	guests: number;
	noShows: number | null;
	showUpRate: number | null;
	panelists: number;
	hosts: number;
	averageAttendedSeconds: number | null;
	medianAttendedSeconds: number | null;
	averageAttendedPercent: number | null;
	engagement: Record<Level, number>;
}

export function expectedFigures(session: StorySession): ExpectedFigures {
	const attendees = session.people.filter((person) => roleOf(person) === 'attendee');
	const registered = attendees.filter(({ registeredAt }) => registeredAt !== null);
	const came = registered.filter(attended).length;
	const there = expectedAttendees(session).filter(
		({ attendanceStatus }) => attendanceStatus === 'attended',
	);
	const ofRole = (kind: StoryPerson['kind']): number =>
		session.people.filter((person) => person.kind === kind && attended(person)).length;
	const tells = hasRun(session) && session.registration && registered.length > 0;
	return {
		registered: session.registration ? registered.length : null,
		attended: there.length,
		attendedRegistered: came,
		guests: there.length - came,
		noShows: session.registration ? (hasRun(session) ? registered.length - came : 0) : null,
		showUpRate: tells ? Math.round((1000 * came) / registered.length) / 10 : null,
		panelists: ofRole('panelist'),
		hosts: ofRole('host'),
		...times(there),
		engagement: levels(there),
	};
}

function times(
	there: readonly ExpectedAttendee[],
): Pick<
	ExpectedFigures,
	'averageAttendedSeconds' | 'medianAttendedSeconds' | 'averageAttendedPercent'
> {
	if (there.length === 0) {
		return {
			averageAttendedSeconds: null,
			medianAttendedSeconds: null,
			averageAttendedPercent: null,
		};
	}
	const seconds = there.map(({ attendedSeconds }) => attendedSeconds).sort((a, b) => a - b);
	const half = there.length >> 1;
	const tenths = there.map(({ attendedPercent }) => Math.round(attendedPercent * 10));
	return {
		averageAttendedSeconds: Math.round(seconds.reduce((sum, each) => sum + each, 0) / there.length),
		medianAttendedSeconds: Math.round(
			there.length % 2 === 1 ? seconds[half] : (seconds[half - 1] + seconds[half]) / 2,
		),
		averageAttendedPercent: meanTenths(tenths) / 10,
	};
}

function levels(there: readonly ExpectedAttendee[]): Record<Level, number> {
	const counts: Record<Level, number> = { high: 0, medium: 0, low: 0, unknown: 0 };
	for (const { level } of there) counts[level] += 1;
	return counts;
}

/** How many attendees were in at a moment (epoch milliseconds). */
export function presentAt(session: StorySession, moment: number): number {
	return session.people.filter(
		(person) =>
			roleOf(person) === 'attendee' &&
			person.presence.some(({ from, to }) => Date.parse(from) <= moment && moment < Date.parse(to)),
	).length;
}

/** How many people answered each poll that was held, in order; people answer the first ones first. */
export function pollVoters(session: StorySession): number[] {
	return Array.from(
		{ length: session.pollCount },
		(_, index) => session.people.filter(({ pollsAnswered }) => pollsAnswered > index).length,
	);
}
