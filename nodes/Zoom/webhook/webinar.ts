import type { Webinar } from '../../shared/model/webinar';
import {
	asIsoTime,
	asNumber,
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import { triggerEvent } from './events';
import type { ZoomEvent } from './parse';

/** One date of a recurring webinar, as far as the event tells. */
export type Occurrence = {
	occurrenceId: string;
	startTime: string | null;
	/** Zoom leaves it out in some events. */
	durationSeconds?: number;
	/** available or deleted; Zoom leaves it out in some events. */
	status?: string;
};

/** The agenda travels with every item; Zoom's own lists cut it here as well. */
const DESCRIPTION_LENGTH = 250;

/** Zoom shows `852 1234 5678`, people write `852-1234-5678`, the API wants `85212345678`. */
export function normaliseWebinarId(id: string): string {
	return id.replace(/[\s-]/g, '');
}

/**
 * The webinar of an event in our words; null when the event does not say which webinar, or which
 * session where it is about one. `start_time` is the schedule in events about planning and
 * registering, and the actual beginning in those about a session that runs or ran.
 */
export function webinarOf(event: ZoomEvent): Webinar | null {
	const { object } = event;
	const webinarId = normaliseWebinarId(asText(object.id));
	if (webinarId === '') return null;
	const family = triggerEvent(event.event)?.family;
	const ran = family === 'session' || family === 'participant' || family === 'recording';
	const sessionId = ran ? asText(object.uuid) : '';
	if (ran && sessionId === '') return null;
	const start = timeOf(object.start_time);
	const planned = scheduledSeconds(object.duration);
	const endTime = ran ? timeOf(object.end_time) : null;
	const occurrences = occurrencesOf(object);
	return {
		provider: 'zoom',
		accountId: event.accountId,
		webinarId,
		sessionId,
		occurrenceId: occurrences.length === 1 ? (occurrences[0]?.occurrenceId ?? '') : '',
		topic: asText(object.topic),
		description: asText(object.agenda).slice(0, DESCRIPTION_LENGTH),
		scheduledStartTime: ran ? null : start,
		scheduledEndTime: ran || planned === 0 ? null : later(start, planned),
		startTime: ran ? start : null,
		endTime,
		durationSeconds: (ran ? secondsBetween(start, endTime) : undefined) ?? planned,
		timezone: asText(object.timezone),
		hostEmail: asText(object.host_email).trim().toLowerCase(),
		joinUrl: asText(object.join_url),
		registrationUrl: asText(object.registration_url),
		registrationRequired: family === 'registration' ? true : null,
	};
}

/** The dates that the event is about; Zoom sends a list, and in one example a single one. */
export function occurrencesOf(object: JsonObject): Occurrence[] {
	const { occurrences } = object;
	const rows = Array.isArray(occurrences) ? asObjects(occurrences) : [asObject(occurrences)];
	return rows.flatMap((row) => {
		const occurrenceId = asText(row.occurrence_id);
		if (occurrenceId === '') return [];
		const durationSeconds = scheduledSeconds(row.duration);
		const status = asText(row.status);
		return [
			{
				occurrenceId,
				startTime: timeOf(row.start_time),
				...(durationSeconds > 0 && { durationSeconds }),
				...(status !== '' && { status }),
			},
		];
	});
}

/** ISO 8601 UTC of a text; a number is no time in Zoom's events. */
export function timeOf(value: unknown): string | null {
	return typeof value === 'string' ? asIsoTime(value) : null;
}

function later(start: string | null, seconds: number): string | null {
	return start === null ? null : asIsoTime(Date.parse(start) + seconds * 1000);
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
