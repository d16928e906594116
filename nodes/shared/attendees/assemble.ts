import type { AttendeeItem, SessionReason } from '../model/attendance';
import type { Registrant } from '../model/registrant';
import type { SessionBooks } from './books';
import { identify } from './identify';
import { ItemMaker } from './items';
import { fullName, NameBook, nameOf } from './names';
import type { AttendeeOptions } from './options';
import type { HeldSession } from './session';

export interface Collected {
	people: AttendeeItem[];
	/** What concerns the whole session; undefined when somebody was there. */
	reason?: SessionReason;
	/** What the platform tells besides the people. */
	books: SessionBooks;
}

/** Everybody of a session, as the options choose. */
export function assemblePeople(
	session: HeldSession,
	registrants: readonly Registrant[],
	books: SessionBooks,
	options: AttendeeOptions,
): Collected {
	const persons = identify(session.rows, registrants);
	const seen = new Set(persons.map(({ registrant }) => registrant?.registrantId));
	const missing = registrants.filter(({ registrantId }) => !seen.has(registrantId));
	const names = new NameBook([...persons.map(nameOf), ...missing.map(fullName)]);
	const owned = new Set([...persons, ...missing].map(({ email }) => email));
	const maker = new ItemMaker(session, books, names, owned, options);
	const present = persons.map((person) => maker.present(person));
	const absent = missing
		.map((registrant) => maker.absent(registrant))
		.filter((item) => isOfSession(item, session));
	const viewers = books.viewers().map((viewer) => maker.viewer(viewer));
	const nobody = !present.some(({ attendance }) => attendance.attendedSeconds > 0);
	const isEmpty = nobody && session.onDemandOnly === undefined;
	const reason = session.reason ?? (isEmpty ? 'nobodyAttended' : undefined);
	const people = [...present, ...absent, ...viewers].filter((item) => isWanted(item, options));
	return { people: reason ? people.map((item) => ({ ...item, reason })) : people, reason, books };
}

/** Whoever registered after the end, e.g. for the next run of a series, did not miss this one. */
function isOfSession({ registrant, attendance }: AttendeeItem, { webinar }: HeldSession): boolean {
	return attendance.onDemand !== undefined || !isLate(registrant, webinar.endTime);
}

function isLate(registrant: Registrant | null, endTime: string | null): boolean {
	const registeredAt = registrant?.registeredAt;
	if (!registeredAt || endTime === null) return false;
	return Date.parse(registeredAt) > Date.parse(endTime);
}

function isWanted(item: AttendeeItem, { people, registeredOnly }: AttendeeOptions): boolean {
	const { role, belowThreshold } = item.attendance;
	if (role !== 'attendee') return people.has(role);
	if (registeredOnly && item.registrant === null) return false;
	if (item.attendanceStatus === 'attended') return people.has('attended');
	if (item.attendanceStatus === 'attendedOnDemand') return people.has('onDemand');
	// Somebody without any attendance and without registration was in the waiting room or practice.
	return (item.registrant !== null || belowThreshold === true) && people.has('noShow');
}
