import type { IDataObject } from 'n8n-workflow';

import { asObject, type JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { zoomRows } from '../pages';
import { segment, sessionSegment } from '../paths';
import { zoomRequest, type ZoomContext } from '../request';
import { toldReason } from '../told';

/** Zoom keeps recordings of webinars below /meetings as well. */

/**
 * The recording of one session; of the latest one when only the webinar is named.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/get/meetings/{meetingId}/recordings
 * @throws VendorError notRecorded (404/3301), which also means not ready and deleted
 */
export async function getRecording(
	context: ZoomContext,
	webinarId: string,
	sessionId = '',
): Promise<JsonObject> {
	const id = sessionId === '' ? segment(webinarId) : sessionSegment(sessionId);
	return asObject(
		await zoomRequest(context, { path: `/meetings/${id}/recordings`, label: 'light' }),
	);
}

/**
 * Recordings of one host, meetings among them, whose sessions began from one day to another (both
 * yyyy-mm-dd, UTC, at most one month apart).
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/get/users/{userId}/recordings
 */
export async function getHostRecordings(
	context: ZoomContext,
	host: string,
	from: string,
	to: string,
): Promise<JsonObject[]> {
	return await listOf(context, host, { from, to });
}

/** Recordings in the host's trash; Zoom ignores dates there. */
export async function getTrash(context: ZoomContext, host: string): Promise<JsonObject[]> {
	return await listOf(context, host, { trash: true, trash_type: 'meeting_recordings' });
}

/** Zoom documents 404/3301 for a list that is empty as well. */
async function listOf(context: ZoomContext, host: string, qs: IDataObject): Promise<JsonObject[]> {
	const rows = await unless(
		(error) => toldReason(error, 'notRecorded'),
		zoomRows(
			context,
			{ path: `/users/${segment(host)}/recordings`, qs, label: 'medium' },
			'meetings',
		),
	);
	return rows ?? [];
}

/**
 * Whether a session's transcript can be downloaded, and why not.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/get/meetings/{meetingId}/transcript
 * @throws VendorError transcriptNotFound (404/3322)
 */
export async function getTranscript(context: ZoomContext, sessionId: string): Promise<JsonObject> {
	return asObject(
		await zoomRequest(context, {
			path: `/meetings/${sessionSegment(sessionId)}/transcript`,
			label: 'medium',
		}),
	);
}
