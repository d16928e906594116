/** A workflow calls its action: the request, its signatures, retries, and what the answer means. */
import { Signature } from '@hubspot/api-client';
import { startPortal, type TestPortal } from '../testing/portal';
import type { EnrollOptions, Tampering, WorkflowAction } from './contract';
import {
	addContactToWebinar,
	OAUTH_APP,
	startReceiver,
	type Received,
	type Receiver,
	type Reply,
} from './testing';

const SECRET = OAUTH_APP.clientSecret;
const DONE: Reply = {
	body: { outputFields: { registrationStatus: 'registered', hs_execution_state: 'SUCCESS' } },
};

let portal: TestPortal;
let receiver: Receiver;
let action: WorkflowAction;

beforeEach(async () => {
	portal = await startPortal({ world: { oauthApp: { ...OAUTH_APP } } });
	receiver = await startReceiver(DONE);
	action = portal.side.workflows.defineAction(addContactToWebinar(receiver.url));
});
afterEach(async () => {
	await portal.close();
	await receiver.close();
});

const begin = (over: Partial<EnrollOptions> = {}) =>
	portal.side.workflows.enroll({ action, contactId: '101', ...over });
const enroll = async (over: Partial<EnrollOptions> = {}) => await begin(over).settled();
const answers = (...replies: Reply[]) => receiver.replies.splice(0, 1, ...replies);
const outputs = (outputFields: Record<string, unknown>): Reply => ({ body: { outputFields } });

function request(at = 0): Received {
	const one = receiver.received[at];
	if (!one) throw new Error(`There was no request ${at}`);
	return one;
}

/** What a receiver with the vendor's client makes of the signature. */
function isValid({ method, url, headers, body }: Received, version: 'v2' | 'v3', origin?: string) {
	return Signature.isValid({
		signatureVersion: version,
		clientSecret: SECRET,
		signature: String(headers[version === 'v3' ? 'x-hubspot-signature-v3' : 'x-hubspot-signature']),
		method,
		url: `${origin ?? receiver.url}${url}`,
		requestBody: body.toString('utf8'),
		timestamp: Number(headers['x-hubspot-request-timestamp']),
	});
}

it('sends the contact, the values filled in and a callback of its own', async () => {
	portal.side.contacts.get('101')?.additionalEmails.push('ada@home.example');
	const first = await enroll({ inputFields: { webinarId: '995' }, workflowId: 7 });
	expect(request()).toMatchObject({ method: 'POST', url: '/webhook/w1/hubspot-action' });
	expect(request().headers).toMatchObject({ 'content-type': 'application/json' });
	expect(request().json()).toEqual({
		callbackId: first.callbackId,
		origin: {
			portalId: 44237313,
			actionDefinitionId: Number(action.id),
			actionDefinitionVersion: 1,
		},
		context: { source: 'WORKFLOWS', workflowId: 7 },
		object: {
			objectId: 101,
			properties: {
				email: 'ada@example.com',
				firstname: 'Ada',
				lastname: 'L.',
				hs_additional_emails: 'ada@home.example',
			},
			objectType: 'CONTACT',
		},
		inputFields: { webinarId: '995' },
	});
	const second = await enroll();
	expect(first.callbackId).toMatch(/^ap-44237313-\d+-\d+-0$/);
	expect(second.callbackId).not.toBe(first.callbackId);
	expect(portal.side.workflows.enrollments).toEqual([first, second]);
});

it('fills tokens with what the contact has, as text, and leaves out what it has not', async () => {
	const contact = portal.side.contacts.get('101');
	if (contact) contact.properties.webinar_count = '99512345678';
	const token = { type: 'OBJECT_PROPERTY', propertyName: 'webinar_count' } as const;
	await enroll({ inputFields: { webinarId: token } });
	await enroll({ inputFields: { webinarId: token }, contactId: '102', inputFieldsAs: 'fields' });
	await enroll({ inputFields: { webinarId: token }, inputFieldsAs: 'both' });
	expect(request(0).json()).toMatchObject({ inputFields: { webinarId: '99512345678' } });
	expect(request(1).json()).toMatchObject({ fields: {} });
	expect(request(1).json()).not.toHaveProperty('inputFields');
	expect(request(2).json()).toMatchObject({ inputFields: request(0).json().inputFields });
	expect(request(2).json()).toMatchObject({ fields: request(0).json().inputFields });
});

it("offers only what the action's editor offers", () => {
	expect(() => begin({ inputFields: { other: '1' } })).toThrow(/no input field other/);
	const token = { type: 'OBJECT_PROPERTY', propertyName: 'email' } as const;
	expect(() => begin({ inputFields: { upcomingWebinar: token } })).toThrow(/takes no OBJECT_PROP/);
	expect(() => begin({ contactId: '999' })).toThrow(/no contact 999/);
	expect(() => portal.side.workflows.defineAction({})).toThrow(/actionUrl is required/);
	expect(receiver.received).toEqual([]);
});

it('does not call an action whose required field is empty', async () => {
	const config = addContactToWebinar(receiver.url).config;
	const [webinarId, upcoming] = config.inputFields;
	action = portal.side.workflows.defineAction(
		addContactToWebinar(receiver.url, {
			inputFields: [{ ...webinarId, isRequired: true }, upcoming],
		}),
	);
	const enrollment = await enroll();
	expect(enrollment).toMatchObject({ state: 'failed', attempts: [] });
	expect(enrollment.complaints).toEqual(['The required input field webinarId has no value']);
	expect(receiver.received).toEqual([]);
});

describe('signatures', () => {
	it("are valid to the vendor's client, v2 and v3 side by side", async () => {
		await enroll();
		expect(request().headers['x-hubspot-signature-version']).toBe('v2');
		expect(isValid(request(), 'v2')).toBe(true);
		expect(isValid(request(), 'v3')).toBe(true);
	});

	it.each([
		['v2', ['x-hubspot-signature', 'x-hubspot-signature-version']],
		['v3', ['x-hubspot-request-timestamp', 'x-hubspot-signature-v3']],
		['v1', ['x-hubspot-signature', 'x-hubspot-signature-version']],
	] as const)('come as %s alone', async (version, names) => {
		await enroll({ signatures: [version] });
		const found = Object.keys(request().headers).filter((name) => name.startsWith('x-hubspot'));
		expect(found.sort()).toEqual(names);
	});

	it('are over the public address, where a proxy stands before the receiver', async () => {
		await enroll({ publicUrl: 'https://n8n.example.com/automation' });
		expect(request()).toMatchObject({
			url: '/webhook/w1/hubspot-action',
			headers: {
				host: 'n8n.example.com',
				'x-forwarded-host': 'n8n.example.com',
				'x-forwarded-proto': 'https',
			},
		});
		const origin = 'https://n8n.example.com/automation';
		expect(isValid(request(), 'v3', origin)).toBe(true);
		expect(isValid(request(), 'v2', origin)).toBe(true);
		expect(isValid(request(), 'v2')).toBe(false);
	});

	it("are over the action's own public address, wherever the connection leads", async () => {
		action = portal.side.workflows.defineAction(addContactToWebinar('https://n8n.example.com'));
		await enroll({ connectTo: receiver.url });
		expect(request().headers.host).toBe('n8n.example.com');
		expect(isValid(request(), 'v3', 'https://n8n.example.com')).toBe(true);
	});

	it.each<[string, Tampering]>([
		['another secret', { secret: 'other' }],
		['a changed byte', { body: (body) => Buffer.from(body.toString().replace('101', '102')) }],
		['a byte more', { body: (body) => Buffer.concat([body, Buffer.from(' ')]) }],
		['another method', { method: 'PUT' }],
		['another path', { path: (path) => `${path}?x=1` }],
		[
			'another signature',
			{ headers: { 'x-hubspot-signature-v3': 'a', 'x-hubspot-signature': 'a' } },
		],
		['no signature', { headers: { 'x-hubspot-signature-v3': null, 'x-hubspot-signature': null } }],
	])('do not fit to %s', async (_what, tamper) => {
		await enroll({ tamper });
		expect(isValid(request(), 'v2')).toBe(false);
		expect(isValid(request(), 'v3')).toBe(false);
	});

	it('can be of another time, honestly or not', async () => {
		const timestamp = Date.now() - 299_000;
		await enroll({ tamper: { timestamp } });
		expect(request().headers['x-hubspot-request-timestamp']).toBe(String(timestamp));
		expect(isValid(request(), 'v3')).toBe(true);
		await enroll({ tamper: { timestamp: timestamp - 2000 } });
		expect(() => isValid(request(1), 'v3')).toThrow(/Timestamp is invalid/);
		await enroll({
			tamper: { headers: { 'x-hubspot-request-timestamp': String(Date.now() - 1) } },
		});
		expect(isValid(request(2), 'v3')).toBe(false);
	});

	it('can come twice, and to another host', async () => {
		const twice = { 'x-hubspot-signature-v3': ['a', 'b'] };
		await enroll({
			publicUrl: 'https://n8n.example.com',
			tamper: { headers: twice, host: 'evil.example' },
		});
		const { rawHeaders, headers } = request();
		expect(rawHeaders.filter((text) => /^x-hubspot-signature-v3$/i.test(text))).toHaveLength(2);
		expect(headers).toMatchObject({ host: 'evil.example', 'x-forwarded-host': 'evil.example' });
	});
});

describe('retries', () => {
	it('goes on after 5xx and cut connections, as the same execution', async () => {
		answers({ status: 503 }, { cut: true }, DONE);
		const enrollment = await enroll({ retryDelaysMs: [5, 10, 20] });
		expect(enrollment).toMatchObject({
			state: 'succeeded',
			attempts: [
				{ status: 503, waitedMs: 0 },
				{ status: null, waitedMs: 5, error: expect.stringMatching(/hang up|reset/i) },
				{ status: 200, waitedMs: 10 },
			],
		});
		const ids = receiver.received.map((one) => one.json().callbackId);
		expect(new Set(ids)).toEqual(new Set([enrollment.callbackId]));
		expect(receiver.received.every((one) => isValid(one, 'v3'))).toBe(true);
	});

	it('gives up some time', async () => {
		answers({ status: 500 });
		const enrollment = await enroll({ retryDelaysMs: [1, 1] });
		expect(enrollment).toMatchObject({ state: 'failed' });
		expect(receiver.received).toHaveLength(3);
	});

	it.each([400, 401, 403, 404, 302])('takes %d for the end', async (status) => {
		answers({ status, headers: { location: receiver.url } });
		expect(await enroll()).toMatchObject({ state: 'failed', attempts: [{ status }] });
		expect(receiver.received).toHaveLength(1);
	});

	it('waits as long as a 429 asks, in seconds', async () => {
		answers({ status: 429, headers: { 'retry-after': '0.02' } }, { status: 429 }, DONE);
		const { attempts } = await enroll({ retryDelaysMs: [9, 8, 7] });
		expect(attempts.map(({ waitedMs }) => waitedMs)).toEqual([0, 20, 8]);
	});

	it('waits for an answer no longer than told, and tries again', async () => {
		answers({ silent: true }, DONE);
		const { state, attempts } = await enroll({
			// The second answer has to come in time on a busy machine as well.
			connectTimeoutMs: 1_500,
			responseTimeoutMs: 500,
			retryDelaysMs: [1],
		});
		expect([state, attempts.length]).toEqual(['succeeded', 2]);
		expect(attempts[0]).toMatchObject({ status: null, error: expect.stringMatching(/No answer/) });
	});

	it('fails with the reason where nothing could be sent', async () => {
		const { state, complaints } = await enroll({ publicUrl: 'nowhere' });
		expect([state, complaints]).toEqual(['failed', [expect.stringMatching(/Invalid URL/)]]);
	});

	it('ends with the sandbox', async () => {
		answers({ silent: true });
		const enrollment = begin({ responseTimeoutMs: 60_000 });
		await expect(enrollment.answered(30)).rejects.toThrow(/is still sending/);
		await portal.close();
		expect(await enrollment.settled()).toMatchObject({ state: 'failed' });
	});
});

describe('the answer', () => {
	it.each<[string, Reply, string]>([
		['SUCCESS', outputs({ hs_execution_state: 'SUCCESS' }), 'succeeded'],
		['FAIL_CONTINUE', outputs({ hs_execution_state: 'FAIL_CONTINUE' }), 'failed'],
		['no state', outputs({}), 'succeeded'],
		['no outputs', { body: {} }, 'succeeded'],
		['no JSON', { body: 'OK' }, 'succeeded'],
		['an empty 204', { status: 204, body: '' }, 'succeeded'],
		['another state', outputs({ hs_execution_state: 'DONE' }), 'failed'],
	])('with %s', async (_what, reply, state) => {
		answers(reply);
		expect((await enroll()).state).toBe(state);
	});

	it('gives outputs, a message and a way for branches', async () => {
		answers(
			outputs({ registrationStatus: 'already_registered', joinUrl: 'https://zoom.example/w/1' }),
		);
		const enrollment = await enroll();
		expect(enrollment).toMatchObject({
			outputFields: {
				registrationStatus: 'already_registered',
				joinUrl: 'https://zoom.example/w/1',
			},
			message: 'Contact was added to the webinar',
			complaints: [],
		});
		expect(enrollment.branch('registrationStatus')).toBe('Already registered');
		expect(enrollment.branch('joinUrl')).toBe('https://zoom.example/w/1');
		expect(enrollment.branch('errorCode')).toBeUndefined();
		expect(() => enrollment.branch('other')).toThrow(/no output field other/);
	});

	it('shows the words of the first rule that holds, filled in', async () => {
		const failed = { registrationStatus: 'failed', hs_execution_state: 'FAIL_CONTINUE' };
		answers(
			outputs({ ...failed, errorCode: 'WEBINAR_NOT_FOUND' }),
			outputs({ ...failed, errorCode: 'DAILY_LIMIT' }),
			outputs({}),
		);
		const inputFields = { webinarId: '995' };
		expect((await enroll({ inputFields })).message).toBe(
			'No webinar with the ID 995 accepts registrations',
		);
		expect((await enroll()).message).toBe('Registration failed (DAILY_LIMIT)');
		expect((await enroll()).message).toBeUndefined();
	});

	it('is complained about where HubSpot could not use it', async () => {
		answers(outputs({ registrationStatus: 'Registered', status: 'x', joinUrl: null }));
		const { complaints, outputFields } = await enroll();
		expect(complaints).toEqual([
			'Registered is no option of registrationStatus',
			'There is no output field status',
			'joinUrl is no text',
		]);
		expect(outputFields).toEqual({});
	});
});
