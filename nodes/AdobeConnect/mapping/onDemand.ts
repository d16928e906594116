import type { OnDemand } from '../../shared/model/attendance';
import type { EventPerson } from './eventReport';
import type { Span } from './stays';

/** An event of this category has no live part. */
export function isOnDemandCategory(category: string): boolean {
	return /^on[\s_-]?demand$/i.test(category);
}

/**
 * When somebody came to the event for the first time after its run had ended, which is to view the
 * recording. Adobe Connect tells no single views, so this is one view as long as all visits.
 * @param after epoch milliseconds of the run's end
 * @param runs of the room, whichever: coming to one of them is no viewing
 */
export function viewingOf(
	{ firstInTime, lastEndTime, attendedSeconds }: EventPerson,
	after: number,
	runs: readonly Span[],
): OnDemand | undefined {
	const first = Date.parse(firstInTime ?? '');
	if (!(first >= after) || runs.some(({ from, to }) => first >= from && first < to))
		return undefined;
	const span = Math.max(0, Date.parse(lastEndTime ?? '') - first) || 0;
	return {
		viewedSeconds: attendedSeconds ?? Math.round(span / 1000),
		views: 1,
		firstViewedAt: firstInTime,
		lastViewedAt: lastEndTime ?? firstInTime,
	};
}
