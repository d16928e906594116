import { isValidEmail } from '../../../shared/model/email';
import type { Reason } from '../../../shared/model/reasons';
import { isAtDomain } from '../../mapping/domains';
import { RETRY_LATER_MS } from '../../transport/limits';
import { alive, type Person } from './person';
import type { SyncOptions } from './run';

/** Leaves out by what the item itself says. */
export function siftByItem(people: readonly Person[], options: SyncOptions, now: number): void {
	for (const person of people) {
		const reason = reasonOfItem(person, options);
		if (reason === 'reportNotReady') {
			const retryAt = new Date(now + RETRY_LATER_MS).toISOString();
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
	const seen = new Set<string>();
	for (const person of alive(people)) {
		const { email, problem } = person.input;
		const key = JSON.stringify([person.session?.historyKey, email]);
		if (accountUsers.has(email)) person.skip('internalUser');
		else if (isAtDomain(email, options.excludedDomains)) person.skip('excludedDomain');
		else if (problem !== '') person.fail(problem, MAP_REPAIR);
		else if (seen.has(key)) person.skip('duplicate');
		else {
			const unregistered = reasonOfRegistration(person);
			if (unregistered === null) seen.add(key);
			else person.skip(unregistered);
		}
	}
}

const MAP_REPAIR =
	'Send in items of Get Attendees, or set Map Data to Map Each Field and fill in the named field';

function reasonOfItem({ input }: Person, options: SyncOptions): Reason | null {
	const { reason, email, role } = input;
	if (reason === 'neverStarted' || reason === 'reportNotReady') return reason;
	if (reason === 'nobodyAttended' && email === '') return reason;
	if (role !== 'attendee' && !options.includePanelistsAndHosts) return 'roleExcluded';
	if (email === '') return 'noEmail';
	return isValidEmail(email) ? null : 'invalidEmail';
}

/** Somebody who was not admitted and did not come has no part in the webinar. */
function reasonOfRegistration({ input }: Person): Reason | null {
	if (input.attended) return null;
	if (input.registration === 'pending') return 'pendingApproval';
	const refused = input.registration === 'denied' || input.registration === 'cancelled';
	return refused ? 'previouslyDenied' : null;
}
