import { NodeOperationError } from 'n8n-workflow';

import { activate, deactivate, type TriggerSettings } from './triggerHost';

const READY: TriggerSettings = { credential: { webhookSecretToken: 'secret' } };

async function failureOf(settings: TriggerSettings, how?: 'activate' | 'listen') {
	const error: unknown = await activate(settings, how).then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof NodeOperationError)) throw new Error(`Not a node error: ${String(error)}`);
	return error;
}

describe.each(['activate', 'listen'] as const)('to %s', (how) => {
	test('needs nothing but the secret token', async () => {
		await expect(activate(READY, how)).resolves.toBeUndefined();
	});

	test.each([
		['empty', { webhookSecretToken: '' }],
		['blank', { webhookSecretToken: '  ' }],
		['absent', {}],
	])('with the secret token %s is refused and names the field', async (_name, credential) => {
		const error = await failureOf({ credential }, how);
		expect(error.message).toBe('The field Webhook Secret Token of the credential is empty');
		expect(error.description).toContain('Features → Access');
	});
});

test('a previous secret token alone is not enough: Zoom signs with the current one', async () => {
	const error = await failureOf({ credential: { previousWebhookSecretToken: 'old' } });
	expect(error.message).toContain('Webhook Secret Token');
});

test('without an event there is nothing to wait for', async () => {
	const error = await failureOf({ ...READY, parameters: { events: [] } });
	expect(error.message).toContain('Trigger On');
});

test('a webinar ID that is none is named', async () => {
	const error = await failureOf({
		...READY,
		parameters: { options: { webinarIds: '852 1234 5678, my webinar' } },
	});
	expect(error.message).toBe('Webinar IDs holds “mywebinar”, which is not a webinar ID');
});

test('webinar IDs as people write them are fine', async () => {
	const parameters = { options: { webinarIds: '852 1234 5678, 987-6543-2100,' } };
	await expect(activate({ ...READY, parameters })).resolves.toBeUndefined();
});

describe('hosts', () => {
	const withHosts = (hosts: string, events: string[]): TriggerSettings => ({
		...READY,
		parameters: { events, options: { hosts } },
	});

	test('by email only are refused for events that name the host by ID only', async () => {
		const error = await failureOf(
			withHosts('host@example.com', ['webinar.ended', 'webinar.registration_created']),
		);
		expect(error.message).toBe(
			'Hosts holds emails only, but Zoom names the host of webinar.registration_created by user ID',
		);
		expect(error.description).toContain('hostId');
	});

	test.each([
		[
			'emails for events that name them',
			'host@example.com',
			['webinar.ended', 'recording.completed'],
		],
		['an ID for all events', 'KdYKjnimT4KPd8FFgQt9FQ', ['webinar.created']],
		['both', 'host@example.com, KdYKjnimT4KPd8FFgQt9FQ', ['webinar.created', 'webinar.ended']],
	])('may be %s', async (_name, hosts, events) => {
		await expect(activate(withHosts(hosts, events))).resolves.toBeUndefined();
	});
});

test('deactivating never fails, whatever became of the credential', async () => {
	expect(await deactivate({ credential: {} })).toBe(true);
});
