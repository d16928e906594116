import { DateTime } from 'luxon';

import { ParameterError } from '../../shared/node/errors';
import { asArray, asNumber, asText, type JsonObject } from '../../shared/transport/json';
import { endOfDay } from './webinarTime';

/** Zoom's rule: https://developers.zoom.us/docs/api/meetings/#tag/webinars/post/users/{userId}/webinars */
export type Recurrence = {
	/** 1 daily, 2 weekly, 3 monthly. */
	type: 1 | 2 | 3;
	repeat_interval: number;
	/** Days of the week, 1 = Sunday. */
	weekly_days?: string;
	monthly_day?: number;
	/** -1 = the last week. */
	monthly_week?: number;
	monthly_week_day?: number;
} & ({ end_times: number } | { end_date_time: string });

const RHYTHMS = {
	daily: { type: 1, longest: 90, unit: 'days' },
	weekly: { type: 2, longest: 12, unit: 'weeks' },
	monthly: { type: 3, longest: 3, unit: 'months' },
} as const;

const MOST_OCCURRENCES = 60;

/**
 * Zoom's rule from the fields of the node.
 * @param fields repeats, every, weekdays, monthlyBy, dayOfMonth, weekOfMonth, weekdayOfMonth, ends,
 * occurrences, endDate; an empty list of weekdays and a day of month of 0 mean the start's own
 * @param start epoch milliseconds of the first date
 * @throws ParameterError for what Zoom would not take
 */
export function toRecurrence(fields: JsonObject, start: number, zone: string): Recurrence {
	const rhythm = RHYTHMS[oneOf(fields.repeats, ['daily', 'weekly', 'monthly'])];
	const first = DateTime.fromMillis(start, { zone });
	const repeat_interval = whole(
		fields.every ?? 1,
		`Repeat Every (${rhythm.unit})`,
		1,
		rhythm.longest,
	);
	return {
		type: rhythm.type,
		repeat_interval,
		...(rhythm.type === 2 && { weekly_days: weekdays(fields.weekdays, first) }),
		...(rhythm.type === 3 && monthDay(fields, first)),
		...end(fields, first),
	};
}

/** Zoom counts from Sunday = 1, luxon from Monday = 1. */
function zoomWeekday(moment: DateTime): number {
	return (moment.weekday % 7) + 1;
}

function weekdays(chosen: unknown, first: DateTime): string {
	const days = asArray(chosen).map((day) => whole(day, 'On Days', 1, 7));
	const wanted = days.length === 0 ? [zoomWeekday(first)] : [...new Set(days)];
	return wanted.sort((a, b) => a - b).join(',');
}

function monthDay(
	fields: JsonObject,
	first: DateTime,
): Pick<Recurrence, 'monthly_day' | 'monthly_week' | 'monthly_week_day'> {
	if (oneOf(fields.monthlyBy, ['day', 'weekday']) === 'day') {
		const day = whole(fields.dayOfMonth ?? 0, 'Day of Month', 0, 31);
		return { monthly_day: day === 0 ? first.day : day };
	}
	const week = whole(fields.weekOfMonth ?? 1, 'Week of Month', -1, 4);
	if (week === 0) throw new ParameterError('Week of Month is 0', 'Choose a week of the month');
	return {
		monthly_week: week,
		monthly_week_day: whole(fields.weekdayOfMonth ?? zoomWeekday(first), 'Weekday', 1, 7),
	};
}

function end(
	fields: JsonObject,
	first: DateTime,
): { end_times: number } | { end_date_time: string } {
	if (oneOf(fields.ends, ['after', 'on']) === 'after') {
		return { end_times: whole(fields.occurrences ?? 1, 'Number of Dates', 1, MOST_OCCURRENCES) };
	}
	const last = endOfDay(fields.endDate, first.zoneName ?? 'UTC');
	if (Date.parse(last) < first.toMillis()) {
		throw new ParameterError('The end date is before the start', 'Choose a later end date');
	}
	return { end_date_time: last };
}

function whole(value: unknown, label: string, min: number, max: number): number {
	const number = asNumber(value);
	if (number === undefined || !Number.isInteger(number) || number < min || number > max) {
		throw new ParameterError(
			`${label} is not a whole number from ${min} to ${max}`,
			`Enter a number from ${min} to ${max} in ${label}`,
		);
	}
	return number;
}

/** The chosen one; an empty choice is the first. */
function oneOf<T extends string>(value: unknown, known: readonly [T, ...T[]]): T {
	const chosen =
		(value ?? undefined) === undefined ? known[0] : known.find((name) => name === asText(value));
	if (chosen === undefined) {
		throw new ParameterError(
			`"${asText(value)}" is not one of the choices ${known.join(', ')}`,
			'Choose one from the list',
		);
	}
	return chosen;
}
