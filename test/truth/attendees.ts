import type { StoryPerson, StorySession } from '../story/contract';
import type { ExpectedAttendee, Level } from './contract';
import { attended, joined, left, presentSeconds, tenthsOfPercent } from './numbers';

type Role = ExpectedAttendee['role'];

export function roleOf(person: StoryPerson): Role {
	return person.kind === 'host' || person.kind === 'panelist' ? person.kind : 'attendee';
}

/** A session that never ran has no UUID; of its people nobody can say whether they would have come. */
export function hasRun(session: StorySession): boolean {
	return session.sessionUuid !== '';
}

/** What *Get attendees* must return for a session, by default without panelists and host. */
export function expectedAttendees(
	session: StorySession,
	roles: readonly Role[] = ['attendee'],
): ExpectedAttendee[] {
	return session.people
		.filter((person) => roles.includes(roleOf(person)))
		.filter((person) => attended(person) || session.registration)
		.map((person) => ({
			key: person.key,
			email: person.email,
			attendanceStatus: status(session, person),
			role: roleOf(person),
			firstJoinTime: joined(person),
			lastLeaveTime: left(person),
			attendedSeconds: presentSeconds(person),
			attendedPercent: tenthsOfPercent(person, session) / 10,
			level: engagementLevel(session, person),
		}));
}

/** From how much presence on somebody counts as having been there. */
export interface Minimum {
	amount: number;
	unit: 'seconds' | 'percent';
}

/** The same people where whoever stayed for less is a no-show; their figures stay. */
export function withMinimum(
	people: readonly ExpectedAttendee[],
	{ amount, unit }: Minimum,
): ExpectedAttendee[] {
	return people.map((person) => {
		const stayed = unit === 'seconds' ? person.attendedSeconds : person.attendedPercent;
		return person.attendanceStatus === 'attended' && stayed < amount
			? { ...person, attendanceStatus: 'noShow' }
			: person;
	});
}

/**
 * The session as if it had been held between these moments alone: presence outside of them is
 * nobody's, and they are its length. ISO UTC.
 */
export function heldBetween(session: StorySession, from: string, to: string): StorySession {
	const [first, last] = [Date.parse(from), Date.parse(to)];
	const cut = (time: string): string =>
		new Date(Math.min(last, Math.max(first, Date.parse(time)))).toISOString();
	return {
		...session,
		startTime: from,
		endTime: to,
		people: session.people.map((person) => ({
			...person,
			presence: person.presence
				.map((stay) => ({ from: cut(stay.from), to: cut(stay.to) }))
				.filter((stay) => stay.from < stay.to),
		})),
	};
}

function status(session: StorySession, person: StoryPerson): ExpectedAttendee['attendanceStatus'] {
	if (!hasRun(session)) return 'unknown';
	return attended(person) ? 'attended' : 'noShow';
}

/**
 * Adobe's published rule, as far as Zoom gives its signals: high from 80 % with all polls and a
 * question, medium from 60 % with a poll or a question. What was not offered lowers nobody; where nothing was
 * offered, time alone does not tell.
 * https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/demand-generation/events/interactive-webinars/engagement-dashboard
 */
export function engagementLevel(session: StorySession, person: StoryPerson): Level {
	if (!attended(person) || (session.pollCount === 0 && !session.questionAndAnswer))
		return 'unknown';
	const percent = tenthsOfPercent(person, session) / 10;
	const allPolls = person.pollsAnswered >= session.pollCount;
	const asked = person.questionsAsked > 0;
	if (percent >= 80 && allPolls && (asked || !session.questionAndAnswer)) return 'high';
	if (percent >= 60 && (person.pollsAnswered > 0 || asked)) return 'medium';
	return 'low';
}
