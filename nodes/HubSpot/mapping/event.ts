import type { SessionInput } from '../../shared/items/session';
import { cut } from '../../shared/items/text';
import { asIsoTime, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { shortHash } from './historyKey';

/** What a marketing event of ours is known by, together with the app of the key. */
export type EventKey = { externalAccountId: string; externalEventId: string };

/** An event of ours, or one of another app, which only its record ID reaches. */
export type EventTarget = EventKey | { objectId: string };

/** One event per webinar (each occurrence by itself), or one per session. */
export type EventUnit = 'webinar' | 'session';

/** The fields that this node writes, in HubSpot's words. */
export type EventFields = {
	eventName: string;
	eventType: 'WEBINAR';
	eventOrganizer: string;
	/** ISO 8601 UTC. A webinar without a fixed time has none before it ran. */
	startDateTime?: string;
	endDateTime?: string;
	eventUrl?: string;
	eventDescription?: string;
};

/** HubSpot names no limits; these are the usual ones of its text fields. */
const MAX_NAME = 255;
const MAX_DESCRIPTION = 65_535;
/** An event has to name somebody. */
const NO_ORGANIZER = 'Webinar';

type Identity = Pick<
	SessionInput,
	'provider' | 'accountId' | 'webinarId' | 'occurrenceId' | 'sessionId'
>;

/**
 * `webinarId`, `webinarId.occurrenceId` or `webinarId.sessionId`. Before a session there is none: by
 * session too an event then belongs to the occurrence or the webinar. A segment has no dot in it.
 */
export function eventKey(session: Identity, unit: EventUnit): EventKey {
	const { accountId, provider, webinarId, occurrenceId, sessionId } = session;
	const account = accountId || provider;
	const part = (unit === 'session' && sessionId) || occurrenceId;
	return {
		// A path of dots alone would be another path.
		externalAccountId: /^\.+$/.test(account) ? '_' : account,
		externalEventId: part === '' ? segment(webinarId) : `${segment(webinarId)}.${segment(part)}`,
	};
}

/**
 * Session ids can hold slashes, which have no place in a path: they are base64, and are written in
 * base64url. Other characters are replaced, and a hash keeps such ids apart.
 */
export function segment(id: string): string {
	const plain = id.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
	const safe = plain.replace(/[^A-Za-z0-9_-]/g, '_');
	return safe === plain ? safe : `${safe}-${shortHash(id)}`;
}

/** What a session or a plan says of its event; what it does not tell is not among the fields. */
export function eventFields(
	session: Pick<
		SessionInput,
		'topic' | 'hostEmail' | 'times' | 'start' | 'end' | 'url' | 'description'
	>,
): Partial<EventFields> {
	const { topic, hostEmail, times, start, end, url, description } = session;
	return {
		eventType: 'WEBINAR',
		...(topic !== '' && { eventName: cut(topic, MAX_NAME) }),
		...(hostEmail !== '' && { eventOrganizer: hostEmail }),
		...(times !== 'none' && { startDateTime: start, endDateTime: end }),
		...(url !== '' && { eventUrl: url }),
		...(description !== '' && { eventDescription: cut(description, MAX_DESCRIPTION) }),
	};
}

/** Every field as it is to stand: the told ones, else those that HubSpot holds. */
export function wholeFields(held: JsonObject | undefined, told: Partial<EventFields>): EventFields {
	const kept = Object.entries({
		startDateTime: heldTime(held?.startDateTime),
		endDateTime: heldTime(held?.endDateTime),
		eventUrl: asText(held?.eventUrl),
		eventDescription: asText(held?.eventDescription),
	}).filter(([, value]) => value !== '');
	return {
		eventName: asText(held?.eventName),
		eventOrganizer: asText(held?.eventOrganizer) || NO_ORGANIZER,
		...Object.fromEntries(kept),
		...told,
		eventType: 'WEBINAR',
	};
}

/** Custom properties as a write takes them: named along, none can be lost. */
export function customProperties(
	held: JsonObject | undefined,
): Array<{ name: string; value: string }> {
	return asObjects(held?.customProperties)
		.map(({ name, value }) => ({ name: asText(name), value: asText(value) }))
		.filter(({ name, value }) => name !== '' && value !== '');
}

/** The fields in which the event as HubSpot holds it differs. Times are compared as moments. */
export function changedFields(
	held: JsonObject,
	fields: Partial<EventFields>,
): Partial<EventFields> {
	return Object.fromEntries(
		Object.entries(fields).filter(([name, value]) =>
			name === 'startDateTime' || name === 'endDateTime'
				? !sameMoment(held[name], value)
				: asText(held[name]) !== value,
		),
	);
}

/** Whether HubSpot knows that the event is over, and when it really was. */
export function isCompleted(held: JsonObject, fields: Partial<EventFields>): boolean {
	const { startDateTime = '', endDateTime = '' } = fields;
	return (
		held.eventCompleted === true &&
		sameMoment(held.startDateTime, startDateTime) &&
		sameMoment(held.endDateTime, endDateTime)
	);
}

function sameMoment(held: unknown, wanted: string): boolean {
	return momentOf(held) === Date.parse(wanted);
}

/** ISO 8601 UTC of a time as HubSpot tells it; empty when there is none. */
export function heldTime(held: unknown): string {
	return asIsoTime(held) ?? '';
}

/** Epoch milliseconds of a time as HubSpot tells it; NaN when there is none. */
export function momentOf(held: unknown): number {
	return typeof held === 'number' ? held : Date.parse(asText(held));
}
