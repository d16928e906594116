import fc from 'fast-check';

import { retryAfterMs } from '../../../nodes/shared/transport/retry';

const NOW = Date.parse('2026-11-20T17:00:00Z');

test.each<[string, unknown, number | undefined]>([
	['seconds (RFC 9110)', '120', 120_000],
	['seconds with blanks', ' 2 ', 2000],
	['a number', 3, 3000],
	['part of a second', '0.5', 500],
	['an HTTP date (RFC 9110)', 'Fri, 20 Nov 2026 17:00:30 GMT', 30_000],
	['an ISO date (Zoom)', '2026-11-21T00:00:00Z', 7 * 3_600_000],
	['a date that is over', '2026-11-20T16:00:00Z', 0],
	['zero', '0', 0],
	['less than zero', '-5', undefined],
	['nothing', undefined, undefined],
	['empty text', '  ', undefined],
	['words', 'soon', undefined],
	['not a number', NaN, undefined],
	['for ever', 'Infinity', undefined],
	['longer than any calendar', '1e300', undefined],
	['a list', ['1'], undefined],
])('%s', (_, header, ms) => {
	expect(retryAfterMs(header, NOW)).toBe(ms);
});

test('is a finite wait of 0 or more, or undefined, for any header', () => {
	fc.assert(
		fc.property(fc.anything(), (header) => {
			const ms = retryAfterMs(header, NOW);
			expect(ms === undefined || ms >= 0).toBe(true);
			// The moment can be told to people.
			expect(() => new Date(NOW + (ms ?? 0)).toISOString()).not.toThrow();
		}),
	);
});
