import type { IDataObject } from 'n8n-workflow';

import { asObject, type JsonObject } from '../../../shared/transport/json';
import { zoomRows } from '../pages';
import { segment } from '../paths';
import { zoomRequest, type ZoomContext } from '../request';

/** Thin readers and writers, one per endpoint: path, label, shape. Labels: zoom.us rate-limit page. */

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/get/webinars/{webinarId}
 * @param occurrenceId one date of a series as it differs from the others
 */
export async function getWebinar(
	context: ZoomContext,
	webinarId: string,
	occurrenceId = '',
): Promise<JsonObject> {
	return asObject(
		await zoomRequest(context, {
			path: `/webinars/${segment(webinarId)}`,
			// The occurrence of a session is in the past.
			qs: {
				show_previous_occurrences: true,
				...(occurrenceId !== '' && { occurrence_id: occurrenceId }),
			},
			label: 'light',
		}),
	);
}

/**
 * Webinars of one host that have not expired: live, upcoming and some previous ones.
 * @param events whether those that were made in Zoom Events are among them; Zoom's default is yes
 */
export async function getHostWebinars(
	context: ZoomContext,
	host: string,
	type: 'scheduled' | 'upcoming',
	events: boolean,
): Promise<JsonObject[]> {
	return await zoomRows(
		context,
		{
			path: `/users/${segment(host)}/webinars`,
			qs: { type, include_events_webinar: events },
			label: 'medium',
		},
		'webinars',
	);
}

/**
 * What is planned in the account between two days (both yyyy-mm-dd, at most a month apart).
 * https://developers.zoom.us/docs/api/meetings/#tag/reports/get/report/upcoming_events
 */
export async function getUpcomingWebinars(
	context: ZoomContext,
	from: string,
	to: string,
): Promise<JsonObject[]> {
	return await zoomRows(
		context,
		{ path: '/report/upcoming_events', qs: { from, to, type: 'webinar' }, label: 'heavy' },
		'upcoming_events',
	);
}

/**
 * The webinar as `GET` would show it.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/post/users/{userId}/webinars
 * @throws VendorError reason `uncertain` when the answer was lost: never sent twice
 */
export async function createWebinar(
	context: ZoomContext,
	host: string,
	body: IDataObject,
): Promise<JsonObject> {
	return asObject(
		await zoomRequest(context, {
			path: `/users/${segment(host)}/webinars`,
			label: 'light',
			write: 'createWebinar',
			body,
		}),
	);
}

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/patch/webinars/{webinarId}
 * @param occurrenceId empty for the webinar or the whole series
 */
export async function updateWebinar(
	context: ZoomContext,
	webinarId: string,
	occurrenceId: string,
	body: IDataObject,
): Promise<void> {
	await zoomRequest(context, {
		path: `/webinars/${segment(webinarId)}`,
		qs: occurrenceId === '' ? {} : { occurrence_id: occurrenceId },
		label: 'light',
		write: 'updateWebinar',
		body,
	});
}

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/delete/webinars/{webinarId}
 * @param occurrenceId empty for the webinar or the whole series
 * @param notify whether Zoom mails the cancellation to panelists and registrants
 */
export async function deleteWebinar(
	context: ZoomContext,
	webinarId: string,
	occurrenceId: string,
	notify: boolean,
): Promise<void> {
	await zoomRequest(context, {
		path: `/webinars/${segment(webinarId)}`,
		qs: {
			cancel_webinar_reminder: notify,
			...(occurrenceId !== '' && { occurrence_id: occurrenceId }),
		},
		label: 'light',
		write: 'deleteWebinar',
	});
}

/** The registration form; first name and email are always asked and not in it. */
export async function getRegistrationForm(
	context: ZoomContext,
	webinarId: string,
): Promise<JsonObject> {
	return asObject(
		await zoomRequest(context, {
			path: `/webinars/${segment(webinarId)}/registrants/questions`,
			label: 'light',
		}),
	);
}

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/patch/webinars/{webinarId}/registrants/questions */
export async function setRegistrationForm(
	context: ZoomContext,
	webinarId: string,
	form: IDataObject,
): Promise<void> {
	await zoomRequest(context, {
		path: `/webinars/${segment(webinarId)}/registrants/questions`,
		label: 'light',
		write: 'setRegistrationQuestions',
		body: form,
	});
}
