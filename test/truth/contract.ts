/** What must be true after a run, computed from the story's people alone. */
import type { HubSpotAttendanceRecord } from '../sandbox/contract';

export interface Rules {
	/** Zoom account of the webinars; the marketing events carry it. */
	zoomAccountId: string;
	/** Each excludes itself and its subdomains; default none. */
	excludedDomains?: readonly string[];
}

export type Level = 'high' | 'medium' | 'low' | 'unknown';

/** One item that *Get attendees* must return. Times ISO UTC. */
export interface ExpectedAttendee {
	key: string;
	/** Empty for people of whom Zoom shows none. */
	email: string;
	attendanceStatus: 'attended' | 'noShow' | 'unknown';
	role: 'attendee' | 'panelist' | 'host';
	firstJoinTime: string | null;
	lastLeaveTime: string | null;
	attendedSeconds: number;
	/** 0–100, one decimal. */
	attendedPercent: number;
	level: Level;
}

export type SkipReason =
	| 'noEmail'
	| 'invalidEmail'
	| 'internalUser'
	| 'excludedDomain'
	| 'secondaryEmail'
	| 'deletedContact';

/** One outcome of *Sync attendance*, run for the first time with default options. */
export interface ExpectedOutcome {
	webinarId: number;
	key: string;
	email: string;
	result: 'synced' | 'skipped';
	/** What happens to the contact; null for people left out. */
	action: 'created' | 'updated' | null;
	reason: SkipReason | null;
}

export interface ExpectedActivity {
	email: string;
	verb: HubSpotAttendanceRecord['verb'];
	/** Epoch milliseconds. */
	interactionDateTime: number;
	/** ISO UTC, of `attend` only. */
	joinedAt: string | null;
	leftAt: string | null;
}

export interface ExpectedEvent {
	externalAccountId: string;
	externalEventId: string;
	eventName: string;
	eventType: 'WEBINAR';
	eventOrganizer: string;
	/** ISO UTC, actual times. */
	startDateTime: string;
	endDateTime: string;
	activities: ExpectedActivity[];
}

/** The properties that the package owns; `null` = not set. Values as HubSpot holds them. */
export const CONTACT_PROPERTIES = [
	'n8n_webinar_registration_count',
	'n8n_webinar_attendance_count',
	'n8n_webinar_attendance_average_duration',
	'n8n_webinar_last_registered',
	'n8n_webinar_last_attended_id',
	'n8n_webinar_last_attended_name',
	'n8n_webinar_last_attended_seconds',
	'n8n_webinar_last_attended_percent',
] as const;

export type ContactProperty = (typeof CONTACT_PROPERTIES)[number];

export interface ExpectedContact {
	email: string;
	/** true = the run creates it. */
	created: boolean;
	/** Of created contacts of registrants: as registered. Null where the story does not tell. */
	name: { firstname: string; lastname: string } | null;
	properties: Record<ContactProperty, string | null>;
}

export interface Expectation {
	/** Session by session, in the order given. */
	outcomes: ExpectedOutcome[];
	events: ExpectedEvent[];
	/** Every contact that the runs write; nobody else's may change. */
	contacts: ExpectedContact[];
}
