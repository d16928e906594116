import type { Clock } from './words';

/** Steps that a person can count in. */
const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200, 525_600];
const LINES_UP = 5;

/** Numbers for the lines of an axis that starts at 0; the last one is not below the value. */
export function linesUp(value: number): number[] {
	let step = 1;
	for (let unit = 1; step * LINES_UP < value; unit *= 10) {
		step = [1, 2, 5].map((each) => each * unit).find((each) => each * LINES_UP >= value) ?? step;
	}
	return Array.from({ length: Math.ceil(value / step) + 1 }, (_, index) => index * step);
}

/**
 * Round times of the zone between two moments, as ISO 8601 UTC.
 * @param start epoch milliseconds, as is `end`
 * @param most how many there may be, about
 */
export function marksAcross(start: number, end: number, most: number, clock: Clock): string[] {
	const minutes = (end - start) / 60_000;
	const longest = MINUTES[MINUTES.length - 1]!;
	const step = (MINUTES.find((each) => minutes / each <= most) ?? longest) * 60_000;
	const offset = clock.offsetAt(new Date(start).toISOString());
	const marks: string[] = [];
	for (
		let at = Math.ceil((start + offset) / step) * step - offset;
		at <= end && marks.length < 2 * most;
		at += step
	) {
		marks.push(new Date(at).toISOString());
	}
	return marks;
}
