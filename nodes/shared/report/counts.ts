import type { AttendeeItem } from '../model/attendance';
import type { EngagementLevel } from '../model/engagement';
import { percentOf } from '../model/intervals';
import type { Webinar } from '../model/webinar';

/** Who came and who did not. Of attendees alone: panelists and hosts are counted apart. */
export type CountFigures = {
	/** Approved registrants; null without registration, and where the platform does not tell. */
	registered: number | null;
	/** Everybody who was there live: `attendedRegistered` and `guests` together. */
	attended: number;
	attendedRegistered: number;
	/** There live without having registered. */
	guests: number;
	/** Registered and neither there nor a viewer of the recording; null without registration. */
	noShows: number | null;
	/** Registered, and the platform cannot tell whether they came. */
	unknown: number;
	/** Stayed for less than Minimum Attendance, with or without registration. */
	belowMinimum: number;
	/** Registrants who came live, in percent with one decimal; null without registrants. */
	showUpRate: number | null;
	panelists: number;
	hosts: number;
};

export function countsOf(items: readonly AttendeeItem[], webinar: Webinar): CountFigures {
	const attendees = items.filter(isAttendee);
	const registrants = attendees.filter(({ registrant }) => registrant !== null);
	const attended = attendees.filter(isAttended);
	const attendedRegistered = registrants.filter(isAttended).length;
	const unknown = registrants.filter(({ attendanceStatus }) => attendanceStatus === 'unknown');
	const tellsNobody = registrants.length === 0 && webinar.registrationRequired !== true;
	const rated = registrants.length - unknown.length;
	const there = (role: string): number =>
		items.filter((item) => item.attendance.role === role && isAttended(item)).length;
	return {
		registered: tellsNobody ? null : registrants.length,
		attended: attended.length,
		attendedRegistered,
		guests: attended.length - attendedRegistered,
		noShows: tellsNobody
			? null
			: registrants.filter(({ attendanceStatus }) => attendanceStatus === 'noShow').length,
		unknown: unknown.length,
		belowMinimum: attendees.filter(({ attendance }) => attendance.belowThreshold === true).length,
		showUpRate: rated === 0 ? null : percentOf(attendedRegistered, rated),
		panelists: there('panelist'),
		hosts: there('host'),
	};
}

export function isAttendee({ attendance }: AttendeeItem): boolean {
	return attendance.role === 'attendee';
}

export function isAttended({ attendanceStatus }: AttendeeItem): boolean {
	return attendanceStatus === 'attended';
}

/** How long those who were there stayed; nulls when nobody was. */
export type TimeFigures = {
	averageAttendedSeconds: number | null;
	medianAttendedSeconds: number | null;
	/** Of the session, 0–100 with one decimal. */
	averageAttendedPercent: number | null;
};

export function timesOf(attended: readonly AttendeeItem[]): TimeFigures {
	const seconds = attended.map(({ attendance }) => attendance.attendedSeconds);
	// In whole tenths, so that a mean that lies between two of them is rounded as such.
	const tenths = meanOf(
		attended.map(({ attendance }) => Math.round(attendance.attendedPercent * 10)),
	);
	const mean = meanOf(seconds);
	const median = medianOf(seconds);
	return {
		averageAttendedSeconds: mean === null ? null : Math.round(mean),
		medianAttendedSeconds: median === null ? null : Math.round(median),
		averageAttendedPercent: tenths === null ? null : Math.round(tenths) / 10,
	};
}

/** People by level; the levels add up to those who attended. */
export type LevelFigures = Record<EngagementLevel, number>;

export function levelsOf(attended: readonly AttendeeItem[]): LevelFigures {
	const levels: LevelFigures = { high: 0, medium: 0, low: 0, unknown: 0 };
	for (const { engagement } of attended) levels[engagement.level] += 1;
	return levels;
}

export function meanOf(numbers: readonly number[]): number | null {
	if (numbers.length === 0) return null;
	return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

function medianOf(numbers: readonly number[]): number | null {
	const sorted = [...numbers].sort((one, other) => one - other);
	const middle = sorted.length / 2;
	const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	return below === undefined || above === undefined ? null : (below + above) / 2;
}
