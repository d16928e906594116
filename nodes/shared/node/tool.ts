import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type NodeApiError,
	type NodeOperationError,
} from 'n8n-workflow';

/** People an AI agent is shown one by one: a model reads few well; the figures are about everybody. */
export const PEOPLE_SHOWN = 20;

/**
 * Whether an AI agent called the node. n8n says so in two ways: by the context, where the agent
 * calls its tools itself, and by a mark on the node, where the engine runs them for the agent in an
 * ordinary context, whose `isToolExecution()` is always false.
 */
export function isCalledAsTool(context: IExecuteFunctions): boolean {
	return saysSo(context) || context.getNode().rewireOutputLogTo === NodeConnectionTypes.AiTool;
}

/**
 * n8n before 2.9 cannot be asked. What it hands to a node that stands at another one's side, as a tool does, counts
 * that node's runs; an ordinary context does not.
 */
function saysSo(context: IExecuteFunctions): boolean {
	return 'isToolExecution' in context ? context.isToolExecution() : 'getNextRunIndex' in context;
}

/**
 * An error as who called the node can use it: n8n hands an agent the message alone, so as a tool what
 * to do next is part of it, for the model to mend its call.
 */
export function asTold<E extends NodeApiError | NodeOperationError>(
	context: IExecuteFunctions,
	error: E,
): E {
	const { message, description } = error;
	if (!isCalledAsTool(context) || !description || message.includes(description)) return error;
	error.message = `${message}. ${description}`;
	return error;
}
