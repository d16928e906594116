import type { NodeExecutionHint } from 'n8n-workflow';

import { countResults } from '../../../../shared/model/outcome';
import { REGISTRANTS_PER_CALL } from '../../../transport/endpoints/registrantWrites';
import { openOnes } from '../person';
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

/** One line under the node's output: what a run would come to and what it would cost. */
export function previewHint(
	results: Parameters<typeof countResults>[0],
	targets: readonly Target[],
): NodeExecutionHint {
	const counts = Object.entries(countResults(results))
		.filter(([, count]) => count > 0)
		.map(([result, count]) => `${count} ${result}`);
	const calls = targets.reduce((sum, { callsPlanned }) => sum + callsPlanned, 0);
	return {
		message: `Preview, nothing written. Would be: ${counts.join(', ')}. It would take ${calls} calls that write.`,
		location: 'outputPane',
		type: 'info',
	};
}
