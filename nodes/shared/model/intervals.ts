/** Half-open stretch of time in epoch milliseconds. */
export interface Interval {
	from: number;
	to: number;
}

/**
 * Overlapping and touching intervals united, in order. A person on two devices is there once.
 * Intervals without length vanish.
 */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
	const sorted = intervals
		.filter((interval) => interval.to > interval.from)
		.sort((a, b) => a.from - b.from);
	const merged: Interval[] = [];
	for (const next of sorted) {
		const last = merged[merged.length - 1];
		if (last !== undefined && next.from <= last.to) last.to = Math.max(last.to, next.to);
		else merged.push({ ...next });
	}
	return merged;
}

/** What of the intervals lies within the window. */
export function clipIntervals(intervals: readonly Interval[], window: Interval): Interval[] {
	return intervals
		.map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }))
		.filter(({ from, to }) => to > from);
}

/** Total length in whole seconds. */
export function totalSeconds(intervals: readonly Interval[]): number {
	return Math.round(intervals.reduce((sum, { from, to }) => sum + (to - from), 0) / 1000);
}

/** Share of a whole in percent, 0–100 with one decimal; 0 when the whole is not known. */
export function percentOf(part: number, whole: number): number {
	if (whole <= 0) return 0;
	return Math.min(100, Math.max(0, Math.round((part / whole) * 1000) / 10));
}
