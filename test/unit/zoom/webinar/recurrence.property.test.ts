import fc from 'fast-check';
import { DateTime } from 'luxon';

import { toRecurrence } from '../../../../nodes/Zoom/mapping/recurrence';

const START = Date.parse('2027-03-02T15:00:00Z'); // a Tuesday in Berlin
const ZONE = 'Europe/Berlin';

const fields = fc.record(
	{
		repeats: fc.constantFrom('daily', 'weekly', 'monthly'),
		every: fc.integer({ min: 1, max: 3 }),
		weekdays: fc.array(fc.integer({ min: 1, max: 7 })),
		monthlyBy: fc.constantFrom('day', 'weekday'),
		dayOfMonth: fc.integer({ min: 0, max: 31 }),
		weekOfMonth: fc.constantFrom(-1, 1, 2, 3, 4),
		weekdayOfMonth: fc.integer({ min: 1, max: 7 }),
		ends: fc.constantFrom('after', 'on'),
		occurrences: fc.integer({ min: 1, max: 60 }),
		endDate: fc.constantFrom('2027-03-02', '2028-01-31'),
	},
	{ requiredKeys: ['endDate'] },
);

const MEMBERS: Record<number, string[][]> = {
	1: [[]],
	2: [['weekly_days']],
	3: [['monthly_day'], ['monthly_week', 'monthly_week_day']],
};

test('a rule has what its rhythm needs, one end, and nothing else', () => {
	fc.assert(
		fc.property(fields, (typed) => {
			const rule: Record<string, unknown> = toRecurrence(typed, START, ZONE);
			const { type, repeat_interval, end_times, end_date_time, ...others } = rule;
			expect(repeat_interval).toBe(typed.every ?? 1);
			expect([end_times, end_date_time].filter((end) => end !== undefined)).toHaveLength(1);
			expect(MEMBERS[Number(type)]).toContainEqual(Object.keys(others).sort());
		}),
	);
});

test('weekdays come once each and in order; none means the day of the start, as it is there', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (weekdays) => {
			const { weekly_days } = toRecurrence({ repeats: 'weekly', weekdays }, START, ZONE);
			const expected = [1, 2, 3, 4, 5, 6, 7].filter((day) => weekdays.includes(day));
			expect(weekly_days).toBe(expected.join(','));
		}),
	);
	// 23:00 UTC on a Tuesday is Wednesday in Berlin; Zoom counts from Sunday = 1.
	const late = Date.parse('2027-03-02T23:00:00Z');
	expect(toRecurrence({ repeats: 'weekly' }, late, ZONE).weekly_days).toBe('4');
	expect(toRecurrence({ repeats: 'weekly' }, late, 'UTC').weekly_days).toBe('3');
});

test('every day of the week of the start is the one that Zoom means', () => {
	const zooms = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
	for (let day = 0; day < 7; day += 1) {
		const start = DateTime.fromMillis(START, { zone: ZONE }).plus({ days: day });
		const { weekly_days } = toRecurrence({ repeats: 'weekly' }, start.toMillis(), ZONE);
		expect(zooms[Number(weekly_days) - 1]).toBe(start.setLocale('en').weekdayLong);
	}
});

test('monthly without a day is the day of the start', () => {
	expect(toRecurrence({ repeats: 'monthly', dayOfMonth: 0 }, START, ZONE)).toEqual({
		type: 3,
		repeat_interval: 1,
		monthly_day: 2,
		end_times: 1,
	});
});

test('the second Thursday, and the last Friday', () => {
	const by = { repeats: 'monthly', monthlyBy: 'weekday' };
	expect(toRecurrence({ ...by, weekOfMonth: 2, weekdayOfMonth: 5 }, START, ZONE)).toMatchObject({
		monthly_week: 2,
		monthly_week_day: 5,
	});
	expect(toRecurrence({ ...by, weekOfMonth: -1, weekdayOfMonth: 6 }, START, ZONE)).toMatchObject({
		monthly_week: -1,
		monthly_week_day: 6,
	});
});

test('a series that ends on a date ends with that day in its time zone', () => {
	const rule = { repeats: 'daily', ends: 'on', endDate: '2027-03-31' };
	expect(toRecurrence(rule, START, ZONE)).toMatchObject({ end_date_time: '2027-03-31T21:59:59Z' });
});

test.each([
	[{ repeats: 'daily', every: 91 }, 'Repeat Every (days) is not a whole number from 1 to 90'],
	[{ repeats: 'weekly', every: 13 }, 'from 1 to 12'],
	[{ repeats: 'monthly', every: 4 }, 'from 1 to 3'],
	[{ repeats: 'weekly', weekdays: [8] }, 'On Days'],
	[{ repeats: 'monthly', dayOfMonth: 32 }, 'Day of Month'],
	[{ repeats: 'monthly', monthlyBy: 'weekday', weekOfMonth: 0 }, 'Week of Month is 0'],
	[{ repeats: 'monthly', monthlyBy: 'weekday', weekdayOfMonth: 0 }, 'Weekday'],
	[{ occurrences: 61 }, 'Number of Dates'],
	[{ occurrences: 2.5 }, 'Number of Dates'],
	[{ ends: 'on', endDate: '2027-03-01' }, 'The end date is before the start'],
	[{ ends: 'on', endDate: '' }, 'is not a date'],
	[{ repeats: 'hourly' }, '"hourly" is not one of the choices'],
])('%j is refused', (typed, message) => {
	expect(() => toRecurrence(typed, START, ZONE)).toThrow(message);
});
