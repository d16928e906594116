import fc from 'fast-check';

import { rateWindow, RateWindow } from '../../../nodes/shared/transport/rate';

const WINDOW = 100;

/** The most bookings that any stretch of one window's length holds. */
function busiest(moments: readonly number[]): number {
	return Math.max(
		0,
		...moments.map(
			(start) => moments.filter((moment) => moment >= start && moment < start + WINDOW).length,
		),
	);
}

const max = fc.integer({ min: 1, max: 6 });
/** Milliseconds between one request and the next; many at once are the rule. */
const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 150 })), {
	maxLength: 40,
});

describe('RateWindow', () => {
	test('never books more than the limit in any window, and nothing before its time', () => {
		fc.assert(
			fc.property(max, pauses, (limit, steps) => {
				const window = new RateWindow(limit, WINDOW);
				let now = 0;
				const booked = steps.map((step) => {
					now += step;
					const wait = window.reserve(now);
					expect(wait).toBeGreaterThanOrEqual(0);
					return now + wait;
				});
				expect(busiest(booked)).toBeLessThanOrEqual(limit);
			}),
		);
	});

	test('does not make anybody wait who is within the limit', () => {
		fc.assert(
			fc.property(max, (limit) => {
				const window = new RateWindow(limit, WINDOW);
				const waits = Array.from({ length: limit + 1 }, () => window.reserve(0));
				expect(waits).toEqual([...Array.from({ length: limit }, () => 0), WINDOW]);
				expect(window.reserve(5 * WINDOW)).toBe(0);
			}),
		);
	});

	test('keeps a limit that the vendor raises or lowers meanwhile', () => {
		fc.assert(
			fc.property(max, max, pauses, pauses, (first, second, before, after) => {
				const window = new RateWindow(first, WINDOW);
				let now = 0;
				const book = (step: number): number => {
					now += step;
					return now + window.reserve(now);
				};
				const booked = before.map(book);
				window.setMax(second);
				booked.push(...after.map(book));
				expect(busiest(booked)).toBeLessThanOrEqual(Math.max(first, second));
			}),
		);
	});

	test.each([0, -3, NaN, Infinity])('takes no limit of %d from a header', (nonsense) => {
		const window = new RateWindow(2, WINDOW);
		window.setMax(nonsense);
		expect([window.reserve(0), window.reserve(0), window.reserve(0)]).toEqual([0, 0, WINDOW]);
	});

	test('after a throttling nobody sends before the moment, and then within the limit', () => {
		fc.assert(
			fc.property(max, pauses, fc.integer({ min: 1, max: 500 }), (limit, steps, ms) => {
				const window = new RateWindow(limit, WINDOW);
				let now = 0;
				for (const step of steps) {
					now += step;
					window.reserve(now);
				}
				window.blockUntil(now + ms);
				const later = Array.from({ length: 3 * limit }, () => now + window.reserve(now));
				expect(Math.min(...later)).toBeGreaterThanOrEqual(now + ms);
				expect(busiest(later)).toBeLessThanOrEqual(limit);
			}),
		);
	});

	test('a shorter throttling does not lift a longer one', () => {
		fc.assert(
			fc.property(
				max,
				fc.integer({ min: 1, max: 500 }),
				fc.integer({ min: 1, max: 500 }),
				(limit, a, b) => {
					const window = new RateWindow(limit, WINDOW);
					window.blockUntil(a);
					window.blockUntil(b);
					expect(window.reserve(0)).toBeGreaterThanOrEqual(Math.max(a, b));
				},
			),
		);
	});
});

test('an account and label share one window of the process, others do not', () => {
	const limit = { max: 1, windowMs: WINDOW };
	expect(rateWindow('one account', limit)).toBe(rateWindow('one account', limit));
	expect(rateWindow('one account', limit)).not.toBe(rateWindow('another account', limit));
});

test('requests that a busy process sends late push back those behind them', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 5 }),
			fc.array(fc.nat(3000), { minLength: 1, maxLength: 60 }),
			(max, delays) => {
				const window = new RateWindow(max, 1000);
				const sent: number[] = [];
				let now = 0;
				for (const delay of delays) {
					const booked = now + window.reserve(now);
					now = booked + delay;
					window.moved(booked, now);
					sent.push(now);
				}
				for (let index = max; index < sent.length; index += 1) {
					expect(sent[index]! - sent[index - max]!).toBeGreaterThanOrEqual(1000);
				}
			},
		),
	);
});
