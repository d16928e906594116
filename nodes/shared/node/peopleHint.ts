import type { NodeExecutionHint } from 'n8n-workflow';

import { countResults, type Outcome } from '../model/outcome';

/**
 * One line under the node's output: what the run came to, why not everybody was written, what it cost.
 * @param cost where calls are counted, with the vendor as people know it, e.g. `HubSpot`
 */
export function peopleHint(
	outcomes: readonly Outcome[],
	cost?: { calls: number; vendor: string },
): NodeExecutionHint {
	const counts = countResults(outcomes.map(({ result }) => result));
	const results = Object.entries(counts)
		.filter(([, count]) => count > 0)
		.map(([result, count]) => `${count} ${result}`);
	const reasons = new Map<string, number>();
	for (const { reason } of outcomes) {
		if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
	}
	const because = [...reasons].map(([reason, count]) => `${count} ${reason}`);
	const preview = outcomes.some((outcome) => outcome.preview) ? 'Preview, nothing written. ' : '';
	const why = because.length > 0 ? ` (${because.join(', ')})` : '';
	const calls = cost ? ` ${cost.calls} calls to ${cost.vendor}.` : '';
	return {
		message: `${preview}${outcomes.length} ${cost ? 'people' : 'items'}: ${results.join(', ')}${why}.${calls}`,
		location: 'outputPane',
		type: counts.failed + counts.deferred > 0 ? 'warning' : 'info',
	};
}
