import { createHash } from 'crypto';

import type { Webinar } from '../../shared/model/webinar';
import { asIsoTime, asNumber, asText } from '../../shared/transport/json';
import type { ZoomEvent } from './parse';

/** What the trigger emits when a webinar ended. */
export type WebinarEndedItem = {
	event: string;
	/** The same for every delivery of the same event: hex SHA-256 over signed content only. */
	eventId: string;
	/** When Zoom says it happened, ISO 8601 UTC; null when it does not say. */
	eventTime: string | null;
	webinar: Webinar;
	/** The host and the panelists rehearsed; no attendee was let in. */
	practiceSession: boolean;
};

/**
 * Zoom's `webinar.ended` in our words; null when it does not say which webinar and which session,
 * because nothing can be collected for it then. Never throws.
 * Fields: https://developers.zoom.us/docs/api/meetings/events/#tag/webinar/POSTwebinar.ended
 */
export function shapeWebinarEnded(event: ZoomEvent): WebinarEndedItem | null {
	const { object } = event;
	const webinarId = normaliseWebinarId(asText(object.id));
	const sessionId = asText(object.uuid);
	if (webinarId === '' || sessionId === '') return null;
	const startTime = timeOf(object.start_time);
	const endTime = timeOf(object.end_time);
	return {
		event: event.event,
		eventId: eventIdOf(event, webinarId, sessionId),
		eventTime: event.eventTimestamp === null ? null : asIsoTime(event.eventTimestamp),
		webinar: {
			provider: 'zoom',
			accountId: event.accountId,
			webinarId,
			sessionId,
			occurrenceId: '',
			topic: asText(object.topic),
			description: '',
			// start_time is when this session began, the schedule is not in the event.
			scheduledStartTime: null,
			scheduledEndTime: null,
			startTime,
			endTime,
			durationSeconds: secondsBetween(startTime, endTime) ?? scheduledSeconds(object.duration),
			timezone: asText(object.timezone),
			hostEmail: asText(object.host_email),
			joinUrl: '',
			registrationUrl: '',
			registrationRequired: null,
		},
		practiceSession: object.practice_session === true,
	};
}

/** Zoom shows `852 1234 5678`, people write `852-1234-5678`, the API wants `85212345678`. */
export function normaliseWebinarId(id: string): string {
	return id.replace(/[\s-]/g, '');
}

/**
 * Zoom's own `x-zm-request-id` is a header and headers are not signed, so it could be changed to
 * make a replayed delivery look new. A JSON array keeps the parts apart.
 */
function eventIdOf(event: ZoomEvent, webinarId: string, sessionId: string): string {
	const parts = [event.event, event.eventTimestamp, sessionId, webinarId];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function timeOf(value: unknown): string | null {
	return typeof value === 'string' ? asIsoTime(value) : null;
}

function secondsBetween(startTime: string | null, endTime: string | null): number | undefined {
	if (startTime === null || endTime === null) return undefined;
	const seconds = Math.round((Date.parse(endTime) - Date.parse(startTime)) / 1000);
	return seconds >= 0 ? seconds : undefined;
}

/** Zoom gives the scheduled length in minutes. */
function scheduledSeconds(minutes: unknown): number {
	const seconds = (asNumber(minutes) ?? 0) * 60;
	return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds) : 0;
}
