import { randomUUID } from 'node:crypto';

import { createSandboxCredentials, testCredential } from '../host/drive/credentials';
import { nodeItems, waitForExecution } from '../host/drive/executions';
import { importWorkflow } from '../host/drive/templates';
import {
	findNode,
	runManually,
	waitForWebhook,
	webhookUrl,
	type Workflow,
} from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import { bePatient } from './support/patientZoom';
import { sharedN8n } from './support/sharedServer';

/** What a user does before anything is active: listen, let Zoom call the test URL, look. */
describe('"Listen for test event" of the Zoom Webinar Trigger', () => {
	const n8n = sharedN8n();
	const cleanUp = new CleanUp(n8n);
	const story = makeStory({ seed: 31, registrants: 12, now: new Date().toISOString() });
	let sandbox: Sandbox;
	let workflow: Workflow;
	let testUrl: string;

	beforeAll(async () => {
		sandbox = await startSandbox({ world: story.world });
		bePatient(sandbox);
		const credentials = await createSandboxCredentials(n8n, sandbox);
		for (const { id } of credentials) cleanUp.credential(id);
		workflow = await importWorkflow(
			n8n,
			{
				name: 'Only the trigger',
				nodes: [
					{
						id: randomUUID(),
						name: 'Webinar ended',
						type: 'n8n-nodes-webinars.zoomWebinarTrigger',
						typeVersion: 1,
						position: [0, 0],
						parameters: {},
					},
				],
				connections: {},
				settings: { executionOrder: 'v1' },
			},
			credentials,
		);
		cleanUp.workflow(workflow.id);
		testUrl = await webhookUrl(n8n, workflow, findNode(workflow, 'zoomWebinarTrigger').name, {
			test: true,
		});
	});
	afterAll(async () => {
		await cleanUp.all();
		await sandbox.close();
	});

	async function listen(): Promise<void> {
		expect(await runManually(n8n, workflow.id, 'Webinar ended')).toMatchObject({
			waitingForWebhook: true,
		});
		await waitForWebhook(testUrl, true);
	}

	test('does not answer as long as nobody listens', async () => {
		const { status } = await sandbox.zoom.webinarEnded(
			story.main.webinarId,
			story.main.sessionUuid,
			testUrl,
		);
		expect(status).toBe(404);
	});

	test('answers the URL validation while it listens', async () => {
		await listen();
		expect(await sandbox.zoom.validateUrl(testUrl)).toBe(true);
	});

	test('starts once with the webinar that ended', async () => {
		await listen();
		const { webinarId, sessionUuid, topic } = story.main;
		const { status } = await sandbox.zoom.webinarEnded(webinarId, sessionUuid, testUrl);
		expect(status).toBe(200);
		const execution = await waitForExecution(n8n, workflow.id);
		expect(execution).toMatchObject({ status: 'success', mode: 'manual' });
		expect(nodeItems(execution, 'Webinar ended', 0).map(({ json }) => json)).toMatchObject([
			{
				event: 'webinar.ended',
				webinar: { webinarId: String(webinarId), sessionId: sessionUuid, topic },
			},
		]);
	});
});

/** The Test button of the credential dialog, which tells wrong secrets from right ones. */
describe('credentials', () => {
	const n8n = sharedN8n();
	const cleanUp = new CleanUp(n8n);
	const story = makeStory({ seed: 32, registrants: 12, now: new Date().toISOString() });
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ world: story.world });
	});
	afterAll(async () => {
		await cleanUp.all();
		await sandbox.close();
	});

	test.each([
		['right', (world: Sandbox) => world, 'OK'],
		[
			'wrong',
			(world: Sandbox) => ({
				...world,
				zoom: { world: { ...world.zoom.world, clientSecret: 'wrong-example' } },
				hubspot: { world: { ...world.hubspot.world, serviceKey: 'pat-na1-wrong-example' } },
			}),
			'Error',
		],
	] as const)('%s secrets', async (_, vendors, expected) => {
		const credentials = await createSandboxCredentials(n8n, vendors(sandbox));
		for (const { id } of credentials) cleanUp.credential(id);
		for (const { id } of credentials) {
			expect(await testCredential(n8n, id)).toMatchObject({ status: expected });
		}
	});

	test('a missing scope is told apart from a wrong secret', async () => {
		const { zoom } = sandbox;
		const scopes = zoom.world.scopes.splice(0);
		const [{ id } = { id: '' }, { id: other } = { id: '' }] = await createSandboxCredentials(
			n8n,
			sandbox,
		);
		cleanUp.credential(id);
		cleanUp.credential(other);
		const answer = await testCredential(n8n, id);
		zoom.world.scopes.push(...scopes);
		expect(answer.status).toBe('Error');
		expect(answer.message).toContain('user:read:list_users:admin');
	});
});
