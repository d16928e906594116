import { explain } from '../../../../shared/model/reasons';
import type { Registrant } from '../../../../shared/model/registrant';
import type { Candidate } from './candidate';
import type { Target } from './target';

/** Our clock and Zoom's may differ by so much; a registration this fresh counts as ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** The person was registered before this run. */
export function isThereAlready(target: Target, person: Candidate, registrant: Registrant): void {
	person.isKnownAs(registrant);
	if (registrant.status === 'approved') {
		person.unchanged('alreadyRegistered', explain('alreadyRegistered').message);
	} else if (registrant.status === 'pending') {
		person.unchanged('pendingApproval', explain('pendingApproval').message);
	} else if (target.options.approveAgain) person.toApprove = true;
	else person.skip('previouslyDenied', DENIED);
}

const DENIED = {
	message: explain('previouslyDenied').message,
	repair:
		'Approve the registrant in Zoom, or set When Already Denied or Cancelled to Approve Again',
};

/** Zoom has registered the person now, or said so of somebody whom it knew before. */
export function isRegistered(person: Candidate, registrant: Registrant): void {
	person.isKnownAs(registrant);
	if (registrant.status === 'pending') {
		const { message } = explain('pendingApproval');
		person.done('registered', message, person.via, 'pendingApproval');
	} else person.done('registered', 'Registered', person.via);
}

/**
 * What a registrant means that was read after our call. Whoever could not be looked up before may
 * have been there: Zoom answers the same address again with the registrant that is there, so only
 * the moment of the registration tells.
 */
export function isFoundAfterCall(target: Target, person: Candidate, registrant: Registrant): void {
	const { status, registeredAt } = registrant;
	// A registrant keeps the moment of the first registration when further occurrences are added.
	const isOlder =
		!target.directory.complete &&
		target.occurrenceIds.length === 0 &&
		registeredAt !== null &&
		Date.parse(registeredAt) < person.calledAt - CLOCK_SKEW_MS;
	const refused = status === 'denied' || status === 'cancelled';
	if (isOlder || refused) isThereAlready(target, person, registrant);
	else isRegistered(person, registrant);
}
