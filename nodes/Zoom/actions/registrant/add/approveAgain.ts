import { openOnes } from '../../../../shared/registrants/person';
import { concurrently } from '../../../../shared/transport/concurrently';
import { toRegistrant } from '../../../mapping/registrant';
import { CALLS_AT_ONCE, changeStatus } from '../changeStatus';
import type { ZoomCandidate } from './candidate';
import { lookAt } from './settle';
import type { Target } from './target';

/**
 * Approves those who were denied or cancelled before, where the option says so: Zoom refuses a new
 * registration of the same address.
 */
export async function approveAgain(target: Target): Promise<void> {
	const people = openOnes(target.people).filter(({ toApprove }) => toApprove);
	const approved: ZoomCandidate[] = [];
	await changeStatus(target, 'approve', people, {
		done(person, via) {
			person.done('approved', 'Approved again', via);
			if (person.registrant !== null) person.registrant.status = 'approved';
			approved.push(person);
		},
		refused: (person, error) => person.refuse(error),
	});
	// Only Zoom knows the join link of somebody who has just been let in.
	await concurrently(approved, CALLS_AT_ONCE, async (person) => {
		const row = await lookAt(target, person.registrant?.registrantId ?? '');
		if (row !== undefined) person.registrant = toRegistrant(row, false);
	});
}
