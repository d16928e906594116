import type { Webinar } from '../../shared/model/webinar';
import {
	asIsoTime,
	asNumber,
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';

/** Zoom's webinar types: https://developers.zoom.us/docs/api/meetings/#tag/webinars */
export const RECURRING_FIXED = 9;
const NO_REGISTRATION = 2;
/** It travels with every person; Zoom's own lists cut the agenda here as well. */
const DESCRIPTION_LENGTH = 250;

/** `GET /webinars/{id}`, or a row of the list of a host's webinars, as our webinar. */
export function toWebinar(details: JsonObject, accountId: string): Webinar {
	const settings = asObject(details.settings);
	const start = asIsoTime(details.start_time);
	const minutes = asNumber(details.duration) ?? 0;
	const approval = asNumber(settings.approval_type);
	return {
		provider: 'zoom',
		accountId,
		webinarId: asText(details.id),
		sessionId: '',
		occurrenceId: '',
		topic: asText(details.topic),
		description: asText(details.agenda).slice(0, DESCRIPTION_LENGTH),
		scheduledStartTime: start,
		scheduledEndTime: start === null ? null : asIsoTime(Date.parse(start) + minutes * 60_000),
		startTime: null,
		endTime: null,
		durationSeconds: minutes * 60,
		timezone: asText(details.timezone),
		hostEmail: asText(details.host_email).toLowerCase(),
		joinUrl: asText(details.join_url),
		registrationUrl: asText(details.registration_url),
		registrationRequired: approval === undefined ? null : approval !== NO_REGISTRATION,
	};
}

/** A row of `GET /report/history_meetings`: a session that has ended. */
export function toPastWebinar(row: JsonObject, accountId: string): Webinar {
	return withSession(
		{
			...toWebinar({}, accountId),
			webinarId: asText(row.meeting_id),
			topic: asText(row.topic),
			hostEmail: asText(row.host_email).toLowerCase(),
		},
		{ uuid: row.meeting_uuid, start_time: row.start_time, end_time: row.end_time },
	);
}

/**
 * The webinar with its actual session. Zoom's report knows topic and host of webinars that have
 * expired, so they fill what the details no longer tell.
 */
export function withSession(webinar: Webinar, report: JsonObject): Webinar {
	const startTime = asIsoTime(report.start_time);
	const endTime = asIsoTime(report.end_time);
	return {
		...webinar,
		sessionId: asText(report.uuid) || webinar.sessionId,
		topic: webinar.topic || asText(report.topic),
		hostEmail: webinar.hostEmail || asText(report.user_email).toLowerCase(),
		startTime,
		endTime,
		durationSeconds:
			startTime !== null && endTime !== null
				? Math.max(0, Math.round((Date.parse(endTime) - Date.parse(startTime)) / 1000))
				: webinar.durationSeconds,
	};
}

/**
 * The occurrence of a recurring webinar that a session belongs to: the one whose planned start is
 * nearest, so that a start that was moved by an hour still finds it. Empty for single webinars.
 */
export function occurrenceOf(details: JsonObject, startTime: string | null): string {
	if (asNumber(details.type) !== RECURRING_FIXED || startTime === null) return '';
	const start = Date.parse(startTime);
	const nearest = asObjects(details.occurrences)
		.map((occurrence) => ({
			id: asText(occurrence.occurrence_id),
			distance: Math.abs(Date.parse(asText(occurrence.start_time)) - start),
		}))
		.filter(({ id, distance }) => id !== '' && Number.isFinite(distance))
		.sort((a, b) => a.distance - b.distance)[0];
	return nearest?.id ?? '';
}

/** Registration for each occurrence (2) or for chosen ones (3): the list must be asked for one. */
export function registersPerOccurrence(details: JsonObject): boolean {
	const type = asNumber(asObject(details.settings).registration_type);
	return type === 2 || type === 3;
}

/** Where Q&A is switched off, nobody could ask, and silence says nothing. */
export function questionsAllowed(details: JsonObject): boolean {
	return asObject(asObject(details.settings).question_and_answer).enable !== false;
}

/** Addresses of the host and the alternative hosts; Zoom separates them with commas or semicolons. */
export function hostEmails(details: JsonObject, report: JsonObject): Set<string> {
	const alternatives = asText(asObject(details.settings).alternative_hosts).split(/[,;]/);
	return new Set(
		[asText(details.host_email), asText(report.user_email), ...alternatives]
			.map((email) => email.trim().toLowerCase())
			.filter((email) => email !== ''),
	);
}
