import type { Webinar } from '../../shared/model/webinar';
import {
	asIsoTime,
	asNumber,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import { RECURRING_FIXED } from './webinar';

/** One date of a recurring webinar, as it is scheduled now. Times are ISO 8601 UTC. */
export interface Occurrence {
	/** Zoom makes it of the first start: milliseconds since 1970 as text. */
	id: string;
	startTime: string;
	endTime: string;
}

/** A run that began further than this from a date was not that date's. */
const SAME_DATE_MS = 12 * 60 * 60 * 1000;

/** The dates of a recurring webinar, deleted ones too: they may have run before. */
export function occurrencesOf(details: JsonObject): Occurrence[] {
	if (asNumber(details.type) !== RECURRING_FIXED) return [];
	return asObjects(details.occurrences).flatMap((row) => {
		const id = asText(row.occurrence_id);
		const start = Date.parse(asText(row.start_time));
		if (id === '' || Number.isNaN(start)) return [];
		const minutes = asNumber(row.duration) ?? asNumber(details.duration) ?? 0;
		return [{ id, ...span(start, minutes) }];
	});
}

/**
 * The date that a session belongs to. By its present start first; a date that was moved after it ran
 * is found by its first start, which the ID keeps.
 */
export function occurrenceAt(
	dates: readonly Occurrence[],
	startTime: string | null,
): Occurrence | undefined {
	if (startTime === null) return undefined;
	const began = Date.parse(startTime);
	const present = nearest(dates, began, ({ startTime: start }) => Date.parse(start));
	if (present === undefined || present.distance <= SAME_DATE_MS) return present?.date;
	const first = nearest(dates, began, firstStart);
	return first !== undefined && first.distance <= SAME_DATE_MS ? first.date : present.date;
}

/** Whether a session belongs to this date, one of `dates` or, where Zoom tells none, the only one known. */
export function isOfDate(
	dates: readonly Occurrence[],
	date: Occurrence,
	startTime: string,
): boolean {
	if (dates.length > 0) return occurrenceAt(dates, startTime)?.id === date.id;
	return Math.abs(Date.parse(startTime) - Date.parse(date.startTime)) <= SAME_DATE_MS;
}

/**
 * The date of this ID. Where the webinar has expired, the ID itself tells when it was scheduled.
 * @param minutes how long the webinar was scheduled for
 */
export function occurrenceById(
	dates: readonly Occurrence[],
	id: string,
	minutes: number,
): Occurrence | undefined {
	const known = dates.find((date) => date.id === id);
	const start = Number(id);
	if (known !== undefined || dates.length > 0 || !/^\d{12,13}$/.test(id)) return known;
	return { id, ...span(start, minutes) };
}

/** The webinar as it was scheduled on that date. */
export function onDate(webinar: Webinar, date: Occurrence | undefined): Webinar {
	if (date === undefined) return webinar;
	return {
		...webinar,
		occurrenceId: date.id,
		scheduledStartTime: date.startTime,
		scheduledEndTime: date.endTime,
	};
}

function span(start: number, minutes: number): Pick<Occurrence, 'startTime' | 'endTime'> {
	return {
		startTime: asIsoTime(start) ?? '',
		endTime: asIsoTime(start + minutes * 60_000) ?? '',
	};
}

function firstStart({ id, startTime }: Occurrence): number {
	return /^\d{12,13}$/.test(id) ? Number(id) : Date.parse(startTime);
}

function nearest(
	dates: readonly Occurrence[],
	moment: number,
	start: (date: Occurrence) => number,
): { date: Occurrence; distance: number } | undefined {
	let best: { date: Occurrence; distance: number } | undefined;
	for (const date of dates) {
		const distance = Math.abs(start(date) - moment);
		if (best === undefined || distance < best.distance) best = { date, distance };
	}
	return best;
}
