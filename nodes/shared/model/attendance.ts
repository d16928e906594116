import type { Registrant } from './registrant';
import type { Webinar } from './webinar';
import type { Engagement } from './engagement';

/** `unknown` = the platform cannot tell, e.g. a webinar that never started. */
export type AttendanceStatus = 'attended' | 'noShow' | 'attendedOnDemand' | 'unknown';

export type AttendanceRole = 'attendee' | 'panelist' | 'host';

/** How a report row was attributed to a person, strongest first; `name` is a weak match. */
export type MatchedBy = 'registrantId' | 'email' | 'userId' | 'name';

/** One stay; times are ISO 8601 UTC. */
export interface Stay {
	joinTime: string;
	leaveTime: string;
}

/** What somebody viewed of the recording. */
export interface OnDemand {
	/** Seconds of all views together; what is viewed twice counts twice. */
	viewedSeconds: number;
	views: number;
	/** ISO 8601 UTC, null when the platform does not tell. */
	firstViewedAt: string | null;
	lastViewedAt: string | null;
}

export interface Attendance {
	status: AttendanceStatus;
	role: AttendanceRole;
	/** ISO 8601 UTC, null for people who did not attend. */
	firstJoinTime: string | null;
	lastLeaveTime: string | null;
	/** Seconds of the merged stays within the session. */
	attendedSeconds: number;
	/** 0–100 with one decimal, of the session's real length, or of the scheduled one by option. */
	attendedPercent: number;
	/** Overlaps (two devices) merged, in order. */
	sessions: Stay[];
	/** null for people who neither have a row in the report nor viewed the recording. */
	matchedBy: MatchedBy | null;
	/** Was there, but shorter than asked for; the status then is noShow, the figures stay. */
	belowThreshold?: true;
	/** Only of people who viewed the recording, and only when it was asked for. */
	onDemand?: OnDemand;
}

/** Why a session's people carry no attendance of their own; see outcome.ts for the explanations. */
export type SessionReason = 'nobodyAttended' | 'neverStarted' | 'reportNotReady';

/** One item of *Get attendees*, the same for every platform. */
export type AttendeeItem = {
	/** Trimmed and lower case; empty when the platform does not tell. */
	email: string;
	firstName: string;
	lastName: string;
	attendanceStatus: AttendanceStatus;
	webinar: Webinar;
	/** null for people who joined without registering. */
	registrant: Registrant | null;
	attendance: Attendance;
	engagement: Engagement;
	/** Only when it concerns the whole session. */
	reason?: SessionReason;
};
