import type { Attendance, AttendanceRole, OnDemand } from '../model/attendance';
import {
	clipIntervals,
	mergeIntervals,
	percentOf,
	totalSeconds,
	type Interval,
} from '../model/intervals';
import type { Webinar } from '../model/webinar';
import { asIsoTime } from '../transport/json';
import type { JoinRow } from './stays';

/** The time that counts as attendance, and what is 100 percent of it. */
export interface CountedTime extends Interval {
	seconds: number;
}

/** The session as it really ran. */
export function actualTime({ startTime, endTime, durationSeconds }: Webinar): CountedTime {
	return {
		from: startTime === null ? -Infinity : Date.parse(startTime),
		to: endTime === null ? Infinity : Date.parse(endTime),
		seconds: durationSeconds,
	};
}

/**
 * What of the session lies in its scheduled time; 100 percent is the scheduled length.
 * @returns null when no schedule is known, or when the session ran at quite another time: the
 *   webinar was moved afterwards, and its present schedule says nothing about this session
 */
export function scheduledTime(webinar: Webinar): CountedTime | null {
	const { scheduledStartTime, scheduledEndTime } = webinar;
	if (scheduledStartTime === null || scheduledEndTime === null) return null;
	const planned = { from: Date.parse(scheduledStartTime), to: Date.parse(scheduledEndTime) };
	const [within] = clipIntervals([planned], actualTime(webinar));
	return within === undefined ? null : { ...within, seconds: totalSeconds([planned]) };
}

/**
 * One person's attendance of one session from all their rows: stays are cut at the session's actual
 * start and end (rows before it are practice), overlaps count once.
 * @param counted the time that counts, by default the session as it really ran
 * @returns seconds 0 and status noShow when nothing lies within that time
 */
export function attendanceOf(
	rows: readonly JoinRow[],
	webinar: Webinar,
	role: AttendanceRole,
	matchedBy: Attendance['matchedBy'],
	counted: CountedTime = actualTime(webinar),
): Attendance {
	const stays = clipIntervals(mergeIntervals(rows), counted);
	const attendedSeconds = Math.min(totalSeconds(stays), secondsTold(rows));
	const attended = attendedSeconds > 0;
	const sessions = stays.map(({ from, to }) => ({
		joinTime: asIsoTime(from) ?? '',
		leaveTime: asIsoTime(to) ?? '',
	}));
	return {
		status: attended ? 'attended' : 'noShow',
		role,
		firstJoinTime: attended ? (sessions[0]?.joinTime ?? null) : null,
		lastLeaveTime: attended ? (sessions[sessions.length - 1]?.leaveTime ?? null) : null,
		attendedSeconds,
		attendedPercent: percentOf(attendedSeconds, counted.seconds),
		sessions,
		matchedBy: rows.length === 0 ? null : matchedBy,
	};
}

/** Of rows that each stand for several stays: how long those were together; else no limit. */
function secondsTold(rows: readonly JoinRow[]): number {
	return rows.reduce((sum, { seconds = Infinity }) => sum + seconds, 0) || Infinity;
}

/** The attendance of somebody without any row. */
export function absence(role: AttendanceRole, status: Attendance['status']): Attendance {
	return {
		status,
		role,
		firstJoinTime: null,
		lastLeaveTime: null,
		attendedSeconds: 0,
		attendedPercent: 0,
		sessions: [],
		matchedBy: null,
	};
}

/** From how much attendance on somebody counts as having been there. */
export interface Threshold {
	amount: number;
	unit: 'seconds' | 'percent';
}

/** Who stayed for less is a no-show with their figures, so that nobody has to work them out again. */
export function withThreshold(attendance: Attendance, { amount, unit }: Threshold): Attendance {
	const stayed = unit === 'percent' ? attendance.attendedPercent : attendance.attendedSeconds;
	return attendance.status === 'attended' && stayed < amount
		? { ...attendance, status: 'noShow', belowThreshold: true }
		: attendance;
}

/** Adds what somebody viewed of the recording; who was not there attended on demand by it. */
export function withViews(
	attendance: Attendance,
	onDemand: OnDemand,
	matchedBy: Attendance['matchedBy'],
): Attendance {
	const watched = attendance.status !== 'attended' && onDemand.viewedSeconds > 0;
	return {
		...attendance,
		...(watched && { status: 'attendedOnDemand' }),
		matchedBy: attendance.matchedBy ?? matchedBy,
		onDemand,
	};
}
