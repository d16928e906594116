/**
 * HubSpot Workflow Action Trigger:
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 */
import { actionItem, choicesItem, webhookItem } from '../../../nodes/HubSpot/webhook/parse';
import { verifyApiKey, verifySignature } from '../../../nodes/HubSpot/webhook/verify';
import { readHostileJson } from '../../../nodes/shared/transport/hostileJson';
import type { Random } from '../../story/random';
import { signedV2, signedV3 } from '../../unit/hubspot/webhook/signing';
import { oddJson, type Json } from '../support/oddJson';
import { believed, headersOf, withHeader, type Door, type Incoming } from './contract';
import { addressOf, nameOf, webinarIdOf } from './people';

export const HUBSPOT_SECRET = 'FAKE-hubspot-client-secret';
const WINDOW_SECONDS = 300;
const RECEIVED = '2026-03-04T15:00:00.000Z';

type Headers = Incoming['headers'];

function v3(request: Incoming, secret: string, timestamp: string, body: Buffer): Incoming {
	const { method, url } = request;
	const { headers } = signedV3(secret, method, url, body, timestamp);
	const [signature, sent] = Object.values(headers);
	const dated = withHeader({ ...request, body }, 'x-hubspot-request-timestamp', sent);
	return withHeader(dated, 'x-hubspot-signature-v3', signature);
}

function v2(request: Incoming, secret: string, body: Buffer): Incoming {
	const { method, url } = request;
	const { headers } = signedV2(secret, method, url, body);
	return withHeader({ ...request, body }, 'x-hubspot-signature', headers['x-hubspot-signature']);
}

const timestampOf = (request: Incoming) =>
	String(headersOf(request)['x-hubspot-request-timestamp']);

const genuine = (request: Incoming) =>
	verifySignature(
		{
			method: request.method,
			url: request.url,
			rawBody: request.body,
			headers: headersOf(request),
		},
		HUBSPOT_SECRET,
		believed.now,
	).genuine;

function asked(random: Random, part: string, headers: Headers, body: Json): Incoming {
	return {
		method: 'POST',
		url: `https://n8n.example.com/webhook/1/hubspot-${part}${random.pick(['', '?a=1&b=x%20y'])}`,
		headers: [['content-type', 'application/json'], ...headers],
		body: Buffer.from(oddJson(body, random)),
	};
}

function actionBody(random: Random): { body: Json; means: Json } {
	const { written, means: webinarId } = webinarIdOf(random);
	const callbackId = `ap-${random.token(12)}`;
	const contactId = random.int(1, 1e12);
	const email = addressOf(random);
	const field = random.pick(['webinarId', 'upcomingWebinar']);
	const properties = { email, firstname: nameOf(random), lastname: nameOf(random) };
	return {
		body: {
			callbackId,
			origin: { portalId: 44237313, actionDefinitionId: 7 },
			context: { source: 'WORKFLOWS', workflowId: 9 },
			object: { objectId: contactId, objectType: 'CONTACT', properties },
			inputFields: { [field]: written },
		},
		means: {
			callbackId,
			portalId: '44237313',
			contactId: String(contactId),
			email: email.toLowerCase(),
			webinarId,
		},
	};
}

function received(request: Incoming): unknown {
	const body = genuine(request) ? readHostileJson(request.body) : 'not genuine';
	if (typeof body === 'string') return undefined;
	const item = actionItem(body, { answer: 'callBack', receivedAt: RECEIVED });
	const { callbackId, portalId, contactId, email, webinarId } = JSON.parse(JSON.stringify(item));
	// As in receive(): a contact without it could never be answered.
	return callbackId === '' ? undefined : { callbackId, portalId, contactId, email, webinarId };
}

const NAMELESS: Json[] = [
	{},
	{ callbackId: '' },
	{ callbackId: null },
	{ callbackId: ['ap-1'] },
	{ callbackId: { toString: 'ap-1' } },
	{ __proto__: null, callbackid: 'ap-1' },
];

export const hubspotAction: Door = {
	name: 'HubSpot action, version 3',
	proof: 'x-hubspot-signature-v3',
	timestamp: 'x-hubspot-request-timestamp',
	signsBody: true,
	clock: { unit: 1000, windowSeconds: WINDOW_SECONDS },
	good: (random) => {
		const { body, means } = actionBody(random);
		const request = asked(random, 'action', [], body);
		const timestamp = believed.now + random.int(-WINDOW_SECONDS, WINDOW_SECONDS) * 1000;
		return { request: v3(request, HUBSPOT_SECRET, String(timestamp), request.body), means };
	},
	proved: (request, body) => v3(request, HUBSPOT_SECRET, timestampOf(request), body),
	forged: (request) => v3(request, 'FAKE-other', timestampOf(request), request.body),
	dated: (request, timestamp) => v3(request, HUBSPOT_SECRET, timestamp, request.body),
	lacking: (random) => random.pick(NAMELESS),
	received,
};

export const hubspotActionV2: Door = {
	...hubspotAction,
	name: 'HubSpot action, version 2',
	proof: 'x-hubspot-signature',
	// Version 2 has none.
	timestamp: '',
	clock: undefined,
	dated: undefined,
	good: (random) => {
		const { body, means } = actionBody(random);
		const request = asked(random, 'action', [['X-HubSpot-Signature-Version', 'v2']], body);
		return { request: v2(request, HUBSPOT_SECRET, request.body), means };
	},
	proved: (request, body) => v2(request, HUBSPOT_SECRET, body),
	forged: (request) => v2(request, 'FAKE-other', request.body),
};

export const hubspotChoices: Door = {
	...hubspotAction,
	name: 'HubSpot choices',
	good: (random) => {
		const means = { field: 'upcomingWebinar', q: nameOf(random), portalId: '44237313' };
		const request = asked(random, 'choices', [], {
			origin: { portalId: 44237313 },
			inputFieldName: means.field,
			inputFields: {},
			fetchOptions: { q: means.q, after: '0' },
		});
		return { request: v3(request, HUBSPOT_SECRET, String(believed.now), request.body), means };
	},
	lacking: (random) => random.pick<Json>([{}, { inputFieldName: {} }, { inputFieldName: '' }]),
	received: (request) => {
		const body = genuine(request) ? readHostileJson(request.body) : 'not genuine';
		if (typeof body === 'string') return undefined;
		const { field, q, portalId } = choicesItem(body, RECEIVED);
		return field === '' ? undefined : { field, q, portalId };
	},
};

export const HUBSPOT_KEY = 'FAKE-hubspot-webhook-secret';

export const hubspotWebhook: Door = {
	name: 'HubSpot "Send a webhook"',
	proof: 'x-api-key',
	timestamp: '',
	signsBody: false,
	good: (random) => {
		const { written, means: webinarId } = webinarIdOf(random);
		const email = addressOf(random);
		const person = { email, firstname: nameOf(random), webinarId: written };
		const wrapped = { email: { value: email, versions: [] }, webinarId: { value: written } };
		const body = random.pick<Json>([person, { vid: 1, properties: wrapped }]);
		return {
			request: asked(random, 'action', [['X-API-Key', HUBSPOT_KEY]], body),
			means: { email: email.toLowerCase(), webinarId },
		};
	},
	proved: (request, body) => ({ ...request, body }),
	forged: (request) => withHeader(request, 'x-api-key', 'FAKE-other'),
	// Nothing is asked of it: what a user sends is the user's choice.
	lacking: () => [],
	received: (request) => {
		if (!verifyApiKey(headersOf(request), 'X-API-Key', HUBSPOT_KEY).genuine) return undefined;
		const body = readHostileJson(request.body);
		if (typeof body === 'string') return undefined;
		const query = Object.fromEntries(new URL(request.url).searchParams);
		const { email, webinarId } = JSON.parse(JSON.stringify(webhookItem(body, query, RECEIVED)));
		return { email, webinarId };
	},
};
