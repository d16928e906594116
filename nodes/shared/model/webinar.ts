export type WebinarProvider = 'zoom' | 'adobeConnect';

/** A webinar and, when it has run, one session of it. Times are ISO 8601 UTC, durations seconds. */
export type Webinar = {
	provider: WebinarProvider;
	/** The platform's account; empty when unknown. */
	accountId: string;
	webinarId: string;
	/** One run: Zoom instance UUID, Adobe session; empty before the first run. */
	sessionId: string;
	/** Occurrence of a recurring webinar, else empty. */
	occurrenceId: string;
	topic: string;
	description: string;
	scheduledStartTime: string | null;
	scheduledEndTime: string | null;
	/** Actual times of the session, null before it ran. */
	startTime: string | null;
	endTime: string | null;
	/** Actual length of the session, else the scheduled one. */
	durationSeconds: number;
	timezone: string;
	hostEmail: string;
	joinUrl: string;
	registrationUrl: string;
	/** null when the platform no longer tells. */
	registrationRequired: boolean | null;
};
