import fc from 'fast-check';

import { dateWindows } from '../../../../nodes/Zoom/mapping/recordingWindows';

const DAY = 24 * 60 * 60 * 1000;
const moment = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2030, 0, 1) });
const range = fc.tuple(moment, fc.integer({ min: 0, max: 800 * DAY }));

test('every day of the range is in a window, also where Zoom does not count the last day', () => {
	fc.assert(
		fc.property(range, fc.double({ min: 0, max: 1, noNaN: true }), ([from, length], part) => {
			const day = new Date(from + length * part).toISOString().slice(0, 10);
			const windows = dateWindows(from, from + length);
			expect(windows.some((window) => window.from <= day && day < window.to)).toBe(true);
		}),
	);
});

test('no window is longer than the shortest month, and none ends before it begins', () => {
	fc.assert(
		fc.property(range, ([from, length]) => {
			for (const window of dateWindows(from, from + length)) {
				const days = (Date.parse(window.to) - Date.parse(window.from)) / DAY;
				expect(days).toBeGreaterThanOrEqual(1);
				expect(days).toBeLessThanOrEqual(28);
			}
		}),
	);
});

test('windows come oldest first and as few as can be', () => {
	const windows = dateWindows(Date.UTC(2026, 0, 31, 23, 59), Date.UTC(2026, 2, 30, 0, 1));
	expect(windows).toEqual([
		{ from: '2026-01-31', to: '2026-02-28' },
		{ from: '2026-02-28', to: '2026-03-28' },
		{ from: '2026-03-28', to: '2026-03-31' },
	]);
});

test('the same moment twice is one day', () => {
	const now = Date.UTC(2026, 4, 5, 6);
	expect(dateWindows(now, now)).toEqual([{ from: '2026-05-05', to: '2026-05-06' }]);
});
