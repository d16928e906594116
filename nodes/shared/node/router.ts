import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Destination } from '../model/outcome';
import { causeOf, isCancelled, toNodeError } from './errors';
import { asTold } from './tool';
import { runPeople, runSummarised, type PeopleOperation, type SummarisedOperation } from './people';

/** What an operation that works item by item returns: items by output, each linked to its input. */
export type ItemOperation = (
	this: IExecuteFunctions,
	itemIndex: number,
) => Promise<INodeExecutionData[][]>;

/** One entry of a node's table of operations: from the node's inputs to its outputs. */
export type Route = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** An operation that reads, item by item, onto so many outputs. */
export function perItem(operation: ItemOperation, outputs = 1): Route {
	return async (context) => await runPerItem(context, operation, outputs);
}

/** An operation that writes, all items together: one outcome per item. */
export function withOutcomes(destination: Destination, operation: PeopleOperation): Route {
	return async (context) => [await runPeople(context, destination, operation)];
}

/** The same with a second output: one summary per webinar. */
export function withSummary(destination: Destination, operation: SummarisedOperation): Route {
	return async (context) => await runSummarised(context, destination, operation);
}

/**
 * Runs an operation once per input item. An item that fails ends the run, or, where the node is set
 * to continue, becomes an item with `error`; n8n then sends it to the error output if there is one.
 * @param outputs number of the node's own outputs
 */
export async function runPerItem(
	context: IExecuteFunctions,
	operation: ItemOperation,
	outputs: number,
): Promise<INodeExecutionData[][]> {
	const result: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex += 1) {
		try {
			const produced = await operation.call(context, itemIndex);
			produced.forEach((items, output) => append(result[output], items));
		} catch (error) {
			if (!context.continueOnFail() || isCancelled(context, error)) {
				throw asTold(context, toNodeError(context.getNode(), error, itemIndex));
			}
			const { message, repair, reason } = causeOf(error);
			result[0]?.push({
				json: { error: message, message, details: { repair, reason } },
				pairedItem: { item: itemIndex },
			});
		}
	}
	return result;
}

/** Not `push(...items)`: an argument list of 50,000 would overflow the stack. */
function append(target: INodeExecutionData[] | undefined, items: INodeExecutionData[]): void {
	for (const item of items) target?.push(item);
}
