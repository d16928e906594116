import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { chosenOperation } from '../../shared/node/chosenOperation';
import { withOutcomes, type Route } from '../../shared/node/router';
import * as sync from './attendance/sync.operation';
import * as setUp from './property/setUp.operation';

/** `resource:operation` -> what it does. */
const ROUTES: Readonly<Record<string, Route>> = {
	'attendance:sync': withOutcomes('hubspot', sync.operation),
	'property:setUp': withOutcomes('hubspot', setUp.operation),
};

/** The fields of all operations, each shown where it belongs. */
export const operationFields = [...sync.description, ...setUp.description];

/** Runs the operation that the node is set to, over all items at once. */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await chosenOperation(context, ROUTES, (fail) => withOutcomes('hubspot', fail))(context);
}
