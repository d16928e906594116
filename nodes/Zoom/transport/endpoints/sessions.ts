import { asObject, asObjects, type JsonObject } from '../../../shared/transport/json';
import { zoomRows, type FirstPage } from '../pages';
import { segment, sessionSegment } from '../paths';
import { zoomRequest, type ZoomContext } from '../request';

/** Sessions that ended, practice sessions among them, in no particular order. */
export async function getInstances(context: ZoomContext, webinarId: string): Promise<JsonObject[]> {
	const body = await zoomRequest(context, {
		path: `/past_webinars/${segment(webinarId)}/instances`,
		label: 'light',
	});
	return asObjects(asObject(body).webinars);
}

/** Actual start and end of one session; 404/3001 until the report is ready. */
export async function getSessionReport(context: ZoomContext, uuid: string): Promise<JsonObject> {
	return asObject(
		await zoomRequest(context, {
			path: `/report/webinars/${sessionSegment(uuid)}`,
			label: 'heavy',
		}),
	);
}

/** The report of the webinar's latest session, found by the webinar's ID. */
export async function getLatestReport(
	context: ZoomContext,
	webinarId: string,
): Promise<JsonObject> {
	return asObject(
		await zoomRequest(context, { path: `/report/webinars/${segment(webinarId)}`, label: 'heavy' }),
	);
}

/** One row per join, with the registrant's ID where Zoom knows it. */
export async function getParticipantRows(
	context: ZoomContext,
	uuid: string,
	begun?: FirstPage,
): Promise<JsonObject[]> {
	return await zoomRows(
		context,
		{
			path: `/report/webinars/${sessionSegment(uuid)}/participants`,
			qs: { include_fields: 'registrant_id' },
			label: 'heavy',
		},
		'participants',
		begun,
	);
}

export type SessionReportName = 'polls' | 'qa' | 'survey';

/** Polls, Q&A or survey of a session: one entry per person, with all answers. */
export async function getSessionAnswers(
	context: ZoomContext,
	uuid: string,
	name: SessionReportName,
): Promise<JsonObject[]> {
	const body = asObject(
		await zoomRequest(context, {
			path: `/report/webinars/${sessionSegment(uuid)}/${name}`,
			label: 'heavy',
		}),
	);
	return asObjects(name === 'survey' ? body.survey_answers : body.questions);
}

/** One row per join from the past webinar, for apps without reports; labels: medium throughout. */
export async function getPastParticipantRows(
	context: ZoomContext,
	uuid: string,
	begun?: FirstPage,
): Promise<JsonObject[]> {
	return await zoomRows(
		context,
		{
			path: `/past_webinars/${sessionSegment(uuid)}/participants`,
			// Zoom's text on the field asks for it, its list of parameters lacks it.
			qs: { include_fields: 'registrant_id' },
			label: 'medium',
		},
		'participants',
		begun,
	);
}

/** Polls or Q&A of the past webinar, in the shape of the reports; there is no survey. */
export async function getPastAnswers(
	context: ZoomContext,
	uuid: string,
	name: Exclude<SessionReportName, 'survey'>,
): Promise<JsonObject[]> {
	const body = asObject(
		await zoomRequest(context, {
			path: `/past_webinars/${sessionSegment(uuid)}/${name}`,
			label: 'medium',
		}),
	);
	return asObjects(body.questions);
}

/**
 * One row per view of a session's recording; Zoom names no label for it and accepts at most one
 * month between from and to (both yyyy-mm-dd).
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/GET/meetings/{meetingId}/recordings/analytics_details
 */
export async function getRecordingViews(
	context: ZoomContext,
	uuid: string,
	from: string,
	to: string,
): Promise<JsonObject[]> {
	return await zoomRows(
		context,
		{
			path: `/meetings/${sessionSegment(uuid)}/recordings/analytics_details`,
			qs: { type: 'by_view', from, to },
			label: 'medium',
		},
		'analytics_details',
	);
}

/** Zoom accepts at most one month between from and to (both yyyy-mm-dd). */
export async function getPastWebinars(
	context: ZoomContext,
	from: string,
	to: string,
): Promise<JsonObject[]> {
	return await zoomRows(
		context,
		{
			path: '/report/history_meetings',
			// By the end: a webinar that ran past midnight would else fall between two windows.
			qs: { from, to, date_type: 'end_time', meeting_type: 'webinar' },
			label: 'heavy',
		},
		'history_meetings',
	);
}
