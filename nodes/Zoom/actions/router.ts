import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
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

/** Fails item by item: thrown here, a node set to continue would pass its input on as a success. */
function unknown(key: string): Route {
	return {
		outputs: 1,
		execute: async () => {
			throw new ParameterError(
				`The operation ${key} does not exist`,
				'Choose an operation from the list',
			);
		},
	};
}

/** Runs the chosen operation; the one place that knows them all. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const key = `${String(this.getNodeParameter('resource', 0))}:${String(this.getNodeParameter('operation', 0))}`;
	const { execute, outputs } = routes[key] ?? unknown(key);
	return await runPerItem(this, execute, outputs);
}
