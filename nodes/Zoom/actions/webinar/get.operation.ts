import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { asIsoTime, asText, type JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { pastWebinarLocator, readWebinarId } from '../../descriptions/webinarLocator';
import { occurrenceById, occurrencesOf, onDate } from '../../mapping/occurrences';
import { occurrenceOf, toWebinar, withSession } from '../../mapping/webinar';
import { toSettings, toShownOccurrences } from '../../mapping/webinarShown';
import { zoomAccount } from '../../transport/credential';
import { getLatestReport } from '../../transport/endpoints/sessions';
import { getWebinar } from '../../transport/endpoints/webinars';
import { isForbidden } from '../../transport/permitted';
import { isNotFound } from '../../transport/told';
import { tellingMeetings } from '../../transport/whatIsIt';

const fields: INodeProperties[] = [
	pastWebinarLocator,
	occurrenceLocator,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['get'] } },
	fields,
);

/**
 * One webinar: its plan, its settings and its dates, with its latest session when that has run and
 * its report is there. Raw: what Zoom answers, with the host's start link and passcodes.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const webinarId = readWebinarId(this, itemIndex);
	const occurrenceId = asText(
		this.getNodeParameter('occurrence', itemIndex, '', { extractValue: true }),
	).trim();
	const simplify = this.getNodeParameter('simplify', itemIndex, true) !== false;
	const details = getWebinar(this, webinarId, occurrenceId);
	const json = simplify
		? await simplified(this, webinarId, occurrenceId, details)
		: await tellingMeetings(this, webinarId, details);
	return [[{ json: json as IDataObject, pairedItem: { item: itemIndex } }]];
}

async function simplified(
	context: IExecuteFunctions,
	webinarId: string,
	occurrenceId: string,
	read: Promise<JsonObject>,
): Promise<IDataObject> {
	// A webinar expires 30 days after it ended; its report stays for months.
	const [known, report] = await Promise.all([
		unless(isNotFound, read),
		unless(cannotTell, getLatestReport(context, webinarId)),
	]);
	const details =
		known ?? (report === undefined ? await tellingMeetings(context, webinarId, read) : {});
	const { accountId } = await zoomAccount(context);
	const planned = { ...toWebinar(details, accountId), webinarId };
	const ran = occurrenceOf(details, asIsoTime(report?.start_time));
	const isMeant = occurrenceId === '' || occurrenceId === ran;
	const webinar = withSession(planned, isMeant ? (report ?? {}) : {});
	const minutes = Math.round(planned.durationSeconds / 60);
	const date = occurrenceById(occurrencesOf(details), occurrenceId || ran, minutes);
	return {
		...onDate(webinar, date),
		settings: toSettings(details),
		occurrences: toShownOccurrences(details),
	};
}

/** The report is not there yet, or apps of single users may not read it. */
function cannotTell(error: unknown): boolean {
	return isNotFound(error) || isForbidden(error);
}
