import { randomUUID } from 'node:crypto';

import type { WorkflowFile } from '../../host/drive/templates';
import type { WorkflowNode } from '../../host/drive/workflows';

type Parameters = Record<string, unknown>;

/** A node with what a user has set, everything else as it comes. */
export interface NodeFile extends WorkflowNode {
	/** What n8n does when the node fails. */
	onError?: 'continueErrorOutput' | 'continueRegularOutput';
	alwaysOutputData?: boolean;
}

const BASE_VERSIONS: Record<string, number> = { set: 3.4, filter: 2.2 };

/** @param type of this package, or with `n8n-nodes-base.` of n8n itself */
export function node(name: string, type: string, parameters: Parameters = {}): NodeFile {
	const isOurs = !type.includes('.');
	return {
		id: randomUUID(),
		name,
		type: isOurs ? `n8n-nodes-webinars.${type}` : type,
		typeVersion: BASE_VERSIONS[type.split('.')[1] ?? ''] ?? 1,
		position: [0, 0],
		parameters,
		...(isOurs && type === 'marketoFlowStepTrigger' && { webhookId: randomUUID() }),
	};
}

/** Poll times that never come while somebody tests: only being published makes the trigger look. */
export const NO_POLLS = { item: [{ mode: 'custom', cronExpression: '0 3 29 2 *' }] };

/** A resource locator as the editor saves it. */
export const locator = (mode: string, value: unknown) => ({ __rl: true, mode, value });

/** A resource mapper as the editor saves it, with these fields on the panel. */
export function mapped(values: Record<string, unknown>): Parameters {
	return {
		mappingMode: 'defineBelow',
		value: values,
		matchingColumns: [],
		schema: Object.keys(values).map((id) => ({
			id,
			displayName: id,
			required: false,
			defaultMatch: false,
			display: true,
			canBeUsedToMatch: false,
			type: 'string',
		})),
	};
}

/**
 * A workflow of rows of nodes, each connected from left to right. The same node may stand in several
 * rows; `[node, output]` goes on from another output than the first.
 */
export function workflow(name: string, rows: Array<Array<NodeFile | [NodeFile, number]>>) {
	const placed = new Map<string, NodeFile>();
	const connections: Record<
		string,
		{ main: Array<Array<{ node: string; type: string; index: 0 }>> }
	> = {};
	rows.forEach((row, down) => {
		row.forEach((entry, right) => {
			const [one, output] = Array.isArray(entry) ? entry : [entry, 0];
			if (!placed.has(one.name))
				placed.set(one.name, { ...one, position: [right * 220, down * 200] });
			const next = row[right + 1];
			if (next === undefined) return;
			const target = Array.isArray(next) ? next[0] : next;
			const main = (connections[one.name] ??= { main: [] }).main;
			while (main.length <= output) main.push([]);
			main[output]?.push({ node: target.name, type: 'main', index: 0 });
		});
	});
	const file: WorkflowFile = {
		name,
		nodes: [...placed.values()],
		connections,
		settings: { executionOrder: 'v1' },
	};
	return file;
}
