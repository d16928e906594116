import fc from 'fast-check';

import {
	clipIntervals,
	mergeIntervals,
	percentOf,
	totalSeconds,
	type Interval,
} from '../../../nodes/shared/model/intervals';

/** Small numbers, so that touching, nested and equal intervals are common. */
const moment = fc.integer({ min: 0, max: 60 });
const interval = fc.record({ from: moment, to: moment });
const intervals = fc.array(interval, { maxLength: 12 });

/** The moments that the intervals hold, counted one by one: slow, and nothing to get wrong. */
function held(list: readonly Interval[]): number[] {
	return Array.from({ length: 60 }, (_, at) => at).filter((at) =>
		list.some(({ from, to }) => from <= at && at < to),
	);
}

describe('mergeIntervals', () => {
	test('holds exactly the same moments', () => {
		fc.assert(
			fc.property(intervals, (list) => {
				expect(held(mergeIntervals(list))).toEqual(held(list));
			}),
		);
	});

	test('is sorted, disjoint and without empty intervals', () => {
		fc.assert(
			fc.property(intervals, (list) => {
				const merged = mergeIntervals(list);
				merged.forEach(({ from, to }, index) => {
					expect(to).toBeGreaterThan(from);
					if (index > 0) expect(from).toBeGreaterThan(merged[index - 1]!.to);
				});
			}),
		);
	});

	test('does not depend on the order, and merging again changes nothing', () => {
		const shuffled = intervals.chain((list) =>
			fc.tuple(
				fc.constant(list),
				fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
			),
		);
		fc.assert(
			fc.property(shuffled, ([list, other]) => {
				expect(mergeIntervals(other)).toEqual(mergeIntervals(list));
				expect(mergeIntervals(mergeIntervals(list))).toEqual(mergeIntervals(list));
			}),
		);
	});

	test('is never longer than the sum of its parts, and leaves them alone', () => {
		fc.assert(
			fc.property(intervals, (list) => {
				const before = structuredClone(list);
				const parts = list.filter(({ from, to }) => to > from);
				const length = (all: readonly Interval[]): number =>
					all.reduce((sum, { from, to }) => sum + to - from, 0);
				expect(length(mergeIntervals(list))).toBeLessThanOrEqual(length(parts));
				expect(list).toEqual(before);
			}),
		);
	});
});

describe('clipIntervals', () => {
	test('holds the moments that lie in both', () => {
		fc.assert(
			fc.property(intervals, interval, (list, window) => {
				const inside = new Set(held([window]));
				expect(held(clipIntervals(list, window))).toEqual(
					held(list).filter((at) => inside.has(at)),
				);
			}),
		);
	});

	test('an open window leaves everything as it is', () => {
		const list = [{ from: 5, to: 9 }];
		expect(clipIntervals(list, { from: -Infinity, to: Infinity })).toEqual(list);
	});
});

describe('figures', () => {
	test('seconds are whole and rounded once, over the total', () => {
		expect(totalSeconds([])).toBe(0);
		const thirds = [0, 1, 2].map((index) => ({ from: index * 1000, to: index * 1000 + 400 }));
		expect(totalSeconds(thirds)).toBe(1);
	});

	test('a percent has one decimal and stays within 0 and 100', () => {
		expect(percentOf(1, 3)).toBe(33.3);
		expect(percentOf(5, 0)).toBe(0);
		expect(percentOf(5, -1)).toBe(0);
		fc.assert(
			fc.property(fc.integer({ min: -100, max: 100_000 }), fc.integer({ max: 100_000 }), (a, b) => {
				const percent = percentOf(a, b);
				expect(percent).toBeGreaterThanOrEqual(0);
				expect(percent).toBeLessThanOrEqual(100);
				expect(Math.round(percent * 10) / 10).toBe(percent);
			}),
		);
	});
});
