import fc from 'fast-check';

import { dateWindows } from '../../../../nodes/Zoom/transport/history';

const DAY = 86_400_000;
const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

test('the windows hold every date from start to end once, and none is longer than a month', () => {
	const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });
	fc.assert(
		fc.property(moment, fc.integer({ min: 0, max: 400 * DAY }), (from, length) => {
			const dates = dateWindows(from, from + length).flatMap((window) => {
				const first = Date.parse(window.from);
				const count = (Date.parse(window.to) - first) / DAY + 1;
				expect(count).toBeLessThanOrEqual(28);
				return Array.from({ length: count }, (_, index) => day(first + index * DAY));
			});
			expect(new Set(dates).size).toBe(dates.length);
			expect([dates[0], dates[dates.length - 1]]).toEqual([day(from), day(from + length)]);
			expect(dates.length).toBe((Date.parse(day(from + length)) - Date.parse(day(from))) / DAY + 1);
		}),
	);
});
