import { openOnes } from '../../../../shared/registrants/person';
import { REGISTRANTS_PER_CALL } from '../../../transport/endpoints/registrantWrites';
import { planCalls } from './plan';
import type { Target } from './target';

/** Says of everybody who is left what would be done, and counts the calls that it would take. */
export function previewPeople(target: Target): void {
	const groups = planCalls(target);
	for (const group of groups) {
		for (const person of group) {
			const via = group.length > 1 ? 'batch' : 'single';
			const pending = target.rules.approvedByHand ? 'pendingApproval' : null;
			person.done('registered', 'Would register', via, pending);
		}
	}
	const toApprove = openOnes(target.people);
	for (const person of toApprove) person.done('approved', 'Would approve again');
	target.callsPlanned = groups.length + Math.ceil(toApprove.length / REGISTRANTS_PER_CALL);
}
