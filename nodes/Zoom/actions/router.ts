import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { chosenOperation } from '../../shared/node/chosenOperation';
import { runPerItem, type ItemOperation } from '../../shared/node/router';
import * as getAttendees from './attendee/get.operation';
import * as getWebinar from './webinar/get.operation';
import * as getManyWebinars from './webinar/getAll.operation';

interface Route {
	execute: ItemOperation;
	/** The node's own outputs for this operation. */
	outputs: number;
}

const routes: Record<string, Route> = {
	'attendee:get': { execute: getAttendees.execute, outputs: 2 },
	'webinar:get': { execute: getWebinar.execute, outputs: 1 },
	'webinar:getAll': { execute: getManyWebinars.execute, outputs: 1 },
};

/** Runs the chosen operation; the one place that knows them all. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { execute, outputs } = chosenOperation(this, routes, (fail) => ({
		execute: fail,
		outputs: 1,
	}));
	return await runPerItem(this, execute, outputs);
}
