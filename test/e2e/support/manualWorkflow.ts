import { randomUUID } from 'node:crypto';

import type { WorkflowFile } from '../../host/drive/templates';

/** A manual start and one node of ours behind it. */
export function manualWorkflow(
	name: string,
	node: { name: string; type: string; parameters: Record<string, unknown> },
): WorkflowFile {
	const placed = (at: number) => ({
		id: randomUUID(),
		typeVersion: 1,
		position: [at * 220, 0] as [number, number],
	});
	return {
		name,
		nodes: [
			{ ...placed(0), name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
			{ ...placed(1), ...node, type: `n8n-nodes-webinars.${node.type}` },
		],
		connections: { Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
