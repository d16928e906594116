import type { INodeParameters } from 'n8n-workflow';

import { logger, startTriggerHost, type TriggerHost } from './triggerHost';
import {
	createZoom,
	OTHER_SESSION,
	OTHER_WEBINAR,
	PRACTICE,
	SECRET,
	SESSION,
	WEBINAR,
} from './zoomWorld';

const stop = new AbortController();
const zoom = createZoom(stop.signal);
let host: TriggerHost;
const warnings = jest.spyOn(logger(), 'warn').mockImplementation(() => undefined);

async function listen(
	parameters: INodeParameters = {},
	credential: Record<string, string> = { webhookSecretToken: SECRET },
): Promise<void> {
	host = await startTriggerHost({ credential, parameters });
}

const nowSeconds = () => Math.floor(Date.now() / 1000);
const delivery = (event = 'webinar.ended', object: unknown = { id: '1', uuid: 'u' }) => ({
	event,
	payload: { account_id: 'account1', object },
	to: host.url,
});

afterEach(async () => await host.close());
afterAll(() => stop.abort());

const REFUSED = { attempts: 1, status: 401, body: 'Unauthorized' };
const IGNORED = { attempts: 1, status: 200, body: '{"received":true}' };

describe('a webinar ended', () => {
	test('starts one execution with the webinar and its session', async () => {
		await listen();
		const result = await zoom.webinarEnded(WEBINAR, SESSION, host.url);
		expect(result).toMatchObject({ attempts: 1, status: 200 });
		expect(host.executions).toEqual([
			[
				{
					event: 'webinar.ended',
					eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
					eventTime: '2026-03-04T16:02:41Z',
					sequence: Date.parse('2026-03-04T16:02:41Z') * 1000 + 9,
					hostId: 'host1',
					practiceSession: false,
					webinar: {
						provider: 'zoom',
						accountId: 'account1',
						webinarId: '85212345678',
						sessionId: SESSION,
						occurrenceId: '',
						topic: 'Größe zählt 🚒 – Product Update',
						description: '',
						scheduledStartTime: null,
						scheduledEndTime: null,
						startTime: '2026-03-04T15:00:10Z',
						endTime: '2026-03-04T16:02:40Z',
						durationSeconds: 3750,
						timezone: 'Europe/Berlin',
						hostEmail: 'host@example.com',
						joinUrl: '',
						registrationUrl: '',
						registrationRequired: null,
					},
				},
			],
		]);
	});

	test('sent twice it has the same event id, another session has another', async () => {
		await listen();
		await zoom.webinarEnded(WEBINAR, SESSION, host.url);
		await zoom.webinarEnded(WEBINAR, SESSION, host.url);
		await zoom.webinarEnded(OTHER_WEBINAR, OTHER_SESSION, host.url);
		const [first, second, third] = host.executions.map(([item]) => item?.eventId);
		expect(second).toBe(first);
		expect(third).not.toBe(first);
	});

	test("Zoom's last repetition, 85 minutes later, is still accepted", async () => {
		await listen();
		const timestampSeconds = nowSeconds() - 85 * 60;
		const { status } = await zoom.deliver({ ...delivery(), timestampSeconds });
		expect([status, host.executions.length]).toEqual([200, 1]);
	});
});

describe('refused with 401 and no execution', () => {
	afterEach(() => expect(host.executions).toEqual([]));

	test('forged', async () => {
		await listen();
		expect(await zoom.deliver({ ...delivery(), secret: 'guessed' })).toEqual(REFUSED);
	});

	test('not signed', async () => {
		await listen();
		const body = JSON.stringify({ event: 'webinar.ended', payload: { object: {} } });
		const response = await fetch(host.url, { method: 'POST', body });
		expect([response.status, await response.text()]).toEqual([401, 'Unauthorized']);
		expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
	});

	test('a challenge that is not signed, so that nobody has a text of theirs signed', async () => {
		await listen();
		const body = JSON.stringify({
			event: 'endpoint.url_validation',
			payload: { plainToken: 'anything' },
		});
		const response = await fetch(host.url, { method: 'POST', body });
		expect([response.status, await response.text()]).toEqual([401, 'Unauthorized']);
	});

	test.each([
		['too old', -121 * 60],
		['from the future', 121 * 60],
	])('%s', async (_name, seconds) => {
		await listen();
		const timestampSeconds = nowSeconds() + seconds;
		expect(await zoom.deliver({ ...delivery(), timestampSeconds })).toEqual(REFUSED);
	});

	test('older than the window set on the node', async () => {
		await listen({ options: { acceptUpToMinutes: 10 } });
		const timestampSeconds = nowSeconds() - 11 * 60;
		expect(await zoom.deliver({ ...delivery(), timestampSeconds })).toEqual(REFUSED);
	});

	test.each(['', SECRET])(
		'everything while the credential has no secret (signed %j)',
		async (secret) => {
			await listen({}, { webhookSecretToken: '', previousWebhookSecretToken: ' ' });
			expect(await zoom.deliver({ ...delivery(), secret })).toEqual(REFUSED);
		},
	);

	test('signed with a secret that was rotated out', async () => {
		await listen({}, { webhookSecretToken: 'new', previousWebhookSecretToken: '' });
		expect(await zoom.webinarEnded(WEBINAR, SESSION, host.url)).toEqual(REFUSED);
		expect(await zoom.validateUrl(host.url)).toBe(false);
	});
});

describe('while the secret is rotated', () => {
	const both = { webhookSecretToken: 'new', previousWebhookSecretToken: SECRET };

	test('deliveries signed with either one start executions', async () => {
		await listen({}, both);
		await zoom.webinarEnded(WEBINAR, SESSION, host.url);
		await zoom.deliver({ ...delivery(), secret: 'new' });
		expect(host.executions).toHaveLength(2);
	});

	test('the challenge is answered with the secret that signed it', async () => {
		await listen({}, both);
		expect(await zoom.validateUrl(host.url)).toBe(true);
	});
});

describe("Zoom's Validate button", () => {
	test.each([
		['as set by default', {}],
		['whatever the filters', { events: [], options: { webinarIds: '1', topicContains: 'none' } }],
	])('%s it is answered and starts nothing', async (_name, parameters) => {
		await listen(parameters);
		expect(await zoom.validateUrl(host.url)).toBe(true);
		expect(host.executions).toEqual([]);
	});
});

describe('genuine but not wanted: 200 and no execution', () => {
	afterEach(() => expect(host.executions).toEqual([]));

	test('a practice session', async () => {
		await listen();
		expect(await zoom.webinarEnded(WEBINAR, PRACTICE, host.url)).toEqual(IGNORED);
	});

	test('another event', async () => {
		await listen();
		expect(await zoom.deliver(delivery('webinar.started'))).toEqual(IGNORED);
	});

	test('another webinar', async () => {
		await listen({ options: { webinarIds: '987 6543 2100' } });
		expect(await zoom.webinarEnded(WEBINAR, SESSION, host.url)).toEqual(IGNORED);
	});

	test('another topic', async () => {
		await listen({ options: { topicContains: 'onboarding' } });
		expect(await zoom.webinarEnded(WEBINAR, SESSION, host.url)).toEqual(IGNORED);
	});

	test.each([
		['no object', null],
		['a list for an object', []],
		['no session', { id: '1' }],
		['a session that is an object', { id: '1', uuid: { toString: 'x' } }],
		['no webinar', { uuid: 'u' }],
	])('a payload with %s', async (_name, object) => {
		await listen();
		expect(await zoom.deliver(delivery('webinar.ended', object))).toEqual(IGNORED);
	});

	test.each(['nonsense', '[]', 'null', '{"__proto__":{"event":"webinar.ended"}}'])(
		'a signed body that is %s',
		async (rawBody) => {
			await listen();
			expect(await zoom.deliver({ ...delivery(), rawBody })).toEqual(IGNORED);
		},
	);
});

describe('filters let through', () => {
	test('a practice session when asked for', async () => {
		await listen({ options: { includePracticeSessions: true } });
		await zoom.webinarEnded(WEBINAR, PRACTICE, host.url);
		expect(host.executions).toMatchObject([[{ practiceSession: true }]]);
	});

	test('the listed webinar, with blanks and dashes in its id', async () => {
		await listen({ options: { webinarIds: '111, 852-1234 5678' } });
		await zoom.webinarEnded(WEBINAR, SESSION, host.url);
		await zoom.webinarEnded(OTHER_WEBINAR, OTHER_SESSION, host.url);
		expect(host.executions).toMatchObject([[{ webinar: { webinarId: '85212345678' } }]]);
	});

	test('the topic in any case', async () => {
		await listen({ options: { topicContains: 'PRODUCT update' } });
		await zoom.webinarEnded(WEBINAR, SESSION, host.url);
		await zoom.webinarEnded(OTHER_WEBINAR, OTHER_SESSION, host.url);
		expect(host.executions).toMatchObject([[{ webinar: { sessionId: SESSION } }]]);
	});
});

test('a credential that cannot be read for a moment loses nothing: 500, and Zoom tries again', async () => {
	let reads = 0;
	host = await startTriggerHost({
		get credential() {
			reads += 1;
			if (reads < 3) throw new Error('the database is locked');
			return { webhookSecretToken: SECRET };
		},
	});
	const result = await zoom.deliver({ ...delivery(), retryDelaysMs: [1, 1, 1] });
	expect(result).toMatchObject({ attempts: 3, status: 200 });
	expect(host.executions).toHaveLength(1);
});

test('the log says why a request was refused, never a secret or what was in it', async () => {
	await listen({}, { webhookSecretToken: 'right-token-of-the-app' });
	await zoom.deliver({ ...delivery('marker.event'), secret: 'wrong-token' });
	const lines = warnings.mock.calls.map((call) => JSON.stringify(call));
	expect(lines.at(-1)).toContain(
		'Zoom Webinar Trigger refused a request: its signature does not belong to the Webhook Secret Token of the credential',
	);
	expect(lines.join('\n')).not.toMatch(/right-token|wrong-token|marker|sandbox-secret/);
});
