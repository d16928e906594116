import { unknownSession, type Told } from '../../../shared/attendees/choice';
import type { AttendeeOptions } from '../../../shared/attendees/options';
import { finalMoment, hasCome, type HeldSession } from '../../../shared/attendees/session';
import { spanOf, type JoinRow } from '../../../shared/attendees/stays';
import type { Webinar } from '../../../shared/model/webinar';
import { asNumber, type JsonObject } from '../../../shared/transport/json';
import { occurrenceAt, occurrencesOf, onDate, type Occurrence } from '../../mapping/occurrences';
import { isUnfinished, toJoinRows } from '../../mapping/rows';
import { toWebinar, withSession } from '../../mapping/webinar';
import { forgotten, refuseOthers } from './refused';
import type { Readings } from './readings';
import type { SessionSource } from './source/source';

/** A session and how far Zoom's report of it is. */
export interface Session extends HeldSession {
	/** `GET /webinars/{id}`; empty when the webinar has expired. */
	details: JsonObject;
	report: JsonObject;
}

/** What is read beside the rows of a session. */
type Beside = Pick<Readings, 'begin' | 'settledAfter'>;

/** What sessions are looked for with. */
export interface Search<R extends Beside = Beside> {
	source: SessionSource;
	readings: R;
	options: AttendeeOptions;
	/** Epoch milliseconds. */
	now: number;
}

/** One session that is looked for. */
export interface Asked {
	webinarId: string;
	accountId: string;
	details: JsonObject;
	/** Empty = the latest session. */
	sessionId: string;
	told: Told | null;
	/** The date of a series that it is looked for as. */
	date?: Occurrence;
}

/**
 * Finds the session, its report and its rows, or the reason why there is none (yet).
 *
 * Zoom's reports come up to 30 minutes after the end (KB0060632) and first with durations of 0.
 * Until `finalAt` a missing or unfinished report is `reportNotReady`; after it, it is what it is:
 * `nobodyAttended`, or `neverStarted` when the webinar has no session at all.
 * @throws VendorError where Zoom no longer says who attended
 */
export async function findSession(
	{ source, readings, options, now }: Search,
	asked: Asked,
): Promise<Session> {
	const { details } = asked;
	const report = await source.find(asked.sessionId);
	refuseOthers(asked.webinarId, report);
	const webinar = sessionOf(asked, report);
	const finalAt = finalMoment(webinar, options.finalAfterMs);
	const isFinal = hasCome(finalAt, now);
	const base = { webinar, details, report: report ?? {}, rows: [], finalAt };
	if (report === undefined) {
		if (!isFinal) return { ...base, reason: 'reportNotReady' };
		if (asked.sessionId === '') {
			const ever = (await source.runs())?.length ?? 0;
			return { ...base, reason: ever > 0 ? 'nobodyAttended' : 'neverStarted' };
		}
		if (source.listsRuns) throw unknownSession(asked.sessionId, asked.webinarId);
		return { ...base, reason: 'nobodyAttended' };
	}
	// Participants and registrants have limits of their own, so both lists are read at the same time.
	const begun = (first: readonly JsonObject[]) => {
		if (isFinal || (first.length > 0 && !isUnfinished(first))) readings.begin({ webinar, details });
	};
	const raw = (await readings.settledAfter(source.rows(webinar.sessionId, begun))) ?? [];
	if (!isFinal && (raw.length === 0 || isUnfinished(raw))) {
		return { ...base, reason: 'reportNotReady' };
	}
	if (raw.length === 0 && (asNumber(report.participants_count) ?? 0) > 0) throw forgotten();
	const rows = toJoinRows(raw);
	return { ...base, rows, webinar: withSpan(webinar, rows) };
}

/** A date of a series on which no session was held, or of which Zoom does not tell yet. */
export function notHeld(asked: Asked, options: AttendeeOptions, now: number): Session {
	const webinar = sessionOf(asked, undefined);
	const finalAt = finalMoment(webinar, options.finalAfterMs);
	const isFinal = hasCome(finalAt, now);
	const reason = isFinal ? 'neverStarted' : 'reportNotReady';
	return { webinar, details: asked.details, report: {}, rows: [], finalAt, reason };
}

/** The webinar with what Zoom, or else the trigger, tells of the session, on its date of a series. */
function sessionOf(
	{ details, accountId, webinarId, sessionId, told, date }: Asked,
	report: JsonObject | undefined,
): Webinar {
	const planned = { ...toWebinar(details, accountId), webinarId, sessionId };
	const ran = withSession(planned, {
		...report,
		start_time: report?.start_time ?? told?.startTime,
		end_time: report?.end_time ?? told?.endTime,
	});
	return onDate(ran, date ?? occurrenceAt(occurrencesOf(details), ran.startTime));
}

/** Where the source tells no start or end, the first join and the last leave stand for them. */
function withSpan(webinar: Webinar, rows: readonly JoinRow[]): Webinar {
	if (webinar.startTime !== null && webinar.endTime !== null) return webinar;
	const { start, end } = spanOf(rows);
	return withSession(webinar, {
		start_time: webinar.startTime ?? start,
		end_time: webinar.endTime ?? end,
	});
}
