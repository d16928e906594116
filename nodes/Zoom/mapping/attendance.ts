import type { Attendance, AttendanceRole } from '../../shared/model/attendance';
import {
	clipIntervals,
	mergeIntervals,
	percentOf,
	totalSeconds,
} from '../../shared/model/intervals';
import type { Webinar } from '../../shared/model/webinar';
import { asIsoTime } from '../../shared/transport/json';
import type { JoinRow } from './rows';

/**
 * One person's attendance of one session from all their rows: stays are cut at the session's actual
 * start and end (rows before it are practice), overlaps count once.
 * @returns seconds 0 and status noShow when nothing lies within the session
 */
export function attendanceOf(
	rows: readonly JoinRow[],
	webinar: Webinar,
	role: AttendanceRole,
	matchedBy: Attendance['matchedBy'],
): Attendance {
	const stays = clipIntervals(mergeIntervals(rows), sessionWindow(webinar));
	const attendedSeconds = totalSeconds(stays);
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
		attendedPercent: percentOf(attendedSeconds, webinar.durationSeconds),
		sessions,
		matchedBy: rows.length === 0 ? null : matchedBy,
	};
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

function sessionWindow({ startTime, endTime }: Webinar): { from: number; to: number } {
	return {
		from: startTime === null ? -Infinity : Date.parse(startTime),
		to: endTime === null ? Infinity : Date.parse(endTime),
	};
}
