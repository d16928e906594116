import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { chosenOperation } from '../../shared/node/chosenOperation';
import { withOutcomes, type Route } from '../../shared/node/router';
import * as attendance from './attendance';
import * as property from './property';
import * as recording from './recording';
import * as registration from './registration';
import * as webinar from './webinar';
import * as workflowAction from './workflowAction';

/** `resource:operation` -> what it does. */
const ROUTES: Readonly<Record<string, Route>> = {
	...attendance.routes,
	...property.routes,
	...recording.routes,
	...registration.routes,
	...webinar.routes,
	...workflowAction.routes,
};

/** The fields of all operations, each shown where it belongs. */
export const operationFields = [
	...attendance.description,
	...property.description,
	...recording.description,
	...registration.description,
	...webinar.description,
	...workflowAction.description,
];

/** Runs the operation that the node is set to, over all items at once. */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await chosenOperation(context, ROUTES, (fail) => withOutcomes('hubspot', fail))(context);
}
