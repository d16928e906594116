import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { runPeople, type PeopleOperation } from '../../shared/node/people';
import * as sync from './attendance/sync.operation';
import * as setUp from './property/setUp.operation';

/** `resource.operation` -> what it does. */
const OPERATIONS: Record<string, PeopleOperation> = {
	'attendance.sync': sync.operation,
	'property.setUp': setUp.operation,
};

/** The fields of all operations, each shown where it belongs. */
export const operationFields = [...sync.description, ...setUp.description];

/** Runs the operation that the node is set to, over all items at once. */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const resource = String(context.getNodeParameter('resource', 0));
	const name = String(context.getNodeParameter('operation', 0));
	const operation = OPERATIONS[`${resource}.${name}`];
	if (operation === undefined) {
		throw new NodeOperationError(context.getNode(), `The operation "${name}" is not known`, {
			description: 'Choose an operation from the list',
		});
	}
	return [await runPeople(context, 'hubspot', operation)];
}
