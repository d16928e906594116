/** The plain "Send a webhook" action of a workflow. */
import { Signature } from '@hubspot/api-client';
import { startPortal, type TestPortal } from '../testing/portal';
import type { WebhookOptions } from './contract';
import { startReceiver, type Receiver } from './testing';

const SECRET = '8d1f3c1e-0000-4000-8000-0123456789ab';

let portal: TestPortal;
let receiver: Receiver;

beforeEach(async () => {
	portal = await startPortal();
	receiver = await startReceiver();
});
afterEach(async () => {
	await portal.close();
	await receiver.close();
});

const send = (over: Partial<WebhookOptions> = {}) =>
	portal.side.workflows.sendWebhook({
		url: `${receiver.url}/webhook/w1/hubspot-action?x=a%20b`,
		contactId: '102',
		...over,
	});

it('sends the whole contact as the old contacts API shows it', async () => {
	const result = await send({ contactId: '101' });
	expect(result).toMatchObject({ state: 'succeeded', attempts: [{ status: 200 }] });
	const [asked] = receiver.received;
	expect(asked).toMatchObject({ method: 'POST', url: '/webhook/w1/hubspot-action?x=a%20b' });
	expect(asked?.json()).toMatchObject({
		vid: 101,
		'canonical-vid': 101,
		'portal-id': 44237313,
		'is-contact': true,
		properties: {
			email: { value: 'ada@example.com', versions: [{ value: 'ada@example.com' }] },
			firstname: { value: 'Ada' },
			hs_object_id: { value: '101' },
		},
		'identity-profiles': [
			{ identities: [{ type: 'EMAIL', value: 'ada@example.com', 'is-primary': true }] },
		],
	});
	expect(asked?.headers).not.toHaveProperty('x-hubspot-signature');
});

it('sends chosen properties flat, under their own or other names', async () => {
	await send({
		properties: [
			'email',
			'firstname',
			{ key: 'other', property: 'hs_additional_emails' },
			{ key: 'webinarId', value: '995' },
		],
	});
	expect(receiver.received[0]?.json()).toEqual({
		email: 'bob@example.com',
		firstname: null,
		other: 'bob@home.example',
		webinarId: '995',
	});
});

it('puts them into the address of a GET', async () => {
	await send({ method: 'GET', properties: ['email', { key: 'webinarId', value: '9 5' }] });
	const [asked] = receiver.received;
	expect([asked?.method, asked?.body.length]).toEqual(['GET', 0]);
	const { searchParams } = new URL(`${receiver.url}${asked?.url}`);
	expect([...searchParams]).toEqual([
		['x', 'a b'],
		['email', 'bob@example.com'],
		['webinarId', '9 5'],
	]);
	await expect(send({ method: 'GET' })).rejects.toThrow(/chosen properties only/);
});

it.each(['POST', 'GET'] as const)('signs a %s by v2 when asked for', async (method) => {
	await send({ method, properties: ['email'], secret: SECRET });
	const [asked] = receiver.received;
	const { headers, body, url } = asked ?? { headers: {} };
	expect(headers['x-hubspot-signature-version']).toBe('v2');
	expect(headers).not.toHaveProperty('x-hubspot-signature-v3');
	expect(
		Signature.isValid({
			signatureVersion: 'v2',
			clientSecret: SECRET,
			signature: String(headers['x-hubspot-signature']),
			method,
			url: `${receiver.url}${url}`,
			requestBody: String(body),
		}),
	).toBe(true);
});

it('sends a static key in a header, which can be manipulated too', async () => {
	const apiKeyHeader = { name: 'X-API-Key', value: 'key-1' };
	await send({ apiKeyHeader });
	await send({ apiKeyHeader, tamper: { headers: { 'x-api-key': 'key-2' } } });
	expect(receiver.received.map(({ headers }) => headers['x-api-key'])).toEqual(['key-1', 'key-2']);
});

it('tries again after 5xx, and after a 429 when that says, in milliseconds', async () => {
	receiver.replies.push({ status: 500 }, { status: 429, headers: { 'retry-after': '30' } }, {});
	receiver.replies.push({});
	const { state, attempts } = await send({ retryDelaysMs: [2, 3, 4] });
	expect(state).toBe('succeeded');
	expect(attempts.map(({ status, waitedMs }) => [status, waitedMs])).toEqual([
		[500, 0],
		[429, 2],
		[200, 30],
	]);
});

it('ends with a 4xx', async () => {
	receiver.replies.push({ status: 401 });
	expect(await send()).toMatchObject({ state: 'failed', attempts: [{ status: 401 }] });
});

it('cannot connect to nobody', async () => {
	await receiver.close();
	const { state, attempts } = await send({ retryDelaysMs: [1] });
	expect(state).toBe('failed');
	expect(attempts.map(({ error }) => error)).toEqual(
		Array(2).fill(expect.stringMatching(/REFUSED/)),
	);
});
