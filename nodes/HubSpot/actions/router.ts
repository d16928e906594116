import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { chosenOperation } from '../../shared/node/chosenOperation';
import { runPeople, type PeopleOperation } from '../../shared/node/people';
import * as sync from './attendance/sync.operation';
import * as setUp from './property/setUp.operation';

/** `resource:operation` -> what it does. */
const OPERATIONS: Record<string, PeopleOperation> = {
	'attendance:sync': sync.operation,
	'property:setUp': setUp.operation,
};

/** The fields of all operations, each shown where it belongs. */
export const operationFields = [...sync.description, ...setUp.description];

/** Runs the operation that the node is set to, over all items at once. */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context, OPERATIONS, (fail) => fail);
	return [await runPeople(context, 'hubspot', operation)];
}
