import type { Reason } from '../../../shared/model/reasons';
import { isAtDomain } from '../../../shared/items/domains';
import { alive } from '../../../shared/node/ended';
import type { Person } from '../people/person';
import type { SyncOptions } from '../people/run';
import type { ContactRule } from './options';

/** Leaves out by what the account and the options say, and refuses items that lack something. */
export function siftRegistrations(
	people: readonly Person[],
	options: SyncOptions,
	accountUsers: ReadonlySet<string>,
): void {
	const everybody = options.exclusionsApplyTo === 'everybody';
	for (const person of alive(people)) {
		const { email, problem, registration } = person.input;
		if (accountUsers.has(email)) person.skip('internalUser');
		else if (everybody && isAtDomain(email, options.excludedDomains)) person.skip('excludedDomain');
		else if (problem !== '') person.fail(problem, ITEM_REPAIR);
		else if (registration === 'pending') person.skip('pendingApproval');
	}
	keepNewest(alive(people));
}

const ITEM_REPAIR =
	'Set Webinar to the item of the webinar, e.g. of Get, or set Map Data to Map Each Field and fill in the named field';

/** Of several news of one registration the latest counts, whatever order they come in; else the first. */
function keepNewest(people: readonly Person[]): void {
	const moment = ({ input }: Person) => (input.toldAt === null ? -1 : Date.parse(input.toldAt));
	const seen = new Set<string>();
	for (const person of [...people].sort((one, other) => moment(other) - moment(one))) {
		const key = JSON.stringify([person.session?.historyKey, person.input.email]);
		if (seen.has(key)) person.skip('duplicate', SUPERSEDED);
		else seen.add(key);
	}
}

const SUPERSEDED = {
	message: 'The same registration came more than once; the latest news of it was used',
	repair: '',
};

/**
 * Who is left out once it is known whether HubSpot knows them: a cancellation makes no contact, and
 * the rule of the operation counts. Whom this node has registered before stays registered by it.
 */
export function registrationRule(rule: ContactRule): (person: Person) => Reason | null {
	return ({ contact, session, report }) => {
		if (contact === null || contact.record === null) {
			if (report?.registration?.cancelled === true) return 'previouslyDenied';
			return rule === 'update' ? 'contactRuleExcluded' : null;
		}
		if (rule !== 'create' || contact.knew(session?.historyKey ?? '')) return null;
		return 'contactRuleExcluded';
	};
}
