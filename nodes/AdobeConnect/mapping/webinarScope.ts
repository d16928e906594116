import { asIsoTime } from '../../shared/transport/json';
import type { AdobeWebinar } from './webinar';

/** Which webinars of a list are wanted, by their planned times; epoch milliseconds. */
export interface Scope {
	/** Over before. What has no planned end is never over. */
	endedBefore?: number;
	/** Not over at. */
	endsAfter?: number;
	startsFrom?: number;
	startsTo?: number;
}

/** Whether a webinar is wanted. */
export function isWithin(
	{ scheduledStartTime, scheduledEndTime }: AdobeWebinar,
	{ endedBefore, endsAfter, startsFrom, startsTo }: Scope,
): boolean {
	const start = Date.parse(scheduledStartTime ?? '');
	const end = scheduledEndTime === null ? Infinity : Date.parse(scheduledEndTime);
	return (
		(endedBefore === undefined || end < endedBefore) &&
		(endsAfter === undefined || end >= endsAfter) &&
		(startsFrom === undefined || start >= startsFrom) &&
		(startsTo === undefined || start <= startsTo)
	);
}

/**
 * The same for the server, so that it sends less. A filter by a date leaves rows without that date out.
 * https://helpx.adobe.com/adobe-connect/webservices/filter-definition.html
 * @param withoutEnd whether rows may lack an end and still be wanted
 */
export function toFilters(
	{ endedBefore, endsAfter, startsFrom, startsTo }: Scope,
	withoutEnd: boolean,
): Array<readonly [string, string]> {
	const filters: Array<readonly [string, number | undefined]> = [
		['filter-lt-date-end', endedBefore],
		['filter-gte-date-end', withoutEnd ? undefined : endsAfter],
		['filter-gte-date-begin', startsFrom],
		['filter-lte-date-begin', startsTo],
	];
	return filters.flatMap(([name, moment]) => {
		const text = moment === undefined ? null : asIsoTime(moment);
		return text === null ? [] : [[name, text] as const];
	});
}

/** Soonest first; without a fixed time last. */
export function bySoonest(a: AdobeWebinar, b: AdobeWebinar): number {
	return order(a.scheduledStartTime ?? '9', b.scheduledStartTime ?? '9') || byId(a, b);
}

/** Newest first; without a fixed time last. */
export function byNewest(a: AdobeWebinar, b: AdobeWebinar): number {
	return order(b.scheduledStartTime ?? '0', a.scheduledStartTime ?? '0') || byId(a, b);
}

function byId(a: AdobeWebinar, b: AdobeWebinar): number {
	return order(a.webinarId, b.webinarId) || order(a.occurrenceId, b.occurrenceId);
}

function order(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
