import fc from 'fast-check';

import { isAttended, isAttendee } from '../../../../nodes/shared/report/counts';
import { timelineOf } from '../../../../nodes/shared/report/timeline';
import { anybody, at, figures, person, START, webinar } from './samples';

const everybody = fc.array(anybody, { maxLength: 30 });
const points = fc.integer({ min: 2, max: 120 });

/** How many were in at one moment, counted one by one. */
function present(people: ReturnType<typeof person>[], moment: number): number {
	return people.filter(
		(one) =>
			isAttendee(one) &&
			isAttended(one) &&
			one.attendance.sessions.some(
				({ joinTime, leaveTime }) =>
					Date.parse(joinTime) <= moment && moment < Date.parse(leaveTime),
			),
	).length;
}

test('each point is how many were in at its moment; the last is the moment before the end', () => {
	fc.assert(
		fc.property(everybody, points, (people, max) => {
			const { attendanceOverTime } = figures({ people }, max);
			attendanceOverTime.forEach(({ time, attendees }, index) => {
				const isLast = index === attendanceOverTime.length - 1;
				expect(attendees).toBe(present(people, Date.parse(time) - (isLast ? 1 : 0)));
			});
		}),
	);
});

test('it never exceeds the peak, and the peak never those who attended', () => {
	fc.assert(
		fc.property(everybody, points, (people, max) => {
			const { attendanceOverTime, peakAttendees, peakTime, attended } = figures({ people }, max);
			const most = Math.max(0, ...attendanceOverTime.map(({ attendees }) => attendees));
			expect(most).toBeLessThanOrEqual(peakAttendees ?? 0);
			expect(peakAttendees ?? 0).toBeLessThanOrEqual(attended);
			expect(peakAttendees === null).toBe(attended === 0);
			if (peakTime !== null) expect(present(people, Date.parse(peakTime))).toBe(peakAttendees);
		}),
	);
});

test('who joined and who left accounts for every change, from the start to the end', () => {
	fc.assert(
		fc.property(everybody, points, (people, max) => {
			const { attendanceOverTime, attended } = figures({ people }, max);
			let before = 0;
			for (const { attendees, joined, left } of attendanceOverTime) {
				expect(attendees).toBe(before + joined - left);
				before = attendees;
			}
			expect(attendanceOverTime.length).toBeLessThanOrEqual(max);
			if (attended === 0) expect(attendanceOverTime).toEqual([]);
			else {
				expect(attendanceOverTime[0]!.time).toBe(at(0));
				expect(attendanceOverTime[attendanceOverTime.length - 1]!.time).toBe(at(60));
			}
		}),
	);
});

test('an hour has a point per minute', () => {
	const { points: found } = timelineOf([person({ stays: [[10, 20]] })], webinar(), 120);
	expect(found).toHaveLength(61);
	expect(found[10]).toEqual({ time: at(10), attendees: 1, joined: 1, left: 0 });
	expect(found[20]).toEqual({ time: at(20), attendees: 0, joined: 0, left: 1 });
});

test('where the platform tells no start and no end, those of the stays stand for them', () => {
	const untold = webinar({ startTime: null, endTime: null });
	const { points: found } = timelineOf([person({ stays: [[10, 20]] })], untold, 120);
	expect([found[0]!.time, found[found.length - 1]!.time]).toEqual([at(10), at(20)]);
});

test('a room that was open for days, or for seconds, has no more points than that', () => {
	for (const minutes of [0.1, 1, 60 * 24 * 40]) {
		const length = webinar({ endTime: at(minutes) });
		const { points: found } = timelineOf([person({ stays: [[0, minutes]] })], length, 120);
		expect(found.length).toBeGreaterThan(0);
		expect(found.length).toBeLessThanOrEqual(120);
	}
});

test('20,000 people are sorted and not compared with one another', () => {
	const own = Array.from({ length: 20_000 }, (_, index) => {
		const from = (index * 7919) % 59;
		return person({ stays: [[from, from + 1]] });
	});
	let reads = 0;
	const counted = own.map((one) => ({
		...one,
		attendance: {
			...one.attendance,
			get sessions() {
				reads += 1;
				return one.attendance.sessions;
			},
		},
	}));
	const found = timelineOf(counted, webinar(), 120);
	expect(found.points[0]!.time).toBe(new Date(START).toISOString().replace('.000Z', 'Z'));
	expect(reads).toBe(20_000);
});
