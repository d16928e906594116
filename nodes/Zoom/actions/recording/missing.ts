import type { IExecuteFunctions } from 'n8n-workflow';

import type { Webinar } from '../../../shared/model/webinar';
import type { Missing } from '../../../shared/recordings/found';
import { asObject, asText, type JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { toWebinar, withSession } from '../../mapping/webinar';
import { getTrash } from '../../transport/endpoints/recordings';
import {
	getInstances,
	getLatestReport,
	getSessionReport,
} from '../../transport/endpoints/sessions';
import { getWebinar } from '../../transport/endpoints/webinars';
import { isNotFound, isScopeMissing, toldReason } from '../../transport/told';
import { tellingMeetings } from '../../transport/whatIsIt';

export interface Asked {
	webinarId: string;
	/** Empty = the latest run. */
	sessionId: string;
	accountId: string;
	/** Start of the session where the list of runs told it. */
	startTime: string | null;
	/** `GET /webinars/{id}`; undefined when Zoom no longer tells. */
	details: JsonObject | undefined;
	/** End of the session as an earlier node told it; null when unknown. */
	toldEnd: string | null;
	finalAfterMs: number;
}

/** What Zoom tells elsewhere may fail for want of a scope; then the rest has to do. */
const isUntold = (error: unknown): boolean => isNotFound(error) || isScopeMissing(error);

/**
 * Zoom answers 404/3301 to a recording that is still being made, that was deleted and that never
 * was. They are told apart by the host's trash, the end of the session and the webinar's settings.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording
 */
export async function explainMissing(
	context: IExecuteFunctions,
	asked: Asked,
	now: number,
): Promise<Missing> {
	const { webinarId, sessionId, details } = asked;
	const report = await unless(
		isUntold,
		sessionId === '' ? getLatestReport(context, webinarId) : getSessionReport(context, sessionId),
	);
	const webinar = withSession(
		{ ...toWebinar(details ?? {}, asked.accountId), webinarId, sessionId },
		{
			start_time: asked.startTime,
			...report,
			...(asked.toldEnd !== null && { end_time: asked.toldEnd }),
		},
	);
	if (details === undefined && report === undefined) {
		const unknown = await unknownWebinar(context, webinarId);
		if (unknown !== undefined) return { webinar, ...unknown };
	}
	const deletedAt = await trashedAt(context, details?.host_id ?? webinar.hostEmail, webinar);
	if (deletedAt !== undefined) {
		const when = deletedAt === '' ? '' : ` on ${deletedAt}`;
		return {
			webinar,
			reason: 'recordingDeleted',
			message: `The recording was moved to the trash of Zoom${when}`,
		};
	}
	const end = endOf(webinar);
	const setting = recordingSetting(details);
	if (end > now) {
		const message = 'The webinar has not ended yet';
		return { webinar, reason: 'recordingProcessing', message, notBefore: end };
	}
	if (report === undefined && sessionId === '' && (await hasNeverRun(context, webinarId))) {
		return { webinar, reason: 'neverStarted' };
	}
	if (end + asked.finalAfterMs > now) {
		const message = `The recording is not there yet. ${setting}`;
		return { webinar, reason: 'recordingProcessing', message };
	}
	return { webinar, reason: 'notRecorded', message: `The webinar was not recorded. ${setting}` };
}

/** Epoch milliseconds: the actual end, else the planned one; NaN when nobody knows. */
function endOf({ startTime, endTime, scheduledEndTime, durationSeconds }: Webinar): number {
	if (endTime !== null) return Date.parse(endTime);
	return startTime === null
		? Date.parse(scheduledEndTime ?? '')
		: Date.parse(startTime) + durationSeconds * 1000;
}

/** Zoom's values by the names that our field Automatic Recording gives them. */
const RECORDED: Record<string, string> = { none: 'None', local: "On the Host's Computer" };

/** What the host has chosen. */
function recordingSetting(details: JsonObject | undefined): string {
	const setting = asText(asObject(details?.settings).auto_recording);
	switch (setting) {
		case '':
			return 'Zoom does not say how Automatic Recording of the webinar is set';
		case 'cloud':
			return 'Automatic Recording of the webinar is set to In the Cloud';
		default:
			return `Automatic Recording of the webinar is set to ${RECORDED[setting] ?? setting}, so Zoom has a recording only if the host started one to the cloud`;
	}
}

/** A meeting's ID, or one that Zoom does not know at all. */
async function unknownWebinar(
	context: IExecuteFunctions,
	webinarId: string,
): Promise<Pick<Missing, 'reason' | 'message'> | undefined> {
	const told = tellingMeetings(context, webinarId, getWebinar(context, webinarId)).then(
		() => undefined,
		(error: unknown) => {
			if (!toldReason(error, 'notAWebinar') && !toldReason(error, 'webinarNotFound')) throw error;
			const { reason, message } = error.details;
			return { reason, message };
		},
	);
	return await unless(isScopeMissing, told);
}

/**
 * When the session's recording was put into the trash; empty when Zoom does not say when, undefined
 * when it is not there.
 */
async function trashedAt(
	context: IExecuteFunctions,
	host: unknown,
	{ webinarId, sessionId }: Webinar,
): Promise<string | undefined> {
	if (asText(host) === '') return undefined;
	const rows = await unless(isUntold, getTrash(context, asText(host)));
	const row = (rows ?? []).find(
		({ id, uuid }) => asText(id) === webinarId && (sessionId === '' || asText(uuid) === sessionId),
	);
	if (row === undefined) return undefined;
	const files = Array.isArray(row.recording_files) ? (row.recording_files as unknown[]) : [];
	return files.map((file) => asText(asObject(file).deleted_time)).find((time) => time !== '') ?? '';
}

async function hasNeverRun(context: IExecuteFunctions, webinarId: string): Promise<boolean> {
	const instances = await unless(isUntold, getInstances(context, webinarId));
	return instances !== undefined && instances.length === 0;
}
