import fc from 'fast-check';

import {
	isOfDate,
	occurrenceAt,
	occurrenceById,
	occurrencesOf,
	onDate,
} from '../../../../nodes/Zoom/mapping/occurrences';
import { toWebinar } from '../../../../nodes/Zoom/mapping/webinar';

const ms = (time: string): string => String(Date.parse(time));

/** Weekly; the second date was moved from the 13th to the 18th. */
const FIRST = ms('2026-11-06T16:00:00Z');
const MOVED = ms('2026-11-13T16:00:00Z');
const THIRD = ms('2026-11-20T16:00:00Z');
const series = {
	type: 9,
	duration: 60,
	occurrences: [
		{ occurrence_id: FIRST, start_time: '2026-11-06T16:00:00Z', duration: 30, status: 'deleted' },
		{ occurrence_id: MOVED, start_time: '2026-11-18T09:00:00Z', status: 'available' },
		{ occurrence_id: THIRD, start_time: '2026-11-20T16:00:00Z', duration: 60 },
		{ occurrence_id: '', start_time: '2026-11-13T17:00:00Z' },
		{ occurrence_id: '4' },
	],
};
const dates = occurrencesOf(series);

test('occurrencesOf reads the dates that have an ID and a start, deleted ones too', () => {
	expect(dates).toEqual([
		{ id: FIRST, startTime: '2026-11-06T16:00:00Z', endTime: '2026-11-06T16:30:00Z' },
		{ id: MOVED, startTime: '2026-11-18T09:00:00Z', endTime: '2026-11-18T10:00:00Z' },
		{ id: THIRD, startTime: '2026-11-20T16:00:00Z', endTime: '2026-11-20T17:00:00Z' },
	]);
	expect(occurrencesOf({ ...series, type: 5 })).toEqual([]);
	expect(occurrencesOf({})).toEqual([]);
});

describe('the date of a session', () => {
	test.each([
		['is the one that it began near to', '2026-11-06T15:52:00Z', FIRST],
		['is the moved one when it was held at the new time', '2026-11-18T09:04:00Z', MOVED],
		['is the moved one when it was moved after it was held', '2026-11-13T16:04:00Z', MOVED],
		['is the nearest one when it fits none', '2026-12-24T00:00:00Z', THIRD],
	])('%s', (_, began, id) => {
		expect(occurrenceAt(dates, began)?.id).toBe(id);
	});

	test('is none before it began and of webinars without dates', () => {
		expect(occurrenceAt(dates, null)).toBeUndefined();
		expect(occurrenceAt([], '2026-11-06T16:00:00Z')).toBeUndefined();
	});

	test('is found for any start within half a day of it, in whatever order the dates come', () => {
		fc.assert(
			fc.property(
				fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
				fc.integer({ min: -11 * 3600, max: 11 * 3600 }),
				(days, offset) => {
					const list = days.map((day) => {
						const start = Date.parse('2026-11-02T16:00:00Z') + day * 86_400_000;
						return { occurrence_id: String(start), start_time: new Date(start).toISOString() };
					});
					const own = list[0]!;
					const began = new Date(Number(own.occurrence_id) + offset * 1000).toISOString();
					const found = occurrenceAt(occurrencesOf({ type: 9, occurrences: list }), began);
					expect(found?.id).toBe(own.occurrence_id);
				},
			),
		);
	});
});

describe('the date of an ID', () => {
	test('is one of the list', () => {
		expect(occurrenceById(dates, MOVED, 60)?.startTime).toBe('2026-11-18T09:00:00Z');
		expect(occurrenceById(dates, ms('2026-11-27T16:00:00Z'), 60)).toBeUndefined();
	});

	test('is read out of the ID where Zoom lists none any more, and takes its own session only', () => {
		const date = occurrenceById([], FIRST, 45)!;
		expect(date).toEqual({
			id: FIRST,
			startTime: '2026-11-06T16:00:00Z',
			endTime: '2026-11-06T16:45:00Z',
		});
		expect(isOfDate([], date, '2026-11-06T16:03:00Z')).toBe(true);
		expect(isOfDate([], date, '2026-11-13T16:03:00Z')).toBe(false);
		expect(occurrenceById([], 'ABCDE12345', 60)).toBeUndefined();
	});
});

test('onDate tells the schedule of the date, and leaves other webinars as they are', () => {
	const webinar = toWebinar({ start_time: '2026-11-06T16:00:00Z', duration: 60 }, '');
	expect(onDate(webinar, dates[1])).toMatchObject({
		occurrenceId: MOVED,
		scheduledStartTime: '2026-11-18T09:00:00Z',
		scheduledEndTime: '2026-11-18T10:00:00Z',
	});
	expect(onDate(webinar, undefined)).toBe(webinar);
});
