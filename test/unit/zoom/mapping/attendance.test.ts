import fc from 'fast-check';

import { absence, attendanceOf } from '../../../../nodes/Zoom/mapping/attendance';
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
