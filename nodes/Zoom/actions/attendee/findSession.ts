import type { SessionReason } from '../../../shared/model/attendance';
import type { Webinar } from '../../../shared/model/webinar';
import { ParameterError } from '../../../shared/node/errors';
import { asIsoTime, asObject, asText, type JsonObject } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { occurrenceOf, toWebinar, withSession } from '../../mapping/webinar';
import { isUnfinished } from '../../mapping/rows';
import {
	getInstances,
	getLatestReport,
	getParticipantRows,
	getSessionReport,
} from '../../transport/endpoints/sessions';
import { getWebinar } from '../../transport/endpoints/webinars';
import type { ZoomContext } from '../../transport/request';
import { isNotFound } from '../../transport/told';
import type { AttendeeOptions } from './options';

/** A session and how far Zoom's report of it is. */
export interface Session {
	webinar: Webinar;
	/** `GET /webinars/{id}`; empty when the webinar has expired. */
	details: JsonObject;
	report: JsonObject;
	rows: JsonObject[];
	/** undefined = the report is there. */
	reason?: SessionReason;
	/** ISO 8601 UTC moment from which the report counts as final; null when unknown. */
	finalAt: string | null;
}

export interface Wanted {
	webinarId: string;
	/** Empty = the latest session. */
	sessionId: string;
	accountId: string;
	/** End of the session as the trigger told it; null when unknown. */
	endTime: string | null;
}

/**
 * Finds the session, its report and its rows, or the reason why there is none (yet).
 *
 * Zoom's reports come up to 30 minutes after the end (KB0060632) and first with durations of 0.
 * Until `finalAt` a missing or unfinished report is `reportNotReady`; after it, it is what it is:
 * `nobodyAttended`, or `neverStarted` when the webinar has no session at all.
 * @throws VendorError webinarNotFound when Zoom knows neither the webinar nor a report of it
 */
export async function findSession(
	context: ZoomContext,
	wanted: Wanted,
	options: AttendeeOptions,
	now: number,
): Promise<Session> {
	const details = await unless(isNotFound, getWebinar(context, wanted.webinarId));
	const report = await unless(
		isNotFound,
		wanted.sessionId === ''
			? getLatestReport(context, wanted.webinarId)
			: getSessionReport(context, wanted.sessionId),
	);
	refuseOthers(wanted, report);
	// The report is the last hope for a webinar that has expired; without it Zoom's own 404 speaks.
	if (details === undefined && report === undefined && wanted.endTime === null) {
		await getWebinar(context, wanted.webinarId);
	}
	const planned = {
		...toWebinar(details ?? {}, wanted.accountId),
		webinarId: wanted.webinarId,
		sessionId: wanted.sessionId,
	};
	const ran = withSession(planned, report ?? {});
	const webinar = { ...ran, occurrenceId: occurrenceOf(details ?? {}, ran.startTime) };
	const finalAt = finalMoment(webinar, wanted.endTime, options.finalAfterMs);
	const isFinal = finalAt !== null && now >= Date.parse(finalAt);
	const base = { webinar, details: details ?? {}, report: report ?? {}, rows: [], finalAt };

	if (report === undefined) {
		if (!isFinal) return { ...base, reason: 'reportNotReady' };
		const ever = wanted.sessionId !== '' || (await hasRun(context, wanted.webinarId));
		return { ...base, reason: ever ? 'nobodyAttended' : 'neverStarted' };
	}
	const rows = (await unless(isNotFound, getParticipantRows(context, webinar.sessionId))) ?? [];
	if (!isFinal && (rows.length === 0 || isUnfinished(rows))) {
		return { ...base, reason: 'reportNotReady' };
	}
	return { ...base, rows };
}

/** The registrants of one webinar beside the rows of another would make everybody a no-show. */
function refuseOthers({ webinarId }: Wanted, report: JsonObject | undefined): void {
	const reported = asText(report?.id);
	if (reported === '' || reported === webinarId) return;
	throw new ParameterError(
		`The session belongs to the webinar ${reported}, not to ${webinarId}`,
		'Choose the webinar of this Session ID, or leave Session ID empty for the latest run',
	);
}

async function hasRun(context: ZoomContext, webinarId: string): Promise<boolean> {
	const instances = await unless(isNotFound, getInstances(context, webinarId));
	return instances !== undefined && instances.length > 0;
}

function finalMoment(
	webinar: Webinar,
	toldEnd: string | null,
	finalAfterMs: number,
): string | null {
	const end = webinar.endTime ?? toldEnd ?? webinar.scheduledEndTime;
	return end === null ? null : asIsoTime(Date.parse(end) + finalAfterMs);
}

/** What the trigger, or any earlier node, told about the end of this very session. */
export function toldEndTime(item: JsonObject, sessionId: string): string | null {
	const webinar = asObject(item.webinar);
	return sessionId !== '' && asText(webinar.sessionId) === sessionId
		? asIsoTime(webinar.endTime)
		: null;
}
