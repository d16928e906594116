import { inBatches } from '../../../../shared/transport/batch';
import { hasMoreThanNames } from '../../../mapping/registration';
import { asksForMoreThanNames } from '../../../mapping/registrationForm';
import { REGISTRANTS_PER_CALL } from '../../../transport/endpoints/registrantWrites';
import { openOnes } from '../../../../shared/registrants/person';
import type { ZoomCandidate } from './candidate';
import type { Target } from './target';

/**
 * The first call of everybody who is still to be registered: 30 together only where nothing is lost
 * by it, else each alone. A batch takes names only, and its answer does not tell whether somebody was
 * there before; so it needs the lists, or somebody who chose not to know.
 * @returns groups in the order of the items' first people; a group of one is a single call
 */
export function planCalls(target: Target): ZoomCandidate[][] {
	const people = openOnes(target.people).filter(({ toApprove }) => !toApprove);
	const { rules, form, directory, options, occurrenceIds } = target;
	const batches =
		rules.takesBatches &&
		occurrenceIds.length === 0 &&
		!asksForMoreThanNames(form) &&
		(directory.complete || options.lookUp === 'never');
	const together = people.filter(({ registration }) => batches && !hasMoreThanNames(registration));
	const inBatch = new Set(together);
	return [
		...inBatches(together, REGISTRANTS_PER_CALL),
		...people.filter((person) => !inBatch.has(person)).map((person) => [person]),
	];
}
