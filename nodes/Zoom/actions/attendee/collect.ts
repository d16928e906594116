import type { AttendeeItem } from '../../../shared/model/attendance';
import type { Registrant } from '../../../shared/model/registrant';
import { absence, attendanceOf } from '../../mapping/attendance';
import type { AnswerBook } from '../../mapping/engagement';
import { identify, type Person } from '../../mapping/identify';
import { comparableName, toJoinRows } from '../../mapping/rows';
import type { ZoomContext } from '../../transport/request';
import type { Session } from './findSession';
import type { AttendeeOptions } from './options';
import { readAnswers, readRegistrants, readRoles, type Roles } from './sources';

export interface Collected {
	people: AttendeeItem[];
	/** Things a person should know, e.g. a scope without which engagement stays unknown. */
	notes: string[];
}

/** Everybody of a session: attendees, no-shows, panelists and host, as the options choose. */
export async function collectPeople(
	context: ZoomContext,
	session: Session,
	options: AttendeeOptions,
): Promise<Collected> {
	const notes: string[] = [];
	const registrants = await readRegistrants(context, session, options, notes);
	const roles = await readRoles(context, session, notes);
	const book = await readAnswers(context, session, options, notes);
	const persons = identify(toJoinRows(session.rows), registrants);
	const seen = new Set(persons.map(({ registrant }) => registrant?.registrantId));
	const missing = registrants.filter(({ registrantId }) => !seen.has(registrantId));
	const names = new NameBook([...persons.map(nameOf), ...missing.map(fullName)]);
	const present = persons.map((person) => toItem(session, person, roles, book, names, options));
	const absent = missing.map((registrant) => absentItem(session, registrant, roles, book, options));
	const people = [...present, ...absent].filter((item) => isWanted(item, options));
	const nobody = !present.some(({ attendance }) => attendance.attendedSeconds > 0);
	const reason = session.reason ?? (nobody ? 'nobodyAttended' : undefined);
	return { people: reason ? people.map((item) => ({ ...item, reason })) : people, notes };
}

function toItem(
	session: Session,
	person: Person,
	roles: Roles,
	book: AnswerBook,
	names: NameBook,
	options: AttendeeOptions,
): AttendeeItem {
	const role = roles.get(person.email) ?? 'attendee';
	const attendance = attendanceOf(person.rows, session.webinar, role, person.matchedBy);
	const { registrant } = person;
	const [firstName, ...rest] = person.name.split(/\s+/);
	const emails = new Set([person.email, ...person.rows.map(({ email }) => email)]);
	return {
		email: person.email,
		firstName: registrant?.firstName ?? firstName ?? '',
		lastName: registrant?.lastName ?? rest.join(' '),
		attendanceStatus: attendance.status,
		webinar: session.webinar,
		registrant,
		attendance,
		engagement: book.of(emails, names.unique(nameOf(person)), attendance, options.includeTexts),
	};
}

function absentItem(
	session: Session,
	registrant: Registrant,
	roles: Roles,
	book: AnswerBook,
	options: AttendeeOptions,
): AttendeeItem {
	const status = session.reason === 'neverStarted' ? 'unknown' : 'noShow';
	const attendance = absence(roles.get(registrant.email) ?? 'attendee', status);
	return {
		email: registrant.email,
		firstName: registrant.firstName,
		lastName: registrant.lastName,
		attendanceStatus: status,
		webinar: session.webinar,
		registrant,
		attendance,
		engagement: book.of(new Set([registrant.email]), '', attendance, options.includeTexts),
	};
}

function nameOf({ registrant, name }: Person): string {
	return registrant === null ? comparableName(name) : fullName(registrant);
}

function fullName({ firstName, lastName }: Registrant): string {
	return comparableName(`${firstName} ${lastName}`);
}

/** Names that belong to one person of the session only; Q&A of "Chris" must not count for both. */
class NameBook {
	private readonly counts = new Map<string, number>();

	constructor(names: readonly string[]) {
		for (const name of names) this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
	}

	unique(name: string): string {
		return this.counts.get(name) === 1 ? name : '';
	}
}

function isWanted(item: AttendeeItem, { people }: AttendeeOptions): boolean {
	const { role, attendedSeconds } = item.attendance;
	if (role !== 'attendee') return people.has(role);
	if (attendedSeconds > 0) return people.has('attended');
	// Somebody without any attendance and without registration was in the waiting room or practice.
	return item.registrant !== null && people.has('noShow');
}
