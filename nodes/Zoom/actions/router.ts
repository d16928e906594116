import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { chosenOperation } from '../../shared/node/chosenOperation';
import { perItem, type Route } from '../../shared/node/router';
import { scopeNotices } from '../descriptions/scopeNotices';
import * as attendee from './attendee';
import * as panelist from './panelist';
import * as recording from './recording';
import * as registrant from './registrant';
import * as webinar from './webinar';

const routes: Readonly<Record<string, Route>> = {
	...attendee.routes,
	...panelist.routes,
	...recording.routes,
	...registrant.routes,
	...webinar.routes,
};

/** The fields of all resources, each shown where it belongs. */
export const operationFields = [
	...attendee.description,
	...panelist.description,
	...recording.description,
	...registrant.description,
	...webinar.description,
	...scopeNotices,
];

/** Runs the chosen operation; the one place that knows them all. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await chosenOperation(context, routes, (fail) => perItem(fail))(context);
}
