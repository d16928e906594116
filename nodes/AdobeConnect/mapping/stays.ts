import type { JoinRow } from '../../shared/attendees/stays';
import { isValidEmail, normaliseEmail } from '../../shared/model/email';
import type { EventPerson } from './eventReport';
import { attributeOf, flagOf, timeOf, valueOf, type XmlElement } from '../xml/element';

/** One run in epoch milliseconds; an end of Infinity = nobody tells. */
export interface Span {
	from: number;
	to: number;
}

/** The stays of one run. */
export interface RoomStays {
	rows: JoinRow[];
	/** Somebody has not left yet, as far as the report tells. */
	unfinished: boolean;
	/** transcript-id of the stays with an answered survey. */
	surveyed: Set<string>;
}

/**
 * Rows of report-meeting-attendance as the stays of one run. A room has one run at a time, so a stay is of
 * the run that it overlaps. Who has not left counts until the run's end.
 * https://helpx.adobe.com/adobe-connect/webservices/report-meeting-attendance.html
 */
export function toStays(elements: readonly XmlElement[], run: Span): RoomStays {
	const rows: JoinRow[] = [];
	const surveyed = new Set<string>();
	let unfinished = false;
	for (const element of elements) {
		const from = Date.parse(timeOf(element, 'date-created') ?? '');
		const left = Date.parse(timeOf(element, 'date-end') ?? '');
		if (Number.isNaN(from) || from > run.to || left < run.from) continue;
		const isInside = Number.isNaN(left);
		unfinished ||= isInside;
		const joinId = attributeOf(element, 'transcript-id');
		if (flagOf(element, 'answered-survey') === true) surveyed.add(joinId);
		const principalId = attributeOf(element, 'principal-id');
		rows.push({
			...identityOf(principalId, valueOf(element, 'login')),
			joinId,
			name: valueOf(element, 'participant-name') || valueOf(element, 'session-name'),
			from,
			to: isInside ? Math.max(from, Number.isFinite(run.to) ? run.to : from) : left,
		});
	}
	return { rows, unfinished, surveyed };
}

/** Rows of report-meeting-session-users, of the principals that are wanted. */
export function toUserStays(
	elements: readonly XmlElement[],
	wanted: (principalId: string) => boolean,
	run: Span,
): JoinRow[] {
	return elements.flatMap((element, index) => {
		const principalId = attributeOf(element, 'principal-id');
		const from = Date.parse(timeOf(element, 'date-created') ?? '');
		const left = Date.parse(timeOf(element, 'date-end') ?? '');
		if (principalId === '' || !wanted(principalId) || Number.isNaN(from)) return [];
		return [
			{
				...identityOf(principalId, ''),
				joinId: `user ${index}`,
				name: valueOf(element, 'principal-name'),
				from,
				to: Number.isNaN(left) ? run.to : left,
			},
		];
	});
}

/**
 * What the event's report tells of somebody's attendance, as one stay: from the first coming to the last
 * going, with the time of all visits together. undefined = it tells no time, or of another one.
 */
export function eventStay(person: EventPerson, run: Span): JoinRow | undefined {
	const from = Date.parse(person.firstInTime ?? '');
	if (Number.isNaN(from) || from < run.from || from > run.to) return undefined;
	const seconds = person.attendedSeconds;
	const last = Date.parse(person.lastEndTime ?? '');
	const to = Number.isNaN(last) ? from + (seconds ?? 0) * 1000 : last;
	return {
		...identityOf(person.principalId, person.login),
		joinId: `event ${person.principalId}`,
		name: person.name,
		from,
		to,
		...(seconds !== undefined && { seconds }),
	};
}

/** Who has an account is known by it; a login is mostly an address. */
function identityOf(
	principalId: string,
	login: string,
): Pick<JoinRow, 'registrantId' | 'userId' | 'email'> {
	return { registrantId: principalId, userId: principalId, email: addressOf(login) };
}

/** A login as an address; empty when it is none. */
export function addressOf(login: string): string {
	const email = normaliseEmail(login);
	return isValidEmail(email) ? email : '';
}
