import type { IDataObject } from 'n8n-workflow';

import type { StatusAction } from '../../../shared/registrants/statusChange';
import { asObject, asObjects, type JsonObject } from '../../../shared/transport/json';
import { segment } from '../paths';
import { zoomRequest, type ZoomContext } from '../request';
import { occurrence } from './registrants';

/** Thin writers of https://developers.zoom.us/docs/api/meetings/#tag/webinars (registrants). */

/** How many people Zoom takes in one call (batch_registrants, status). */
export const REGISTRANTS_PER_CALL = 30;

/** Registers one person; the same address again is answered with the registrant that is there. */
export async function addRegistrant(
	context: ZoomContext,
	webinarId: string,
	occurrenceIds: readonly string[],
	body: JsonObject,
): Promise<JsonObject> {
	return asObject(
		await zoomRequest(context, {
			path: `/webinars/${segment(webinarId)}/registrants`,
			...(occurrenceIds.length > 0 && { qs: { occurrence_ids: occurrenceIds.join(',') } }),
			label: 'light',
			write: 'addRegistrant',
			body: body as IDataObject,
		}),
	);
}

/** Registers up to 30 people, with email and names only; webinars with a single date only. */
export async function addRegistrants(
	context: ZoomContext,
	webinarId: string,
	registrants: ReadonlyArray<Record<string, string>>,
): Promise<JsonObject[]> {
	const body = await zoomRequest(context, {
		path: `/webinars/${segment(webinarId)}/batch_registrants`,
		label: 'heavy',
		write: 'addRegistrants',
		body: { auto_approve: true, registrants: [...registrants] },
	});
	return asObjects(asObject(body).registrants);
}

/** Approves, denies or cancels up to 30 registrants, each known by ID, email or both. */
export async function setRegistrantStatus(
	context: ZoomContext,
	webinarId: string,
	occurrenceId: string,
	action: StatusAction,
	registrants: ReadonlyArray<Record<string, string>>,
): Promise<void> {
	await zoomRequest(context, {
		path: `/webinars/${segment(webinarId)}/registrants/status`,
		qs: occurrence(occurrenceId),
		label: 'medium',
		write: 'setRegistrantStatus',
		body: { action, registrants: [...registrants] },
	});
}

export async function deleteRegistrant(
	context: ZoomContext,
	webinarId: string,
	registrantId: string,
	occurrenceId: string,
): Promise<void> {
	await zoomRequest(context, {
		path: `/webinars/${segment(webinarId)}/registrants/${segment(registrantId)}`,
		qs: occurrence(occurrenceId),
		label: 'light',
		write: 'deleteRegistrant',
	});
}
