/** From when to when something ran, ISO 8601 UTC. */
export interface Span {
	start: string;
	end: string;
}

/** Sessions further apart than this are not one webinar with a break. */
const SAME_DATE_MS = 12 * 60 * 60 * 1000;

/**
 * The times of one event that stands for two sessions. Of the same day (a webinar that was started
 * again): from the first start to the last end. Else those of the later one. In whatever order and
 * how often sessions come, it ends the same.
 */
export function spanOfBoth(one: Span, other: Span): Span {
	const [first, second] = [one, other].sort(
		(a, b) => Date.parse(a.start) - Date.parse(b.start),
	) as [Span, Span];
	if (Date.parse(second.start) - Date.parse(first.end) > SAME_DATE_MS) return second;
	const isLast = Date.parse(second.end) >= Date.parse(first.end);
	return { start: first.start, end: isLast ? second.end : first.end };
}

/** Whether two starts, epoch milliseconds, can be of the same date; so can an unknown one. */
export function isSameDate(one: number, other: number): boolean {
	return Number.isNaN(one) || Number.isNaN(other) || Math.abs(one - other) <= SAME_DATE_MS;
}
