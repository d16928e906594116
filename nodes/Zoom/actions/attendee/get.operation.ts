import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { AttendeeItem } from '../../../shared/model/attendance';
import { explain } from '../../../shared/model/reasons';
import { isCalledAsTool } from '../../../shared/node/tool';
import { asIsoTime, asText } from '../../../shared/transport/json';
import { VendorError } from '../../../shared/transport/vendorError';
import { absence } from '../../mapping/attendance';
import { readWebinarId } from '../../descriptions/webinarLocator';
import { zoomAccount } from '../../transport/credential';
import { attendeeFields } from './fields';
import { collectPeople } from './collect';
import { findSession, toldEndTime, type Session } from './findSession';
import { readOptions, type AttendeeOptions } from './options';
import { summarise } from './summary';

export const description = updateDisplayOptions(
	{ show: { resource: ['attendee'], operation: ['get'] } },
	attendeeFields,
);

/**
 * *Get attendees*: one item per person of a session on output 0, or the input on output 1 while
 * Zoom's report is not ready. As a tool everything comes out on output 0, because n8n hands an
 * agent nothing else.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const options = readOptions(this, itemIndex);
	const input = this.getInputData()[itemIndex]?.json ?? {};
	const sessionId = asText(this.getNodeParameter('sessionId', itemIndex, '')).trim();
	const { accountId } = await zoomAccount(this);
	const now = Date.now();
	const session = await findSession(
		this,
		{
			webinarId: readWebinarId(this, itemIndex),
			sessionId,
			accountId,
			endTime: toldEndTime(input, sessionId),
		},
		options,
		now,
	);
	const pairedItem = { item: itemIndex };
	if (session.reason === 'reportNotReady') {
		const json = notReady(input, session, options, now);
		return isCalledAsTool(this) ? [[{ json, pairedItem }], []] : [[], [{ json, pairedItem }]];
	}
	const { people, notes } = await collectPeople(this, session, options);
	if (notes.length > 0) {
		this.addExecutionHints(
			...notes.map((message) => ({ message, location: 'outputPane' as const })),
		);
	}
	const found = people.length > 0 ? people : [nobody(session)];
	const items = isCalledAsTool(this) ? [summarise(session.webinar, found)] : found;
	return [items.map((json) => ({ json, pairedItem })), []];
}

function notReady(
	input: IDataObject,
	{ webinar, finalAt }: Session,
	options: AttendeeOptions,
	now: number,
): IDataObject {
	const { message, repair } = explain('reportNotReady');
	const retryAt = asIsoTime(now + options.retryAfterMs);
	if (options.whenNotReady === 'fail') {
		throw new VendorError({
			vendor: 'zoom',
			status: 404,
			code: '3001',
			message,
			repair,
			reason: 'reportNotReady',
			retryAt: retryAt ?? undefined,
			failure: { cause: 'temporarily-unavailable', retryAfterMs: options.retryAfterMs },
		});
	}
	// The input's own words on the webinar stay: the next round reads the session's end from them.
	return { webinar, ...input, reason: 'reportNotReady', message, retryAt, finalAt };
}

/**
 * A session without anybody still says so with one item, so that an audit log knows that it was
 * looked at and the next sweep leaves it alone.
 */
function nobody({ webinar, reason }: Session): AttendeeItem {
	return {
		email: '',
		firstName: '',
		lastName: '',
		attendanceStatus: 'unknown',
		webinar,
		registrant: null,
		attendance: absence('attendee', 'unknown'),
		engagement: {
			level: 'unknown',
			basis: [],
			pollsAnswered: 0,
			questionsAsked: 0,
			surveyAnswered: false,
		},
		reason: reason ?? 'nobodyAttended',
	};
}
