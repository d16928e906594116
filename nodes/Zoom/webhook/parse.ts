import { readHostileJson } from '../../shared/transport/hostileJson';
import { asNumber, asObject, asText, isObject, type JsonObject } from '../../shared/transport/json';

/** A delivery about something that happened in Zoom. */
export type ZoomEvent = {
	/** e.g. `webinar.ended` */
	event: string;
	/** Milliseconds since 1970, null when Zoom sent none. */
	eventTimestamp: number | null;
	accountId: string;
	/** What it happened to: `payload.object`. */
	object: JsonObject;
	/** What stands around the object: who did it, to one occurrence or to all. */
	payload: JsonObject;
	/** Lives 24 hours and opens the files of a recording; empty with other events. */
	downloadToken: string;
};

export type Delivery =
	| { kind: 'urlValidation'; plainToken: string }
	| { kind: 'event'; event: ZoomEvent }
	| {
			kind: 'unusable';
			/** What is wrong with it, in words for a log; nothing of the body is in it. */
			why: string;
	  };

/**
 * Reads the bytes whose signature was checked, never a body that somebody parsed before: what was
 * signed is what is read. Never throws.
 * The envelope: https://developers.zoom.us/docs/api/webhooks/#webhook-event-payload
 */
export function parse(rawBody: Buffer): Delivery {
	const body = readHostileJson(rawBody);
	if (typeof body === 'string') return unusable(body);
	const event = asText(body.event);
	const payload = asObject(body.payload);
	if (event === 'endpoint.url_validation') {
		const { plainToken } = payload;
		return typeof plainToken === 'string' && plainToken !== ''
			? { kind: 'urlValidation', plainToken }
			: unusable('its URL validation holds no plainToken');
	}
	if (event === '') return unusable('it names no event');
	const { object } = payload;
	if (!isObject(object)) return unusable('it says nothing about what the event happened to');
	return {
		kind: 'event',
		event: {
			event,
			eventTimestamp: asNumber(body.event_ts) ?? null,
			accountId: asText(payload.account_id),
			object,
			payload,
			downloadToken: asText(body.download_token),
		},
	};
}

function unusable(why: string): Delivery {
	return { kind: 'unusable', why };
}
