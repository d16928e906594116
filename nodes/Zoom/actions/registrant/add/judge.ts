import type { Registrant } from '../../../../shared/model/registrant';
import { isRegistered, isThereAlready } from '../../../../shared/registrants/candidate';
import type { ZoomCandidate } from './candidate';
import type { Target } from './target';

/** Our clock and Zoom's may differ by so much; a registration this fresh counts as ours. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** The person was registered before this run. */
export function isKnownBefore(target: Target, person: ZoomCandidate, registrant: Registrant): void {
	isThereAlready(person, registrant, target.options.approveAgain, 'Zoom');
}

/**
 * What a registrant means that was read after our call. Whoever could not be looked up before may
 * have been there: Zoom answers the same address again with the registrant that is there, so only
 * the moment of the registration tells.
 */
export function isFoundAfterCall(
	target: Target,
	person: ZoomCandidate,
	registrant: Registrant,
): void {
	const { status, registeredAt } = registrant;
	// A registrant keeps the moment of the first registration when further occurrences are added.
	const isOlder =
		!target.directory.complete &&
		target.occurrenceIds.length === 0 &&
		registeredAt !== null &&
		Date.parse(registeredAt) < person.calledAt - CLOCK_SKEW_MS;
	const refused = status === 'denied' || status === 'cancelled';
	if (isOlder || refused) isKnownBefore(target, person, registrant);
	else isRegistered(person, registrant, person.via);
}
