import type { INodeParameters } from 'n8n-workflow';

import { PAYLOADS, RECORDED } from './payloads';
import { logger, startTriggerHost, type TriggerHost } from './triggerHost';
import { createZoom, SECRET } from './zoomWorld';

const stop = new AbortController();
const zoom = createZoom(stop.signal);
let host: TriggerHost;
const warnings = jest.spyOn(logger(), 'warn').mockImplementation(() => undefined);

afterEach(async () => {
	await host.close();
	warnings.mockClear();
});
afterAll(() => stop.abort());

async function listen(parameters: INodeParameters, credential = {}): Promise<void> {
	host = await startTriggerHost({
		credential: { webhookSecretToken: SECRET, ...credential },
		parameters,
	});
}

async function send(event: string, changes: Record<string, unknown> = {}): Promise<number | null> {
	const payload = { account_id: 'account1', ...PAYLOADS[event], ...changes };
	return (await zoom.deliver({ event, payload, to: host.url })).status;
}

const warned = (): string[] => warnings.mock.calls.map(([line]) => String(line));

/** Event -> what it brings. */
const BRINGS: Array<[string, Record<string, unknown>]> = [
	['webinar.created', { operation: 'all', operator: { email: 'admin@example.com' } }],
	[
		'webinar.updated',
		{ changes: [{ field: 'topic', from: 'Product Update', to: 'New Topic' }], operation: 'all' },
	],
	['webinar.deleted', { operation: 'single', webinar: { occurrenceId: '1772636400000' } }],
	['webinar.started', { webinar: { startTime: '2026-03-04T15:00:00Z' } }],
	['webinar.ended', { practiceSession: false, webinar: { durationSeconds: 3600 } }],
	[
		'webinar.registration_created',
		{ registrationStatus: 'pending', registrant: { email: 'jill@example.com' } },
	],
	['webinar.registration_approved', { registrationStatus: 'approved' }],
	['webinar.registration_denied', { registrationStatus: 'denied' }],
	['webinar.registration_cancelled', { registrationStatus: 'cancelled' }],
	['webinar.participant_joined', { participant: { joinTime: '2026-03-04T15:01:00Z' } }],
	['webinar.participant_left', { participant: { leaveTime: '2026-03-04T15:59:00Z' } }],
	['recording.completed', { recordings: [{ recordingId: 'f1', fileType: 'video' }] }],
	['recording.transcript_completed', { recordings: [{ recordingId: 'f1' }] }],
];

describe.each(BRINGS)('%s', (event, brings) => {
	test('starts one execution when it is chosen', async () => {
		await listen({ events: [event] });
		expect(await send(event)).toBe(200);
		const webinar = { webinarId: '85212345678', provider: 'zoom', ...Object(brings.webinar) };
		expect(host.executions).toEqual([
			[
				expect.objectContaining({
					event,
					eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
					sequence: expect.any(Number),
				}),
			],
		]);
		expect(host.executions).toMatchObject([[{ ...brings, webinar }]]);
		expect(warned()).toEqual([]);
	});

	test('is answered and starts nothing when others are chosen', async () => {
		await listen({ events: BRINGS.map(([name]) => name).filter((name) => name !== event) });
		expect(await send(event)).toBe(200);
		expect(host.executions).toEqual([]);
	});
});

test('two joins of one person are two events, a repeated delivery is the same one', async () => {
	await listen({ events: ['webinar.participant_joined'] });
	const { object } = PAYLOADS['webinar.participant_joined'] as { object: { participant: object } };
	const again = { ...object, participant: { ...object.participant, user_id: '16779264' } };
	const rawBody = (payload: object): string =>
		JSON.stringify({ event: 'webinar.participant_joined', event_ts: 1772636460000, payload });
	for (const body of [rawBody({ object }), rawBody({ object }), rawBody({ object: again })]) {
		await zoom.deliver({ event: '', payload: {}, rawBody: body, to: host.url });
	}
	const [first, repeated, second] = host.executions.map(([item]) => item?.eventId);
	expect(repeated).toBe(first);
	expect(second).not.toBe(first);
});

describe('an event of another account', () => {
	const events = ['webinar.ended'];

	test('is answered, starts nothing and leaves the reason in the log', async () => {
		await listen({ events }, { accountId: 'account1' });
		expect(await send('webinar.ended', { account_id: 'account2' })).toBe(200);
		expect(host.executions).toEqual([]);
		expect(warned()).toEqual([expect.stringContaining('otherAccount')]);
		expect(warned().join()).not.toMatch(/account1|account2/);
	});

	test('is not told apart where the credential does not know its account', async () => {
		await listen({ events }, { accountId: ' ' });
		await send('webinar.ended', { account_id: 'account2' });
		expect(host.executions).toHaveLength(1);
	});

	test('is none when the account is the same', async () => {
		await listen({ events }, { accountId: ' account1 ' });
		await send('webinar.ended');
		expect(host.executions).toHaveLength(1);
	});
});

describe('hosts', () => {
	test('are known by email where Zoom gives it, and by ID everywhere', async () => {
		const events = ['webinar.ended', 'webinar.created'];
		await listen({ events, options: { hosts: 'Host@Example.com, host1' } });
		await send('webinar.ended');
		await send('webinar.created');
		expect(host.executions).toHaveLength(2);
	});

	test('others start nothing', async () => {
		await listen({ events: ['webinar.created'], options: { hosts: 'host2' } });
		expect(await send('webinar.created')).toBe(200);
		expect(host.executions).toEqual([]);
	});
});

test('an update that does not tell the topic asked for starts nothing, and the log says so', async () => {
	await listen({ events: ['webinar.updated'], options: { topicContains: 'product' } });
	const object = { id: 85212345678, duration: 30 };
	expect(await send('webinar.updated', { object, old_object: { duration: 60 } })).toBe(200);
	expect(host.executions).toEqual([]);
	expect(warned()).toEqual([expect.stringContaining('does not name the topic')]);
	await send('webinar.updated');
	expect(host.executions).toHaveLength(1);
});

describe('recordings', () => {
	const events = ['recording.completed'];

	test('of meetings start nothing and are no trouble', async () => {
		await listen({ events });
		expect(await send('recording.completed', { object: { ...RECORDED, type: 8 } })).toBe(200);
		expect([host.executions, warned()]).toEqual([[], []]);
	});

	test.each([
		[true, 'token-of-a-day'],
		[false, undefined],
	])('bring the download token by option only (%p)', async (includeDownloadToken, token) => {
		await listen({ events, options: { includeDownloadToken } });
		const payload = { account_id: 'account1', ...PAYLOADS['recording.completed'] };
		const rawBody = JSON.stringify({
			event: 'recording.completed',
			event_ts: 1,
			payload,
			download_token: 'token-of-a-day',
		});
		await zoom.deliver({ event: '', payload: {}, rawBody, to: host.url });
		expect(host.executions[0]?.[0]?.downloadToken).toBe(token);
	});
});
