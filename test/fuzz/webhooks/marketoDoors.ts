/** Marketo Flow Step Trigger: https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface */
import { readWebhookBody, webhookItem } from '../../../nodes/Marketo/webhook/callWebhook';
import { readInvocation } from '../../../nodes/Marketo/webhook/invocation';
import { readPicklistRequest } from '../../../nodes/Marketo/webhook/picklist';
import { isSecret } from '../../../nodes/Marketo/webhook/secrets';
import { readHostileJson } from '../../../nodes/shared/transport/hostileJson';
import type { Random } from '../../story/random';
import { oddJson, type Json } from '../support/oddJson';
import { headersOf, withHeader, type Door, type Incoming } from './contract';
import { addressOf, nameOf, webinarIdOf } from './people';

export const MARKETO_KEY = 'FAKE-marketo-flow-step-key';
const RECEIVED = '2026-03-04T15:00:00.000Z';

function asked(path: string, body: Buffer, contentType = 'application/json'): Incoming {
	return {
		method: 'POST',
		url: `https://n8n.example.com/webhook/1/${path}`,
		headers: [
			['Content-Type', contentType],
			['X-Api-Key', MARKETO_KEY],
		],
		body,
	};
}

const hasKey = (request: Incoming) => isSecret(headersOf(request)['x-api-key'], MARKETO_KEY);

function bodyOf(request: Incoming) {
	return hasKey(request) ? readHostileJson(request.body) : 'without the key';
}

function person(random: Random, leadId: number) {
	const { written, means: webinarId } = webinarIdOf(random);
	const email = addressOf(random);
	return {
		entry: {
			objectType: 'lead',
			objectContext: {
				id: random.pick([leadId, String(leadId)]),
				email,
				firstName: nameOf(random),
			},
			flowStepContext: { webinar: written },
		},
		means: [leadId, email.toLowerCase(), webinarId] as Json,
	};
}

const CALLBACK = {
	token: 'FAKE-token',
	apiCallBackKey: 'FAKE-key',
	callbackUrl: 'https://callback.example.com/submit?x=1',
};
const ONE: Json = [{ objectContext: { id: 1 } }];

export const marketoFlowStep: Door = {
	name: 'Marketo flow step',
	proof: 'x-api-key',
	timestamp: '',
	signsBody: false,
	good: (random) => {
		const people = Array.from({ length: random.int(1, 5) }, (_, at) => person(random, 1000 + at));
		const body: Json = {
			...CALLBACK,
			campaignId: 1001,
			context: { subscription: { munchkinId: '123-ABC-456' }, program: { id: 1670 } },
			objectData: people.map(({ entry }) => entry),
		};
		return {
			request: asked('submitAsyncAction', Buffer.from(oddJson(body, random))),
			means: people.map(({ means }) => means),
		};
	},
	proved: (request, body) => ({ ...request, body }),
	forged: (request) => withHeader(request, 'x-api-key', 'FAKE-marketo-another-key'),
	lacking: (random) =>
		random.pick<Json>([
			{},
			{ ...CALLBACK },
			{ ...CALLBACK, objectData: {} },
			{ ...CALLBACK, objectData: [null, 1, [], {}, { objectContext: { id: -1 } }] },
			...[0, -1, 1.5, 1e300, 'NaN', '1e999', null, [1], { id: 1 }].map((id) => ({
				...CALLBACK,
				objectData: [{ objectContext: { id } }],
			})),
			...['', 'a\r\nx: y', 'ключ', '\u0000'].map((token) => ({
				...CALLBACK,
				token,
				objectData: ONE,
			})),
			...[
				'',
				'http://callback.example.com',
				'javascript:alert(1)',
				'file:///etc/passwd',
				'https://user:pass@callback.example.com',
				'https://callback.example.com\\@evil.example',
				'https://callback.example.com /',
				'//callback.example.com',
			].map((callbackUrl) => ({ ...CALLBACK, callbackUrl, objectData: ONE })),
		]),
	received: (request) => {
		const body = bodyOf(request);
		if (typeof body === 'string') return undefined;
		const invocation = readInvocation(body, RECEIVED, request.url);
		if (typeof invocation === 'string') return undefined;
		const { people } = JSON.parse(JSON.stringify(invocation)) as typeof invocation;
		return people.map(({ leadId, email, webinarId }) => [leadId, email, webinarId]);
	},
};

export const marketoPicklist: Door = {
	...marketoFlowStep,
	name: 'Marketo picklist',
	good: (random) => {
		const field = random.pick(['webinar', 'configuration']);
		const body = Buffer.from(oddJson({ name: field, type: 'flow' }, random));
		return { request: asked('getPicklist', body), means: { field } };
	},
	lacking: (random) =>
		random.pick<Json>([{}, { name: null }, { name: ['webinar'] }, { name: 'x' }]),
	received: (request) => {
		const body = bodyOf(request);
		if (typeof body === 'string') return undefined;
		const { field } = readPicklistRequest(body);
		return field === 'webinar' || field === 'configuration' ? { field } : undefined;
	},
};

export const marketoCallWebhook: Door = {
	...marketoFlowStep,
	name: 'Marketo Call Webhook',
	good: (random) => {
		const { written, means: webinarId } = webinarIdOf(random);
		const email = addressOf(random);
		const fields = {
			leadId: random.int(1, 1e9),
			email,
			firstName: nameOf(random),
			webinarId: written,
		};
		const means = { leadId: fields.leadId, email: email.toLowerCase(), webinarId };
		if (random.chance(0.7)) {
			const body = Buffer.from(oddJson(fields, random));
			return { request: asked('call-webhook', body), means };
		}
		const form = new URLSearchParams(
			Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
		);
		const type = 'application/x-www-form-urlencoded; charset=utf-8';
		return { request: asked('call-webhook', Buffer.from(form.toString()), type), means };
	},
	proved: (request, body) => withHeader({ ...request, body }, 'content-type', 'application/json'),
	lacking: (random) =>
		random.pick<Json>([
			{},
			{ leadId: 0 },
			{ leadId: -5, email: ['a@example.com'] },
			{ email: ' ' },
		]),
	received: (request) => {
		const contentType = String(headersOf(request)['content-type']);
		const body = hasKey(request) ? readWebhookBody(request.body, contentType) : 'without the key';
		if (typeof body === 'string') return undefined;
		const { leadId, email, webinarId } = JSON.parse(JSON.stringify(webhookItem(body, RECEIVED)));
		return leadId === 0 && email === '' ? undefined : { leadId, email, webinarId };
	},
};
