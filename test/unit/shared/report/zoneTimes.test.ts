import fc from 'fast-check';
import { DateTime } from 'luxon';

import { ZoneTimes } from '../../../../nodes/shared/report/zoneTimes';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

test('a moment is written as the clocks of the zone show it, also when they are put forward or back', () => {
	const moments = fc.date({
		min: new Date('2000-01-01'),
		max: new Date('2037-12-31'),
		noInvalidDate: true,
	});
	const changes = fc
		.tuple(
			fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'),
			fc.integer({ min: -9000, max: 9000 }),
		)
		.map(([change, seconds]) => new Date(Date.parse(change) + seconds * 1000));
	for (const zone of zones) {
		const times = new ZoneTimes(zone);
		fc.assert(
			fc.property(fc.oneof(moments, changes), (moment) => {
				const expected = DateTime.fromJSDate(moment, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
				expect(times.of(moment.toISOString())).toBe(expected);
			}),
		);
	}
});

test('what is no moment is empty', () => {
	const times = new ZoneTimes('UTC');
	expect([times.of(null), times.of(undefined), times.of(''), times.of('soon')]).toEqual([
		'',
		'',
		'',
		'',
	]);
});
