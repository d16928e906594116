import type { NodeExecutionHint } from 'n8n-workflow';

import { countResults } from '../model/outcome';

/**
 * One line under the node's output: what a run would come to and what it would cost.
 * @param calls that would write
 */
export function previewHint(
	results: Parameters<typeof countResults>[0],
	calls: number,
): NodeExecutionHint {
	const counts = Object.entries(countResults(results))
		.filter(([, count]) => count > 0)
		.map(([result, count]) => `${count} ${result}`);
	return {
		message: `Preview, nothing written. Would be: ${counts.join(', ')}. It would take ${calls} calls that write.`,
		location: 'outputPane',
		type: 'info',
	};
}
