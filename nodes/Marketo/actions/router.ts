import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { chosenOperation } from '../../shared/node/chosenOperation';
import { withOutcomes, type Route } from '../../shared/node/router';
import * as attendance from './attendance';
import * as campaign from './campaign';
import * as flowStep from './flowStep';
import * as member from './member';
import * as program from './program';
import * as registration from './registration';

/** `resource:operation` -> what it does. */
const ROUTES: Readonly<Record<string, Route>> = {
	...attendance.routes,
	...campaign.routes,
	...flowStep.routes,
	...member.routes,
	...program.routes,
	...registration.routes,
};

/** The fields of all operations, each shown where it belongs. */
export const operationFields = [
	...attendance.description,
	...campaign.description,
	...flowStep.description,
	...member.description,
	...program.description,
	...registration.description,
];

/** Runs the operation that the node is set to, over all items at once. */
export async function route(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await chosenOperation(context, ROUTES, (fail) => withOutcomes('marketo', fail))(context);
}
