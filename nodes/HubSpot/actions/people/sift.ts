import { isValidEmail } from '../../../shared/model/email';
import type { Reason } from '../../../shared/model/reasons';
import { isAtDomain } from '../../../shared/items/domains';
import { retryLater } from '../../transport/limits';
import { alive } from '../../../shared/node/ended';
import type { Person } from './person';
import type { SyncOptions } from './run';

/** Leaves out by what the item itself says. */
export function siftByItem(people: readonly Person[], options: SyncOptions, now: number): void {
	for (const person of people) {
		const reason = reasonOfItem(person, options);
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
		const unregistered = reasonOfRegistration(person);
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
	const kept = new Map<string, Person>();
	const byStay = [...people].sort((one, other) => stayOf(other) - stayOf(one));
	for (const person of byStay) {
		const key = JSON.stringify([person.session?.historyKey, whose(person)]);
		const longest = kept.get(key);
		if (longest === undefined) {
			kept.set(key, person);
			continue;
		}
		const registration = longest.report?.registration ?? person.report?.registration;
		if (longest.report !== null && registration !== undefined) {
			longest.report = { ...longest.report, registration };
		}
		person.skip('duplicate');
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
	const { seconds, percent, session, start } = report.attendance;
	if (seconds >= options.minimumSeconds && percent >= options.minimumPercent) return;
	if (options.belowThreshold === 'leaveOut') person.skip('belowThreshold');
	else {
		const attendance = { session, start, attended: false, seconds: 0, percent: 0 };
		// Nobody who did not come has a note.
		person.report = { ...report, attendance, note: '' };
	}
}

const MAP_REPAIR =
	'Send in items of Get Attendees, or set Map Data to Map Each Field and fill in the named field';

function reasonOfItem({ input }: Person, options: SyncOptions): Reason | null {
	const { reason, email, role } = input;
	if (reason === 'neverStarted' || reason === 'reportNotReady') return reason;
	if (reason === 'nobodyAttended' && email === '') return reason;
	if (!options.roles.includes(role)) return 'roleExcluded';
	if (email === '') return 'noEmail';
	return isValidEmail(email) ? null : 'invalidEmail';
}

/** Somebody who was not admitted and did not come has no part in the webinar. */
function reasonOfRegistration({ input, report }: Person): Reason | null {
	if (report?.attendance?.attended === true) return null;
	if (input.registration === 'pending') return 'pendingApproval';
	const refused = input.registration === 'denied' || input.registration === 'cancelled';
	return refused ? 'previouslyDenied' : null;
}
