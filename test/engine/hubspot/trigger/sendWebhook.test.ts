import { NodeOperationError, type INodeParameters } from 'n8n-workflow';

import type { WebhookOptions } from '../../../sandbox/hubspot/workflows/contract';
import type { TriggerHost } from '../../support/triggerEngine';
import { stage, type Stage } from '../../support/world';
import { CLIENT_SECRET, engine, startTrigger, WEBHOOK_SECRET } from './stage';

let here: Stage;
let trigger: TriggerHost | undefined;

beforeAll(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => {
	await trigger?.close();
	trigger = undefined;
});
afterAll(async () => await here.close());

async function send(parameters: INodeParameters, options: Partial<WebhookOptions> = {}) {
	trigger = await startTrigger({ calledBy: 'webhook', options: {}, ...parameters });
	const { hubspot } = here.sandbox;
	const contact = [...hubspot.contacts.values()].find(({ archivedAt }) => !archivedAt)!;
	const { attempts } = await hubspot.workflows.sendWebhook({
		url: `${trigger.url}?webinarId=995-1234-5678`,
		contactId: contact.id,
		retryDelaysMs: [],
		...options,
	});
	return { contact, status: attempts.at(-1)?.status, items: trigger.executions.flat() };
}

const withKey = { name: 'X-API-Key', value: WEBHOOK_SECRET };
const KEY = { verification: 'apiKeyHeader', headerName: 'X-API-Key' };

describe('"Send a webhook"', () => {
	it.each<[string, Partial<WebhookOptions>]>([
		['the whole contact', { properties: 'all' }],
		['chosen properties', { properties: ['email', 'firstname'] }],
		['a query', { method: 'GET', properties: ['email', 'firstname'] }],
	])('as %s is read', async (_what, options) => {
		const { contact, status, items } = await send(KEY, { apiKeyHeader: withKey, ...options });
		expect(status).toBe(200);
		expect(items).toEqual([
			expect.objectContaining({
				calledBy: 'webhook',
				answer: 'atOnce',
				callbackId: '',
				email: contact.email,
				webinarId: '99512345678',
			}),
		]);
	});

	it.each([undefined, { ...withKey, value: 'wrong' }, { ...withKey, name: 'X-Other' }])(
		'without the right API key is refused: %j',
		async (apiKeyHeader) => {
			const { status, items } = await send(KEY, { ...(apiKeyHeader && { apiKeyHeader }) });
			expect([status, items]).toEqual([401, []]);
		},
	);

	it.each([
		[{ secret: CLIENT_SECRET }, 200],
		[{ secret: 'another' }, 401],
		[{}, 401],
	])('is verified by request signature where that is chosen: %j', async (options, expected) => {
		const { status } = await send({ verification: 'signature' }, options);
		expect(status).toBe(expected);
	});

	it('is taken from anybody where nothing is verified', async () => {
		expect((await send({ verification: 'none' })).items).toHaveLength(1);
	});

	it('has neither a definition nor choices', async () => {
		await send({ verification: 'none' });
		const { origin } = trigger!;
		expect((await fetch(`${origin}/webhook/hubspot-definition`)).status).toBe(404);
		const choices = await fetch(`${origin}/webhook/hubspot-choices`, {
			method: 'POST',
			body: '{}',
		});
		expect(choices.status).toBe(404);
	});

	it.each(['', 'not json', '[]', '{"a":'.repeat(100)])(
		'of an unreadable body is 400: %s',
		async (body) => {
			trigger = await startTrigger({ calledBy: 'webhook', verification: 'none', options: {} });
			const answer = await fetch(trigger.url, { method: 'POST', body });
			expect(answer.status).toBe(400);
			expect(trigger.outputs).toEqual([]);
		},
	);
});

describe('at activation', () => {
	async function refusal(parameters: INodeParameters, credential = {}) {
		const error: unknown = await engine
			.activate({ credential, parameters: { options: {}, ...parameters } })
			.then(
				() => undefined,
				(thrown: unknown) => thrown,
			);
		if (error !== undefined && !(error instanceof NodeOperationError)) throw error;
		return error?.message;
	}

	it('an empty secret is named', async () => {
		expect(await refusal({ calledBy: 'webhook', ...KEY })).toContain('Webhook Secret');
		expect(await refusal({ calledBy: 'workflowAction' })).toContain('Client Secret');
		expect(await refusal({ calledBy: 'webhook', verification: 'none' })).toBeUndefined();
	});

	it('a secret that can be guessed is named', async () => {
		const short = await refusal({ calledBy: 'webhook', ...KEY }, { webhookSecret: 'swordfish' });
		expect(short).toBe('The field Webhook Secret of the credential is shorter than 16 characters');
		expect(
			await refusal({ calledBy: 'workflowAction' }, { clientSecret: 'short' }),
		).toBeUndefined();
	});

	it.each([
		[{ acceptedPortals: '443, acme' }, 'acme'],
		[{ publicUrl: 'n8n.example.com' }, 'Public URL'],
		[{ publicUrl: 'http://n8n.example.com' }, 'Public URL'],
	])('a field that cannot work is named: %j', async (options, named) => {
		const parameters = { calledBy: 'webhook', verification: 'none', options };
		expect(await refusal(parameters)).toContain(named);
	});
});
