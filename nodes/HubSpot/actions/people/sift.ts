import {
	isBelow,
	outstayed,
	reasonOfItem,
	reasonOfRegistration,
} from '../../../shared/items/attendanceRules';
import { isAtDomain } from '../../../shared/items/domains';
import { alive } from '../../../shared/node/ended';
import { retryLater } from '../../transport/limits';
import type { Person } from './person';
import type { SyncOptions } from './run';

/** Leaves out by what the item itself says. */
export function siftByItem(people: readonly Person[], options: SyncOptions, now: number): void {
	for (const person of people) {
		const reason = reasonOfItem(person.input, options.roles);
		if (reason === 'reportNotReady') {
			const retryAt = retryLater(now);
			person.defer(reason, 'The report of the webinar was not ready', retryAt);
		} else if (reason !== null) {
			person.skip(reason);
		}
	}
}

/** Leaves out by what the account and the options say, and refuses items that lack something. */
export function siftByRules(
	people: readonly Person[],
	options: SyncOptions,
	accountUsers: ReadonlySet<string>,
): void {
	for (const person of alive(people)) {
		const { email, problem } = person.input;
		if (accountUsers.has(email)) person.skip('internalUser');
		else if (options.exclusionsApplyTo === 'everybody' && isExcluded(email, options)) {
			person.skip('excludedDomain');
		} else if (problem !== '') person.fail(problem, MAP_REPAIR);
	}
	keepLongest(alive(people), ({ input }) => input.email);
	for (const person of alive(people)) {
		applyThreshold(person, options);
		const came = person.report?.attendance?.attended === true;
		const unregistered = reasonOfRegistration(person.input, came);
		if (unregistered !== null) person.skip(unregistered);
	}
}

/** Leaves out people at excluded domains whom HubSpot does not know. */
export function siftNew(people: readonly Person[], options: SyncOptions): void {
	for (const person of alive(people)) {
		if (isExcluded(person.input.email, options)) person.skip('excludedDomain');
	}
}

/**
 * Of the people of one event who are one person, the longest stay counts, of equal ones the first;
 * a registration that only another one tells is kept.
 * @param whose names the person, e.g. by the address
 */
export function keepLongest(people: readonly Person[], whose: (person: Person) => string): void {
	const keyOf = (person: Person) => JSON.stringify([person.session?.historyKey, whose(person)]);
	for (const { kept, dropped } of outstayed(people, keyOf, stayOf)) {
		const registration = kept.report?.registration ?? dropped.report?.registration;
		if (kept.report !== null && registration !== undefined) {
			kept.report = { ...kept.report, registration };
		}
		dropped.skip('duplicate');
	}
}

function stayOf({ report }: Person): number {
	return report?.attendance?.attended === true ? report.attendance.seconds : -1;
}

function isExcluded(email: string, { excludedDomains }: SyncOptions): boolean {
	return isAtDomain(email, excludedDomains);
}

/** Who came for less than the threshold is left out, or counts as not having come. */
function applyThreshold(person: Person, options: SyncOptions): void {
	const { report } = person;
	if (report?.attendance?.attended !== true) return;
	const { session, start } = report.attendance;
	if (!isBelow(report.attendance, options)) return;
	if (options.belowThreshold === 'leaveOut') person.skip('belowThreshold');
	else {
		const attendance = { session, start, attended: false, seconds: 0, percent: 0 };
		// Nobody who did not come has a note.
		person.report = { ...report, attendance, note: '' };
	}
}

const MAP_REPAIR =
	'Send items of Get Attendees into this node, or set Map Data to Map Each Field and fill in the named field';
