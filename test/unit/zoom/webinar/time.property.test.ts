import fc from 'fast-check';
import { DateTime } from 'luxon';

import { endOfDay, momentOf, toStart } from '../../../../nodes/Zoom/mapping/webinarTime';
import { checkedZone } from '../../../../nodes/shared/node/startTime';

const ZONES = [
	'UTC',
	'Europe/Berlin',
	'America/New_York',
	'America/Sao_Paulo',
	'Asia/Kolkata',
	'Australia/Lord_Howe',
	'Pacific/Apia',
];

const zone = fc.constantFrom(...ZONES);
/** Any second of the years 2026 to 2036. */
const second = fc.integer({ min: 1_767_225_600, max: 2_082_758_400 }).map((one) => one * 1000);

test('what Zoom is told is the moment that was typed, whatever the time zone', () => {
	fc.assert(
		fc.property(second, zone, (at, timezone) => {
			const typed = new Date(at).toISOString();
			const start = toStart(typed, timezone);
			expect(start.at).toBe(at);
			expect(momentOf(start.start_time, start.timezone)).toBe(at);
		}),
	);
});

test('a local time is meant in the time zone, and comes out as the same local time', () => {
	fc.assert(
		fc.property(second, zone, (at, timezone) => {
			// Made of a moment, so it exists there.
			const local = DateTime.fromMillis(at, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
			const start = toStart(local, timezone);
			expect(
				DateTime.fromMillis(start.at, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
			).toBe(local);
			expect(momentOf(start.start_time, timezone)).toBe(start.at);
		}),
	);
});

test('local time is sent, so that a series keeps its hour over a change of the clocks', () => {
	expect(toStart('2027-03-01T16:00:00', 'Europe/Berlin')).toEqual({
		start_time: '2027-03-01T16:00:00',
		timezone: 'Europe/Berlin',
		at: Date.parse('2027-03-01T15:00:00Z'),
	});
	expect(toStart('2027-07-01T14:00:00Z', 'Europe/Berlin').start_time).toBe('2027-07-01T16:00:00');
});

test('a time that the clock shows twice is sent as UTC', () => {
	const first = toStart('2027-10-31T00:30:00Z', 'Europe/Berlin');
	const second = toStart('2027-10-31T01:30:00Z', 'Europe/Berlin');
	expect(first.start_time).toBe('2027-10-31T00:30:00Z');
	expect(second.start_time).toBe('2027-10-31T01:30:00Z');
});

test('a time that the clocks skip is refused', () => {
	expect(() => toStart('2027-03-28T02:30:00', 'Europe/Berlin')).toThrow(/does not exist in Europe/);
	expect(toStart('2027-03-28T02:30:00', 'UTC').start_time).toBe('2027-03-28T02:30:00');
});

test.each([
	['a date with blanks', '2027-03-01 16:00', 'UTC', '2027-03-01T16:00:00'],
	['an offset', '2027-03-01T16:00:00+05:30', 'Asia/Kolkata', '2027-03-01T16:00:00'],
	['a Date', new Date('2027-03-01T16:00:00.750Z'), 'UTC', '2027-03-01T16:00:00'],
	['epoch milliseconds', Date.parse('2027-03-01T16:00:00Z'), 'UTC', '2027-03-01T16:00:00'],
	['a luxon DateTime', DateTime.fromISO('2027-03-01T16:00:00Z'), 'UTC', '2027-03-01T16:00:00'],
])('%s is read', (_, typed, timezone, expected) => {
	expect(toStart(typed, timezone).start_time).toBe(expected);
});

test.each(['', 'soon', '2027-03-01', '2027-02-30T10:00:00', null, {}, new Date(NaN)])(
	'%p is no start',
	(typed) => {
		expect(() => toStart(typed, 'UTC')).toThrow(/is not a date with a time/);
	},
);

test('a time zone that does not exist is named', () => {
	expect(() => checkedZone('Mars/Olympus')).toThrow('The time zone "Mars/Olympus" does not exist');
});

test('the last day of a series ends with its last second there', () => {
	fc.assert(
		fc.property(second, zone, (at, timezone) => {
			const day = DateTime.fromMillis(at, { zone: timezone }).toISODate()!;
			const end = DateTime.fromISO(endOfDay(day, timezone), { zone: timezone });
			expect(end.toISODate()).toBe(day);
			expect(end.plus({ seconds: 1 }).toISODate()).not.toBe(day);
		}),
	);
});

test('an end date with a time of day means its day', () => {
	expect(endOfDay('2027-03-31T00:00:00', 'Europe/Berlin')).toBe('2027-03-31T21:59:59Z');
	expect(endOfDay('2027-03-30T23:00:00Z', 'Europe/Berlin')).toBe('2027-03-31T21:59:59Z');
	expect(() => endOfDay('never', 'UTC')).toThrow('The end date "never" is not a date');
});
