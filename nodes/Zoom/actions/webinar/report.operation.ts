import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { filesField, reportOptionsField } from '../../../shared/report/fields';
import { readReportOptions } from '../../../shared/report/options';
import { runReport } from '../../../shared/report/run';
import { prepareRun } from '../attendee/prepare';
import { scopeNotices } from '../attendee/scopeNotices';
import { FINAL_AFTER, whichSession } from '../attendee/sessionFields';

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['report'] } },
	[
		...whichSession('Every run, practice sessions left out: one item per run'),
		filesField,
		...scopeNotices,
		reportOptionsField({
			platform: 'Zoom',
			finalAfter: FINAL_AFTER,
			includeOnDemand:
				'Whether to include who has viewed the cloud recording since. Without the scope for it, the report says that this is not known.',
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
