import type { AttendeeItem } from '../model/attendance';
import type { Webinar } from '../model/webinar';
import { asIsoTime } from '../transport/json';

/** How many were in at one moment, and who came and went since the moment before. */
export type TimelinePoint = {
	/** ISO 8601 UTC. */
	time: string;
	attendees: number;
	joined: number;
	left: number;
};

export interface Timeline {
	/** From the start to the end, evenly apart but for the last; empty when nobody was there. */
	points: TimelinePoint[];
	/** The most who were in at once, to the second, and when that was first reached. */
	peak: { attendees: number; time: string } | null;
}

/** Points that a person can read on an axis. */
const STEP_SECONDS = [10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/**
 * Attendance over time from the merged stays, so that nobody counts twice at one moment. The last
 * point is the moment before the end: at the end everybody has left.
 * @param people those who count as attended
 */
export function timelineOf(
	people: readonly AttendeeItem[],
	{ startTime, endTime }: Webinar,
	maxPoints: number,
): Timeline {
	const joins: number[] = [];
	const leaves: number[] = [];
	for (const { attendance } of people) {
		for (const { joinTime, leaveTime } of attendance.sessions) {
			const [from, to] = [Date.parse(joinTime), Date.parse(leaveTime)];
			if (!(to > from)) continue;
			joins.push(from);
			leaves.push(to);
		}
	}
	joins.sort(ascending);
	leaves.sort(ascending);
	const [firstJoin, lastLeave] = [joins[0], leaves[leaves.length - 1]];
	if (firstJoin === undefined || lastLeave === undefined) return { points: [], peak: null };
	const start = Math.min(firstJoin, Date.parse(startTime ?? '') || firstJoin);
	const end = Math.max(lastLeave, Date.parse(endTime ?? '') || lastLeave);
	return { points: pointsOf(joins, leaves, start, end, maxPoints), peak: peakOf(joins, leaves) };
}

function pointsOf(
	joins: readonly number[],
	leaves: readonly number[],
	start: number,
	end: number,
	maxPoints: number,
): TimelinePoint[] {
	const points: TimelinePoint[] = [];
	let [joined, left] = [0, 0];
	for (const moment of momentsOf(start, end, maxPoints)) {
		const [joinedBefore, leftBefore] = [joined, left];
		while (joined < joins.length && joins[joined]! <= moment) joined += 1;
		while (left < leaves.length && hasLeft(leaves[left]!, moment, end)) left += 1;
		points.push({
			time: asIsoTime(moment) ?? '',
			attendees: joined - left,
			joined: joined - joinedBefore,
			left: left - leftBefore,
		});
	}
	return points;
}

function hasLeft(leave: number, moment: number, end: number): boolean {
	return moment === end ? leave < end : leave <= moment;
}

function momentsOf(start: number, end: number, maxPoints: number): number[] {
	const seconds = (end - start) / 1000;
	const few = Math.max(1, maxPoints - 1);
	const step =
		STEP_SECONDS.find((each) => Math.ceil(seconds / each) <= few) ?? Math.ceil(seconds / few);
	const count = Math.ceil(seconds / step);
	return Array.from({ length: count + 1 }, (_, index) =>
		Math.min(end, start + index * step * 1000),
	);
}

function peakOf(joins: readonly number[], leaves: readonly number[]): Timeline['peak'] {
	let [most, at, left] = [0, 0, 0];
	for (const [index, join] of joins.entries()) {
		while (left < leaves.length && leaves[left]! <= join) left += 1;
		if (index + 1 - left <= most) continue;
		most = index + 1 - left;
		at = join;
	}
	return { attendees: most, time: asIsoTime(at) ?? '' };
}

function ascending(one: number, other: number): number {
	return one - other;
}
