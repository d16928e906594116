import type { Outcome } from '../../nodes/shared/model/outcome';
import type { NodeTold } from './contract';

export type Results = Record<Outcome['result'], number>;

export function countOutcomes(told: readonly NodeTold[]): Results {
	const counts: Results = { synced: 0, unchanged: 0, skipped: 0, deferred: 0, failed: 0 };
	for (const { returned } of told) {
		for (const { outcome } of returned) {
			if (outcome) counts[(outcome as Outcome).result] += 1;
		}
	}
	return counts;
}

/** Nodes that only read: what they could not read, the next start reads. */
const READS = ['attendee:get', 'registrant:getAll'];

/** Of every node that writes: in = out, and one explained outcome for each. One line for what is not so. */
export function unexplained(told: readonly NodeTold[]): { lost: string[]; odd: string[] } {
	const lost: string[] = [];
	const odd: string[] = [];
	for (const { node, given, returned, stopped } of told) {
		if (stopped !== null) {
			if (stopped.trim() === '') odd.push(`${node} stopped without a reason`);
			if (!READS.includes(node)) lost.push(`${node} stopped (${stopped}) with ${given.length}`);
			continue;
		}
		if (READS.includes(node)) continue;
		if (returned.length !== given.length) {
			lost.push(`${node}: ${given.length} in, ${returned.length} out`);
		}
		for (const { email, outcome } of returned) {
			const why = flawOf(outcome as Outcome | undefined);
			if (why !== null) odd.push(`${node}: ${String(email)} ${why}`);
		}
	}
	return { lost, odd };
}

function flawOf(outcome: Outcome | undefined): string | null {
	if (outcome === undefined) return 'has no outcome';
	const { result, reason, message, repair, retryAt } = outcome;
	if (result !== 'failed' && result !== 'deferred') return null;
	if (reason === null) return `is ${result} without a reason`;
	if (message === '' || repair === '') return `is ${result} (${reason}) without words`;
	const isLater = retryAt !== null && !Number.isNaN(Date.parse(retryAt));
	return result === 'deferred' && !isLater ? 'is deferred without a moment' : null;
}
