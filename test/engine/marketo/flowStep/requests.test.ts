import type { IDataObject } from 'n8n-workflow';

import { API_KEY, startFlow, type FlowHost, type FlowSettings } from './host';
import { callWebhook, post, returnResult } from './campaign';
import { BROKEN } from './testNodes';

const hosts: FlowHost[] = [];
afterEach(async () => {
	for (const host of hosts.splice(0)) await host.close();
});

async function start(settings: FlowSettings = {}): Promise<FlowHost> {
	const host = await startFlow(settings);
	hosts.push(host);
	return host;
}

const CHUNK = {
	token: 'one-time',
	apiCallBackKey: 'callback-key',
	campaignId: 7,
	// Nobody listens there, and nobody is told.
	callbackUrl: 'https://127.0.0.1:1/callback',
	context: { subscription: { munchkinId: '123-ABC-456' } },
	objectData: [{ objectType: 'lead', objectContext: { id: 1, email: 'pat@example.com' } }],
};

describe('a request without the key', () => {
	it.each([
		['none at all', {}],
		['another one', { 'x-api-key': `${API_KEY}x` }],
		['an empty one', { 'x-api-key': '' }],
		['it in another header', { authorization: API_KEY }],
	])('is refused in words with %s', async (_what, headers) => {
		const host = await start();
		for (const [path, body] of [
			['submitAsyncAction', CHUNK],
			['getPicklist', { name: 'webinar', type: 'flow' }],
		] as const) {
			const answer = await post(host, path, body, headers as Record<string, string>);
			expect(answer.status).toBe(401);
			expect(answer.text).toContain('x-api-key');
			expect(answer.text).not.toContain(API_KEY);
		}
		const status = await fetch(`${host.origin}/webhook/status`, { headers });
		expect(status.status).toBe(401);
		expect(host.outputs).toEqual([]);
	});

	it('still reads what describes the service, in which there is no secret', async () => {
		const host = await start();
		const paths = [
			['openapi.json', 'application/json'],
			['getServiceDefinition', 'application/json'],
			['brandIcon', 'image/svg+xml'],
			['serviceIcon', 'image/svg+xml'],
			['providerInstructions', 'text/html'],
		] as const;
		for (const [path, type] of paths) {
			const answer = await fetch(`${host.origin}/webhook/${path}`);
			expect([path, answer.status]).toEqual([path, 200]);
			expect(answer.headers.get('content-type')).toContain(type);
			expect(await answer.text()).not.toContain(API_KEY);
		}
	});

	it('is refused even where the credential holds an unusable key', async () => {
		const host = await start({ incoming: { apiKey: 'short' } });
		const answer = await post(host, 'submitAsyncAction', CHUNK, { 'x-api-key': 'short' });
		expect(answer.status).toBe(401);
	});
});

describe('a request that cannot be used', () => {
	it.each<[string, unknown]>([
		['no JSON object', [CHUNK]],
		['no callback', { ...CHUNK, callbackUrl: undefined }],
		['a callback without encryption', { ...CHUNK, callbackUrl: 'http://example.com/c' }],
		['a callback with a password', { ...CHUNK, callbackUrl: 'https://a:b@example.com/c' }],
		['no token', { ...CHUNK, token: '' }],
		['a token of two lines', { ...CHUNK, token: 'a\r\nx-evil: 1' }],
		['nobody', { ...CHUNK, objectData: [] }],
		['people without a number', { ...CHUNK, objectData: [{ objectContext: { email: 'a@b.c' } }] }],
	])('is refused with 400: %s', async (_what, body) => {
		const host = await start();
		expect((await post(host, 'submitAsyncAction', body)).status).toBe(400);
		expect(host.outputs).toEqual([]);
	});

	it('is refused with 403 where it comes from another Marketo instance', async () => {
		const options = { acceptedMunchkinIds: '999-ZZZ-999, 888-yyy-888' };
		const host = await start({ parameters: { options } });
		expect((await post(host, 'submitAsyncAction', CHUNK)).status).toBe(403);
		const other = {
			...CHUNK,
			callbackUrl: `${host.origin}/gone`,
			context: { subscription: { munchkinId: '888-YYY-888' } },
		};
		expect((await post(host, 'submitAsyncAction', other)).status).toBe(201);
		await host.firstRun;
	});

	it('finds the addresses of the other mode not there', async () => {
		const step = await start();
		expect((await callWebhook(step, { leadId: 1 })).status).toBe(404);
		const webhook = await start({ parameters: { calledBy: 'webhook' } });
		expect((await post(webhook, 'submitAsyncAction', CHUNK)).status).toBe(404);
		expect((await fetch(webhook.openApiUrl)).status).toBe(404);
	});
});

describe('Call Webhook', () => {
	const PARAMETERS = { calledBy: 'webhook' };
	const PERSON = {
		leadId: 5,
		email: 'Pat@Example.com',
		firstName: 'Pat',
		webinarId: '852 1234 5678',
	};
	const json = ({ text }: { text: string }) => JSON.parse(text) as IDataObject;

	it('gets the result as its answer, fit for response mappings', async () => {
		const host = await start({
			parameters: PARAMETERS,
			nodes: [
				returnResult({
					mapData: 'manual',
					registrationStatus: 'registered',
					joinUrl: '=https://example.com/w/{{ $json.webinarId }}',
					writeToProgram: false,
				}),
			],
		});
		const answer = await callWebhook(host, PERSON);
		expect(answer.status).toBe(200);
		expect(json(answer)).toEqual({
			success: true,
			registrationStatus: 'registered',
			joinUrl: 'https://example.com/w/85212345678',
		});
	});

	it.each([
		['breaks', [{ name: 'Breaks', type: BROKEN }]],
		['ends without a result', []],
	])('is told a failure when the workflow %s', async (_what, nodes) => {
		const host = await start({ parameters: PARAMETERS, nodes });
		const answer = await callWebhook(host, PERSON);
		expect(json(answer)).toMatchObject({ success: false, errorCode: 'WORKFLOW_FAILED' });
	});

	it('hears at once that the person came, where the option says so', async () => {
		const host = await start({ parameters: { ...PARAMETERS, answer: 'atOnce' } });
		expect(json(await callWebhook(host, PERSON))).toMatchObject({ received: true });
		const { data } = await host.firstRun;
		const [task] = data.resultData.runData['Marketo Flow Step Trigger']!;
		expect(task!.data!.main[0]![0]!.json).toMatchObject({
			calledBy: 'webhook',
			leadId: 5,
			email: 'pat@example.com',
			webinarId: '85212345678',
			webinarFrom: 'program',
		});
	});

	it('is refused without its secret, and without a person', async () => {
		const host = await start({ parameters: PARAMETERS });
		expect((await post(host, 'call-webhook', PERSON, {})).status).toBe(401);
		const wrong = { 'x-webhook-secret': API_KEY };
		expect((await post(host, 'call-webhook', PERSON, wrong)).status).toBe(401);
		expect((await callWebhook(host, { firstName: 'Pat' })).status).toBe(400);
	});
});
