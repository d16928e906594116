import { asText, type JsonObject } from '../../shared/transport/json';
import type { SessionInput } from './session';
import { cut } from './text';

/** What a marketing event is known by, together with the app of the key. */
export type EventKey = { externalAccountId: string; externalEventId: string };

/** The fields that this node writes, in HubSpot's words; empty ones are left out. */
export type EventFields = {
	eventName: string;
	eventType: 'WEBINAR';
	eventOrganizer: string;
	startDateTime: string;
	endDateTime: string;
	eventUrl?: string;
	eventDescription?: string;
};

/** HubSpot names no limits; these are the usual ones of its text fields. */
const MAX_NAME = 255;
const MAX_DESCRIPTION = 65_535;

/**
 * One marketing event per session. Session ids can hold slashes, which have no place in a path, so
 * they are written in base64url.
 */
export function eventKey(session: SessionInput): EventKey {
	const { accountId, provider, webinarId, sessionId } = session;
	const account = accountId || provider;
	const suffix = sessionId === '' ? '' : `-${segment(sessionId)}`;
	return {
		// A path of dots alone would be another path.
		externalAccountId: /^\.+$/.test(account) ? '_' : account,
		externalEventId: `${segment(webinarId)}${suffix}`,
	};
}

function segment(id: string): string {
	return id
		.replace(/\+/g, '-')
		.replace(/\//g, '_')
		.replace(/=/g, '')
		.replace(/[^A-Za-z0-9_-]/g, '_');
}

export function eventFields(session: SessionInput): EventFields {
	const fields: EventFields = {
		eventName: cut(session.topic, MAX_NAME),
		eventType: 'WEBINAR',
		eventOrganizer: session.hostEmail || 'Webinar',
		startDateTime: session.start,
		endDateTime: session.end,
	};
	if (session.url !== '') fields.eventUrl = session.url;
	if (session.description !== '') {
		fields.eventDescription = cut(session.description, MAX_DESCRIPTION);
	}
	return fields;
}

/** Whether the event as HubSpot holds it lacks something of the fields. Times are compared as moments. */
export function eventDiffers(held: JsonObject, fields: EventFields): boolean {
	return Object.entries(fields).some(([name, value]) =>
		name === 'startDateTime' || name === 'endDateTime'
			? !sameMoment(held[name], value)
			: asText(held[name]) !== value,
	);
}

/** Whether HubSpot knows that the event is over, and when it really was. */
export function isCompleted(held: JsonObject, fields: EventFields): boolean {
	return (
		held.eventCompleted === true &&
		sameMoment(held.startDateTime, fields.startDateTime) &&
		sameMoment(held.endDateTime, fields.endDateTime)
	);
}

function sameMoment(held: unknown, wanted: string): boolean {
	const moment = typeof held === 'number' ? held : Date.parse(asText(held));
	return moment === Date.parse(wanted);
}
