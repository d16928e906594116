import { DateTime, IANAZone } from 'luxon';

import { asNumber } from '../transport/json';
import { ParameterError } from './errors';

const LOCAL = "yyyy-MM-dd'T'HH:mm:ss";
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/** Whether a time says by itself which moment it is. */
export const ZONED = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * The moment that a field of a node holds.
 * @param typed ISO text with or without an offset, a Date, a luxon DateTime, or epoch milliseconds;
 * without an offset it is meant in `zone`
 * @param field begins the sentences, e.g. `The start`
 * @throws ParameterError for what is no moment, also for local times that a clock change leaves out
 */
export function momentIn(typed: unknown, zone: string, field = 'The start'): DateTime {
	const text = isoText(typed);
	const moment = MOMENT.test(text)
		? DateTime.fromISO(text.replace(' ', 'T'), { zone: checkedZone(zone) })
		: DateTime.invalid('no moment');
	if (!moment.isValid) {
		throw new ParameterError(
			`${field} "${text.slice(0, 40)}" is not a date with a time`,
			'Enter it like 2027-03-31T16:00:00, or with a time zone like 2027-03-31T14:00:00Z',
		);
	}
	if (
		!ZONED.test(text) &&
		moment.toFormat(LOCAL).slice(0, 16) !== text.slice(0, 16).replace(' ', 'T')
	) {
		throw new ParameterError(
			`${field} ${text} does not exist in ${zone}, because the clocks go forward at that time`,
			'Choose a time an hour earlier or later',
		);
	}
	return moment;
}

/** @throws ParameterError for names that are no time zone */
export function checkedZone(zone: string): string {
	if (!IANAZone.isValidZone(zone)) {
		throw new ParameterError(
			`The time zone "${zone.slice(0, 60)}" does not exist`,
			'Enter the name of a time zone, e.g. Europe/Berlin or UTC',
		);
	}
	return zone;
}

/** Whole minutes. @throws ParameterError for what is none */
export function checkedDuration(typed: unknown): number {
	const minutes = asNumber(typed);
	if (minutes === undefined || !Number.isInteger(minutes) || minutes < 1) {
		throw new ParameterError(
			'Duration (Minutes) is not a whole number of 1 or more',
			'Enter a number in Duration (Minutes)',
		);
	}
	return minutes;
}

/** ISO text of what a field may hold as a time; empty for anything else. */
export function isoText(typed: unknown): string {
	if (typed instanceof Date) return isNaN(typed.getTime()) ? '' : typed.toISOString();
	if (DateTime.isDateTime(typed)) return typed.toISO() ?? '';
	if (typeof typed === 'number') return isoText(new Date(typed));
	return typeof typed === 'string' ? typed.trim() : '';
}
