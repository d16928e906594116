import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asObject, type JsonObject } from '../transport/json';

/** What n8n hands out of another node; reading `item` throws where items are not linked. */
interface OtherNode {
	isExecuted: boolean;
	item?: INodeExecutionData;
	all(output: number): INodeExecutionData[];
}

/**
 * What the trigger emitted for an item whose nodes in between did not keep it: one execution, one
 * item, as long as several were not merged. Empty where this workflow was started by something else.
 * @param trigger the trigger's type, without the package's name
 */
export function triggerItem(
	context: IExecuteFunctions,
	itemIndex: number,
	trigger: string,
	output: number,
): JsonObject {
	const triggers = context
		.getParentNodes(context.getNode().name)
		.filter(({ type }) => type.endsWith(`.${trigger}`));
	for (const { name } of triggers) {
		const item = readItem(context, itemIndex, name, output);
		if (item !== undefined) return asObject(item.json);
	}
	return {};
}

function readItem(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	output: number,
): INodeExecutionData | undefined {
	try {
		const { $ } = context.getWorkflowDataProxy(itemIndex);
		const node = ($ as (name: string) => OtherNode)(name);
		if (!node.isExecuted) return undefined;
		const [first, ...others] = node.all(output);
		return others.length === 0 ? first : node.item;
	} catch {
		return undefined;
	}
}
