import { DateTime } from 'luxon';
import type { ZoomOccurrence } from '../../world';
import { validationFailed } from '../errors';

const MOST_OCCURRENCES = 50;
const MOST_END_TIMES = 60;
/** Days, weeks, months: https://developers.zoom.us/docs/api/meetings/#tag/webinars/post/users/{userId}/webinars */
const LONGEST_INTERVAL = { 1: 90, 2: 12, 3: 3 } as const;

/** `recurrence` as it was sent. */
export type Recurrence = Record<string, unknown>;

/**
 * The dates of a series, in the webinar's own time zone, so that 10 o'clock stays 10 o'clock.
 * @throws ZoomError 400/300 naming the member
 */
export function occurrencesOf(
	recurrence: Recurrence,
	start: DateTime,
	duration: number,
): ZoomOccurrence[] {
	const { type } = recurrence;
	if (type !== 1 && type !== 2 && type !== 3) throw validationFailed('recurrence.type');
	const interval = whole(recurrence, 'repeat_interval', 1, LONGEST_INTERVAL[type], 1);
	const { end_date_time: until, end_times } = recurrence;
	if (until !== undefined && end_times !== undefined)
		throw validationFailed('recurrence.end_times');
	const times =
		until === undefined ? whole(recurrence, 'end_times', 1, MOST_END_TIMES, 1) : MOST_END_TIMES;
	const last = until === undefined ? undefined : DateTime.fromISO(String(until), { zone: 'utc' });
	if (last?.isValid === false) throw validationFailed('recurrence.end_date_time');

	const found: ZoomOccurrence[] = [];
	const most = Math.min(times, MOST_OCCURRENCES);
	for (const date of dates(type, interval, recurrence, start)) {
		if (last !== undefined && date > last) break;
		found.push({
			occurrence_id: String(date.toMillis()),
			start_time: date.toUTC().toISO({ suppressMilliseconds: true }) ?? '',
			duration,
			status: 'available',
		});
		if (found.length === most) break;
	}
	if (found.length === 0) throw validationFailed('recurrence.end_date_time');
	return found;
}

function* dates(
	type: 1 | 2 | 3,
	interval: number,
	recurrence: Recurrence,
	start: DateTime,
): Generator<DateTime> {
	for (let step = 0; step < 1000; step += 1) {
		if (type === 1) yield start.plus({ days: step * interval });
		else if (type === 2) yield* week(start, step * interval, recurrence);
		else yield* month(start, step * interval, recurrence);
	}
}

/** Zoom counts the days of a week from Sunday = 1. */
function* week(start: DateTime, weeks: number, recurrence: Recurrence): Generator<DateTime> {
	const days = String(recurrence.weekly_days ?? '1').split(',');
	if (days.some((day) => !/^[1-7]$/.test(day))) throw validationFailed('recurrence.weekly_days');
	const sunday = start.minus({ days: start.weekday % 7 }).plus({ weeks });
	for (const day of days.map(Number).sort()) {
		const date = sunday.plus({ days: day - 1 });
		if (date >= start) yield date;
	}
}

function* month(start: DateTime, months: number, recurrence: Recurrence): Generator<DateTime> {
	const first = start.startOf('month').plus({ months });
	const { hour, minute, second } = start;
	const date = dayOfMonth(first, recurrence)?.set({ hour, minute, second });
	if (date !== undefined && date >= start) yield date;
}

function dayOfMonth(first: DateTime, recurrence: Recurrence): DateTime | undefined {
	if (recurrence.monthly_week === undefined) {
		const day = whole(recurrence, 'monthly_day', 1, 31, 1);
		return day <= (first.daysInMonth ?? 0) ? first.set({ day }) : undefined;
	}
	const week = whole(recurrence, 'monthly_week', -1, 4, 1);
	const weekday = (whole(recurrence, 'monthly_week_day', 1, 7, 1) + 5) % 7;
	const matching = Array.from({ length: first.daysInMonth ?? 0 }, (_, day) =>
		first.plus({ days: day }),
	).filter((date) => date.weekday - 1 === weekday);
	return week === -1 ? matching.at(-1) : matching[week - 1];
}

function whole(
	recurrence: Recurrence,
	name: string,
	least: number,
	most: number,
	otherwise: number,
): number {
	const value = recurrence[name] ?? otherwise;
	if (!Number.isInteger(value) || Number(value) < least || Number(value) > most) {
		throw validationFailed(`recurrence.${name}`);
	}
	return Number(value);
}
