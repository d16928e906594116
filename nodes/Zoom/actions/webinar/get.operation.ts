import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { unless } from '../../../shared/transport/unless';
import { pastWebinarLocator, readWebinarId } from '../../descriptions/webinarLocator';
import { occurrenceOf, toWebinar, withSession } from '../../mapping/webinar';
import { zoomAccount } from '../../transport/credential';
import { getLatestReport } from '../../transport/endpoints/sessions';
import { getWebinar } from '../../transport/endpoints/webinars';
import { isNotFound } from '../../transport/told';

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['get'] } },
	[pastWebinarLocator],
);

/** One webinar with its latest session, when it has run and its report is there. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const webinarId = readWebinarId(this, itemIndex);
	const { accountId } = await zoomAccount(this);
	const report = await unless(isNotFound, getLatestReport(this, webinarId));
	// A webinar expires 30 days after it ended; its report stays for months.
	const details =
		report === undefined
			? await getWebinar(this, webinarId)
			: ((await unless(isNotFound, getWebinar(this, webinarId))) ?? {});
	const planned = { ...toWebinar(details, accountId), webinarId };
	const webinar = withSession(planned, report ?? {});
	return [
		[
			{
				json: { ...webinar, occurrenceId: occurrenceOf(details, webinar.startTime) },
				pairedItem: { item: itemIndex },
			},
		],
	];
}
