import fc from 'fast-check';

import {
	absence,
	attendanceOf,
	scheduledTime,
	withThreshold,
	withViews,
} from '../../../../nodes/shared/attendees/attendance';
import { toWebinar, withSession } from '../../../../nodes/Zoom/mapping/webinar';
import { row } from './people';

const START = Date.parse('2026-11-20T16:00:00Z');
const MINUTE = 60_000;
const webinar = withSession(toWebinar({}, 'account'), {
	start_time: '2026-11-20T16:00:00Z',
	end_time: '2026-11-20T17:00:00Z',
});

/** Minutes after the start. */
function stay(from: number, to: number): ReturnType<typeof row> {
	return row({ from: START + from * MINUTE, to: START + to * MINUTE });
}

describe('attendanceOf', () => {
	test('two devices at once count once, and a gap counts nothing', () => {
		const rows = [stay(40, 50), stay(0, 20), stay(10, 30)];
		expect(attendanceOf(rows, webinar, 'attendee', 'email')).toEqual({
			status: 'attended',
			role: 'attendee',
			firstJoinTime: '2026-11-20T16:00:00Z',
			lastLeaveTime: '2026-11-20T16:50:00Z',
			attendedSeconds: 2400,
			attendedPercent: 66.7,
			sessions: [
				{ joinTime: '2026-11-20T16:00:00Z', leaveTime: '2026-11-20T16:30:00Z' },
				{ joinTime: '2026-11-20T16:40:00Z', leaveTime: '2026-11-20T16:50:00Z' },
			],
			matchedBy: 'email',
		});
	});

	test('what lies before the start (practice) or after the end is cut off', () => {
		const { attendedSeconds, firstJoinTime, lastLeaveTime } = attendanceOf(
			[stay(-30, 10), stay(50, 90)],
			webinar,
			'panelist',
			'registrantId',
		);
		expect(attendedSeconds).toBe(20 * 60);
		expect([firstJoinTime, lastLeaveTime]).toEqual([
			'2026-11-20T16:00:00Z',
			'2026-11-20T17:00:00Z',
		]);
	});

	test('who was there only before the start did not attend', () => {
		expect(attendanceOf([stay(-30, 0)], webinar, 'attendee', 'email')).toEqual({
			...absence('attendee', 'noShow'),
			matchedBy: 'email',
		});
	});

	test('without times of the session every stay counts, and there is no percent', () => {
		const planned = toWebinar({}, 'account');
		expect(attendanceOf([stay(-30, 10)], planned, 'attendee', 'name')).toMatchObject({
			attendedSeconds: 2400,
			attendedPercent: 0,
			status: 'attended',
		});
	});

	test('seconds, percent and stays agree, whatever the rows', () => {
		const minutes = fc.integer({ min: -20, max: 80 });
		fc.assert(
			fc.property(fc.array(fc.tuple(minutes, minutes), { maxLength: 9 }), (stays) => {
				const rows = stays.map(([from, to]) => stay(from, to));
				const seen = attendanceOf(rows, webinar, 'attendee', 'email');
				const sum = seen.sessions.reduce(
					(total, { joinTime, leaveTime }) => total + Date.parse(leaveTime) - Date.parse(joinTime),
					0,
				);
				expect(seen.attendedSeconds).toBe(sum / 1000);
				expect(seen.attendedSeconds).toBeLessThanOrEqual(webinar.durationSeconds);
				expect(seen.attendedPercent).toBe(Math.round(seen.attendedSeconds / 3.6) / 10);
				expect(seen.status).toBe(sum > 0 ? 'attended' : 'noShow');
				expect(seen.firstJoinTime === null).toBe(sum === 0);
				expect(seen.matchedBy === null).toBe(rows.length === 0);
			}),
		);
	});
});

describe('clipped to the scheduled time', () => {
	const scheduled = (changes: object) => ({
		...webinar,
		scheduledStartTime: '2026-11-20T16:00:00Z',
		scheduledEndTime: '2026-11-20T16:50:00Z',
		...changes,
	});

	test('counts up to the scheduled end, in percent of the scheduled length', () => {
		const counted = scheduledTime(scheduled({}))!;
		expect(attendanceOf([stay(30, 60)], webinar, 'attendee', 'email', counted)).toMatchObject({
			attendedSeconds: 20 * 60,
			attendedPercent: 40,
			lastLeaveTime: '2026-11-20T16:50:00Z',
		});
	});

	test('time before the session really began counts for nobody', () => {
		const counted = scheduledTime(scheduled({ scheduledStartTime: '2026-11-20T15:40:00Z' }))!;
		expect(attendanceOf([stay(-20, 10)], webinar, 'attendee', 'email', counted)).toMatchObject({
			attendedSeconds: 10 * 60,
			attendedPercent: 14.3,
		});
	});

	test.each([
		['a webinar that was moved to another day afterwards', '2026-11-27T16:00:00Z'],
		['a webinar without a scheduled time', null],
	])('%s is not clipped', (_, scheduledStartTime) => {
		const end = scheduledStartTime && '2026-11-27T17:00:00Z';
		expect(scheduledTime(scheduled({ scheduledStartTime, scheduledEndTime: end }))).toBeNull();
	});
});

describe('the threshold', () => {
	const half = attendanceOf([stay(0, 30)], webinar, 'attendee', 'email');

	test.each([
		[0, 'seconds', 'attended'],
		[1800, 'seconds', 'attended'],
		[1801, 'seconds', 'noShow'],
		[50, 'percent', 'attended'],
		[50.1, 'percent', 'noShow'],
	] as const)('half an hour of an hour, at least %d %s: %s', (amount, unit, status) => {
		const judged = withThreshold(half, { amount, unit });
		expect(judged.status).toBe(status);
		expect(judged.belowThreshold).toBe(status === 'noShow' ? true : undefined);
		expect(judged.attendedSeconds).toBe(1800);
	});

	test('somebody who was not there is a no-show without it', () => {
		const nobody = absence('attendee', 'noShow');
		expect(withThreshold(nobody, { amount: 60, unit: 'seconds' })).toBe(nobody);
	});
});

describe('with views of the recording', () => {
	const views = { viewedSeconds: 60, views: 1, firstViewedAt: null, lastViewedAt: null };

	test('a no-show attended on demand', () => {
		expect(withViews(absence('attendee', 'noShow'), views, 'email')).toEqual({
			...absence('attendee', 'attendedOnDemand'),
			matchedBy: 'email',
			onDemand: views,
		});
	});

	test('who was there attended, and how they were found stays', () => {
		const there = attendanceOf([stay(0, 30)], webinar, 'attendee', 'registrantId');
		expect(withViews(there, views, 'name')).toEqual({ ...there, onDemand: views });
	});

	test('opening the recording without viewing is not attending', () => {
		const opened = { ...views, viewedSeconds: 0 };
		expect(withViews(absence('attendee', 'noShow'), opened, 'email').status).toBe('noShow');
	});
});
