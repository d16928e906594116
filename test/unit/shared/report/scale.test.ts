import fc from 'fast-check';

import { linesUp, marksAcross } from '../../../../nodes/shared/report/page/scale';
import { Clock, count, duration } from '../../../../nodes/shared/report/page/words';
import { START } from './samples';

test('an axis begins at 0, has few even lines, and reaches the value without leaving half of it empty', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1_000_000 }), (value) => {
			const lines = linesUp(value);
			const top = lines[lines.length - 1]!;
			expect(lines[0]).toBe(0);
			expect(lines.length).toBeLessThanOrEqual(6);
			expect(top).toBeGreaterThanOrEqual(value);
			expect(top).toBeLessThanOrEqual(Math.max(2 * value, 2));
			expect(lines.every(Number.isInteger)).toBe(true);
		}),
	);
});

test('marks are round times of the zone, also where it is half an hour off', () => {
	const clock = new Clock('Asia/Kolkata');
	const marks = marksAcross(START, START + 5 * 3_600_000, 7, clock);
	expect(marks.map((time) => clock.time(time))).toEqual([
		...['20:00', '21:00', '22:00', '23:00', '00:00'],
	]);
});

test('there are a few marks, however long it ran', () => {
	fc.assert(
		fc.property(fc.integer({ min: 60_000, max: 4e11 }), (length) => {
			const marks = marksAcross(START, START + length, 7, new Clock('UTC'));
			expect(marks.length).toBeLessThanOrEqual(14);
			for (const time of marks) {
				expect(Date.parse(time)).toBeGreaterThanOrEqual(START);
				expect(Date.parse(time)).toBeLessThanOrEqual(START + length);
			}
		}),
	);
});

test.each([
	[0, '0 s'],
	[59, '59 s'],
	[60, '1 min'],
	[3599, '1 h'],
	[3600, '1 h'],
	[4320, '1 h 12 min'],
	[90_000, '25 h'],
])('%d seconds are %s', (seconds, words) => {
	expect(duration(seconds)).toBe(words);
});

test('numbers are grouped', () => {
	expect([0, 999, 1085, 1_234_567].map(count)).toEqual(['0', '999', '1,085', '1,234,567']);
});
