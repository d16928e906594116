/** Zoom Webinar Trigger: https://developers.zoom.us/docs/api/webhooks/#verify-webhook-events */
import { createHmac } from 'node:crypto';

import { parse } from '../../../nodes/Zoom/webhook/parse';
import { shape } from '../../../nodes/Zoom/webhook/shape';
import { verify } from '../../../nodes/Zoom/webhook/verify';
import type { Random } from '../../story/random';
import { oddJson, type Json } from '../support/oddJson';
import { believed, headersOf, withHeader, type Door, type Incoming, type Made } from './contract';
import { addressOf, nameOf, webinarIdOf } from './people';

export const ZOOM_SECRETS = ['FAKE-zoom-secret-now', 'FAKE-zoom-secret-before'] as const;
const WINDOW_SECONDS = 7200;

// prettier-ignore
export const ZOOM_EVENTS = [
	'webinar.started', 'webinar.ended', 'webinar.created', 'webinar.updated', 'webinar.deleted',
	'webinar.registration_created', 'webinar.registration_cancelled', 'webinar.participant_joined',
	'webinar.participant_left', 'recording.completed', 'recording.transcript_completed',
] as const;

/** The same request with this body, signed for this moment. */
export function zoomSigned(
	request: Incoming,
	secret: string,
	timestamp: string,
	body: Buffer,
): Incoming {
	const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
	const dated = withHeader({ ...request, body }, 'x-zm-request-timestamp', timestamp);
	return withHeader(dated, 'x-zm-signature', `v0=${hmac}`);
}

const secretOf = ({ url }: Incoming) => ZOOM_SECRETS[url.endsWith('previous') ? 1 : 0];
const timestampOf = (request: Incoming) => String(headersOf(request)['x-zm-request-timestamp']);

/** What Zoom says of an event, and what must come out. */
export function zoomEvent(random: Random): { payload: Json; means: Json } {
	const event = random.pick(ZOOM_EVENTS);
	const { written, means } = webinarIdOf(random);
	const uuid = random.token(22);
	const person = { id: random.token(10), email: addressOf(random), first_name: nameOf(random) };
	const object: Json = {
		id: written,
		uuid,
		host_id: random.token(8),
		topic: nameOf(random),
		type: 5,
		start_time: '2026-03-04T14:00:00Z',
		...(event.includes('registration') && { registrant: person }),
		...(event.includes('participant') && { participant: { ...person, user_id: '16778240' } }),
		...(event.includes('recording') && { recording_files: [{ id: uuid, file_type: 'MP4' }] }),
	};
	const eventTimestamp = believed.now + random.int(-1e6, 1e6);
	return {
		payload: { event, event_ts: eventTimestamp, payload: { account_id: 'abc', object } },
		means: { event, webinarId: means, eventTime: eventTimestamp },
	};
}

function good(random: Random): Made {
	const seconds = believed.now / 1000 + random.int(-WINDOW_SECONDS, WINDOW_SECONDS);
	const plainToken = random.token(22);
	const { payload, means } = random.chance(0.05)
		? {
				payload: { event: 'endpoint.url_validation', payload: { plainToken } },
				means: { plainToken },
			}
		: zoomEvent(random);
	const request: Incoming = {
		method: 'POST',
		url: `https://n8n.example.com/webhook/1/zoom?${random.pick(['now', 'previous'])}`,
		headers: [['Content-Type', 'application/json; charset=utf-8']],
		body: Buffer.from(oddJson(payload, random)),
	};
	return {
		request: zoomSigned(request, secretOf(request), String(seconds), request.body),
		means,
	};
}

const OBJECT = { id: 85212345678, uuid: 'run==' };

export const zoomDoor: Door = {
	name: 'Zoom Webinar Trigger',
	proof: 'x-zm-signature',
	timestamp: 'x-zm-request-timestamp',
	signsBody: true,
	clock: { unit: 1, windowSeconds: WINDOW_SECONDS },
	good,
	proved: (request, body) => zoomSigned(request, secretOf(request), timestampOf(request), body),
	forged: (request) => zoomSigned(request, 'FAKE-other', timestampOf(request), request.body),
	dated: (request, timestamp) => zoomSigned(request, secretOf(request), timestamp, request.body),
	lacking: (random) =>
		random.pick<Json>([
			{},
			{ event: 'webinar.ended' },
			{ event: 'webinar.ended', payload: null },
			{ event: 'webinar.ended', payload: { object: [] } },
			{ event: 'webinar.ended', payload: { object: {} } },
			{ event: 'webinar.ended', payload: { object: { id: 85212345678 } } },
			{ event: ['webinar.ended'], payload: { object: OBJECT } },
			{ event: '__proto__', payload: { object: OBJECT } },
			{ event: 'constructor', payload: { object: OBJECT } },
			{ event: 'meeting.ended', payload: { object: OBJECT } },
			{ event: 'endpoint.url_validation' },
			{ event: 'endpoint.url_validation', payload: { plainToken: { toString: 'x' } } },
			{ event: 'endpoint.url_validation', payload: { plainToken: '' } },
		]),
	received: (request) => {
		const headers = headersOf(request);
		const verdict = verify(
			{
				rawBody: request.body,
				signature: headers['x-zm-signature'],
				timestamp: headers['x-zm-request-timestamp'],
			},
			{ secrets: ZOOM_SECRETS, now: believed.now, windowSeconds: WINDOW_SECONDS },
		);
		if (!verdict.genuine) return undefined;
		const delivery = parse(request.body);
		if (delivery.kind === 'urlValidation') return { plainToken: delivery.plainToken };
		if (delivery.kind !== 'event') return undefined;
		const shaped = shape(delivery.event, { includeDownloadToken: true });
		if (shaped.kind !== 'item') return undefined;
		const { event, webinar, eventTime } = JSON.parse(JSON.stringify(shaped.item));
		return { event, webinarId: webinar.webinarId, eventTime: Date.parse(eventTime) };
	},
};
