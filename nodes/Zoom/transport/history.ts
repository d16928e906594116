import { asText, type JsonObject } from '../../shared/transport/json';
import { getPastWebinars } from './endpoints/sessions';
import type { ZoomContext } from './request';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Zoom accepts one month between from and to; 28 days fit every month. */
const WINDOW_DAYS = 28;

/**
 * Sessions of webinars that ended within the last `days`, newest first, window by window.
 * https://developers.zoom.us/docs/api/meetings/#tag/reports/get/report/history_meetings
 */
export async function* pastSessions(
	context: ZoomContext,
	days: number,
	now: number,
): AsyncGenerator<JsonObject[], void, undefined> {
	const oldest = now - days * DAY_MS;
	for (let to = now; to > oldest; to -= WINDOW_DAYS * DAY_MS) {
		yield await sessionsBetween(context, Math.max(oldest, to - WINDOW_DAYS * DAY_MS), to, oldest);
	}
}

/**
 * Windows of at most 28 days, as dates (yyyy-mm-dd, UTC, both ends belong to a window), oldest
 * first; no date is in two of them.
 */
export function dateWindows(from: number, to: number): Array<{ from: string; to: string }> {
	const windows: Array<{ from: string; to: string }> = [];
	const last = Date.parse(day(to));
	for (let first = Date.parse(day(from)); first <= last; first += WINDOW_DAYS * DAY_MS) {
		const end = Math.min(last, first + (WINDOW_DAYS - 1) * DAY_MS);
		windows.push({ from: day(first), to: day(end) });
	}
	return windows;
}

/** One window of at most 28 days; a session on the border of two windows comes in the newer one. */
export async function sessionsBetween(
	context: ZoomContext,
	from: number,
	to: number,
	oldest = from,
): Promise<JsonObject[]> {
	const rows = await getPastWebinars(context, day(from), day(to));
	return rows
		.filter((row) => {
			const end = Date.parse(asText(row.end_time));
			return asText(row.meeting_uuid) !== '' && end >= Math.max(from, oldest) && end < to;
		})
		.sort((a, b) => asText(b.end_time).localeCompare(asText(a.end_time)));
}

function day(moment: number): string {
	return new Date(moment).toISOString().slice(0, 10);
}
