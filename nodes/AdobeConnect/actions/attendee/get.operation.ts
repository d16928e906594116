import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { readOptions } from '../../../shared/attendees/options';
import { runAttendees } from '../../../shared/attendees/run';
import { attendeeFields } from './fields';
import { prepareRun } from './prepare';

export const description = updateDisplayOptions(
	{ show: { resource: ['attendee'], operation: ['get'] } },
	attendeeFields,
);

/** *Get attendees*: people on output 0, the inputs whose report is not ready on output 1. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const options = readOptions(this, itemIndex);
	return await runAttendees(this, itemIndex, await prepareRun(this, itemIndex, options));
}
