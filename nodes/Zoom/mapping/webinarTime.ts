import { DateTime } from 'luxon';

import { ParameterError } from '../../shared/node/errors';
import { isoText, momentIn, ZONED } from '../../shared/node/startTime';

/** When a webinar is to start, in Zoom's words. */
export interface Start {
	/** Local time of the zone, or UTC with a Z where the clock shows that local time twice. */
	start_time: string;
	/** IANA name. */
	timezone: string;
	/** Epoch milliseconds. */
	at: number;
}

const LOCAL = "yyyy-MM-dd'T'HH:mm:ss";

/**
 * A start as Zoom takes it: local time with its time zone, so that a series keeps its hour when the
 * clocks change. https://developers.zoom.us/docs/api/meetings/#tag/webinars/post/users/{userId}/webinars
 * @param typed ISO text with or without an offset, a Date, a luxon DateTime, or epoch milliseconds;
 * without an offset it is meant in `zone`
 * @throws ParameterError for what is no moment, also for local times that a clock change leaves out
 */
export function toStart(typed: unknown, zone: string): Start {
	const moment = momentIn(typed, zone);
	const twice = moment.getPossibleOffsets().length > 1;
	return {
		start_time: twice
			? `${moment.toUTC().toFormat(LOCAL)}Z`
			: moment.startOf('second').toFormat(LOCAL),
		timezone: zone,
		at: moment.startOf('second').toMillis(),
	};
}

/** The moment of a start that Zoom was or is told; NaN for what is none. */
export function momentOf(startTime: string, timezone: string): number {
	return DateTime.fromISO(startTime, { zone: timezone || 'UTC' }).toMillis();
}

/**
 * The end of a day in a time zone, as UTC: what Zoom wants for the last day of a series.
 * @param typed a date, with or without a time of day
 */
export function endOfDay(typed: unknown, zone: string): string {
	const text = isoText(typed);
	const day = ZONED.test(text)
		? DateTime.fromISO(text, { zone })
		: DateTime.fromISO(text.slice(0, 10), { zone });
	if (!day.isValid) {
		throw new ParameterError(
			`The end date "${text.slice(0, 40)}" is not a date`,
			'Enter a date, e.g. 2027-03-31',
		);
	}
	return `${day.endOf('day').toUTC().toFormat(LOCAL)}Z`;
}
