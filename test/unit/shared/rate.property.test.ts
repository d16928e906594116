import fc from 'fast-check';

import { rateWindow, RateWindow, type Place } from '../../../nodes/shared/transport/rate';

const WINDOW = 100;
const TRAVEL = 20;

/** The most moments that any stretch of one window's length holds. */
function busiest(moments: readonly number[]): number {
	return Math.max(
		0,
		...moments.map(
			(start) => moments.filter((moment) => moment >= start && moment < start + WINDOW).length,
		),
	);
}

function windowOf(max: number): RateWindow {
	return new RateWindow({ max, windowMs: WINDOW, travelMs: TRAVEL });
}

/** Waits for a place and takes it. @returns when */
function send(window: RateWindow, now: number): { at: number; place: Place } {
	let at = now;
	for (let wait = window.wait(at); wait > 0; wait = window.wait(at)) at += wait;
	return { at, place: window.take(at) };
}

const max = fc.integer({ min: 1, max: 6 });
/** Milliseconds between one request and the next; many at once are the rule. */
const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 150 })), {
	maxLength: 40,
});

/** A request: how long after the one before, how long to the vendor, and back. */
const requests = fc.array(
	fc.record({
		after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 150 })),
		there: fc.integer({ min: 0, max: TRAVEL }),
		back: fc.integer({ min: 0, max: 400 }),
	}),
	{ maxLength: 40 },
);

describe('RateWindow', () => {
	test('the vendor never counts more than the limit, however long requests and answers travel', () => {
		fc.assert(
			fc.property(max, requests, (limit, sent) => {
				const window = windowOf(limit);
				const answers: Array<{ at: number; place: Place }> = [];
				const arrivals: number[] = [];
				let now = 0;
				const hear = () => {
					for (const { at, place } of answers.filter((answer) => answer.at <= now)) {
						place.answered(at);
					}
				};
				for (const { after, there, back } of sent) {
					now += after;
					hear();
					for (let wait = window.wait(now); wait > 0; wait = window.wait(now)) {
						now += 1;
						hear();
					}
					const place = window.take(now);
					arrivals.push(now + there);
					answers.push({ at: now + there + back, place });
				}
				expect(busiest(arrivals)).toBeLessThanOrEqual(limit);
			}),
		);
	});

	test('does not make anybody wait who is within the limit', () => {
		fc.assert(
			fc.property(max, (limit) => {
				const window = windowOf(limit);
				for (let count = 0; count < limit; count += 1) {
					expect(window.wait(0)).toBe(0);
					window.take(0);
				}
				expect(window.wait(0)).toBe(WINDOW + TRAVEL);
				expect(window.wait(5 * WINDOW)).toBe(0);
			}),
		);
	});

	test('an answer tells that the request has arrived; a late one does not hold the place longer', () => {
		const window = windowOf(1);
		window.take(0).answered(5);
		expect(window.wait(5)).toBe(WINDOW);
		const { at, place } = send(window, 5);
		place.answered(at + 10 * TRAVEL);
		expect(window.wait(at)).toBe(WINDOW + TRAVEL);
	});

	test('keeps a limit that the vendor raises or lowers meanwhile', () => {
		fc.assert(
			fc.property(max, max, pauses, pauses, (first, second, before, after) => {
				const window = windowOf(first);
				let now = 0;
				const book = (step: number): number => {
					now = send(window, now + step).at;
					return now;
				};
				const sent = before.map(book);
				window.setMax(second);
				sent.push(...after.map(book));
				expect(busiest(sent)).toBeLessThanOrEqual(Math.max(first, second));
			}),
		);
	});

	test.each([0, -3, NaN, Infinity])('takes no limit of %d from a header', (nonsense) => {
		const window = windowOf(2);
		window.setMax(nonsense);
		window.take(0);
		expect(window.wait(0)).toBe(0);
		window.take(0);
		expect(window.wait(0)).toBeGreaterThan(0);
	});

	test('after a throttling nobody sends before the moment, and then within the limit', () => {
		fc.assert(
			fc.property(max, pauses, fc.integer({ min: 1, max: 500 }), (limit, steps, ms) => {
				const window = windowOf(limit);
				let now = 0;
				for (const step of steps) now = send(window, now + step).at;
				window.blockUntil(now + ms);
				const from = now + ms;
				const later = Array.from({ length: 3 * limit }, () => (now = send(window, now).at));
				expect(Math.min(...later)).toBeGreaterThanOrEqual(from);
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
					const window = windowOf(limit);
					window.blockUntil(a);
					window.blockUntil(b);
					expect(window.wait(0)).toBe(Math.max(a, b));
				},
			),
		);
	});
});

describe('a vendor that tells how many places are left', () => {
	/** Sends so many at once, while others take so many; the answers say what is left. */
	function sendBeside(window: RateWindow, limit: number, others: number, ours: number): void {
		for (let count = 1; count <= ours; count += 1) {
			const place = window.take(0);
			place.answered(0);
			place.remaining(limit - others - count);
		}
	}

	test('leaves others what they have taken', () => {
		const window = windowOf(20);
		sendBeside(window, 20, 10, 9);
		expect(window.wait(0)).toBe(0);
		const place = window.take(0);
		place.answered(0);
		place.remaining(0);
		expect(window.wait(0)).toBe(WINDOW);
	});

	test('takes the whole again when the others are gone', () => {
		const window = windowOf(20);
		sendBeside(window, 20, 10, 10);
		expect(window.wait(0)).toBe(WINDOW);
		const place = window.take(WINDOW);
		place.remaining(19);
		for (let count = 1; count < 20; count += 1) {
			expect(window.wait(WINDOW)).toBe(0);
			window.take(WINDOW);
		}
		expect(window.wait(WINDOW)).toBeGreaterThan(0);
	});

	test('loses nothing where answers come in another order', () => {
		const window = windowOf(4);
		const [first, second, third] = [window.take(0), window.take(1), window.take(2)];
		third.remaining(1);
		first.remaining(3);
		second.remaining(2);
		expect(window.wait(3)).toBe(0);
	});

	test.each([0, -1, NaN, Infinity])('a quarter is ours, whatever it says (%d)', (told) => {
		const window = windowOf(8);
		const place = window.take(0);
		place.remaining(told);
		expect(window.wait(0)).toBe(0);
		window.take(0);
		window.take(0);
		if (told === 0) expect(window.wait(0)).toBeGreaterThan(0);
		else expect(window.wait(0)).toBe(0);
	});
});

test('an account and label share one window of the process, others do not', () => {
	const limit = { max: 1, windowMs: WINDOW, travelMs: TRAVEL };
	expect(rateWindow('one account', limit)).toBe(rateWindow('one account', limit));
	expect(rateWindow('one account', limit)).not.toBe(rateWindow('another account', limit));
});
