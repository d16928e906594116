import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { filesField, reportOptionsField } from '../../../shared/report/fields';
import { readReportOptions } from '../../../shared/report/options';
import { runReport } from '../../../shared/report/run';
import { prepareRun } from '../attendee/prepare';
import { FINAL_AFTER, rightsNotice, whichSession } from '../attendee/sessionFields';

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['report'] } },
	[
		...whichSession('Every run, rehearsals left out: one item per run'),
		filesField,
		rightsNotice,
		reportOptionsField({
			platform: 'Adobe Connect',
			finalAfter: FINAL_AFTER,
			includeOnDemand:
				'Whether to include people who came to an event only after it had ended, for the recording. Adobe Connect knows this of registrants of events only.',
		}),
	],
);

/** *Get report*: figures and files per run on output 0, what is not ready on output 1. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const options = readReportOptions(this, itemIndex);
	const run = await prepareRun(this, itemIndex, options.attendees);
	return await runReport(this, itemIndex, run, options);
}
