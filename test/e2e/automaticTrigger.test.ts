import { randomUUID } from 'node:crypto';

import { createSandboxCredentials } from '../host/drive/credentials';
import { nodeItems, waitForExecution } from '../host/drive/executions';
import { importWorkflow } from '../host/drive/templates';
import { activate, deactivate, webhookUrl, type Workflow } from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import { until } from '../sandbox/testing/until';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import { bePatient } from './support/patientZoom';
import { sharedN8n } from './support/sharedServer';

/** Zoom challenges the URL while the subscription is being made, so n8n must answer during activation. */
describe('a trigger that subscribes by itself', () => {
	const n8n = sharedN8n();
	const cleanUp = new CleanUp(n8n);
	const story = makeStory({ seed: 35, registrants: 12, now: new Date().toISOString() });
	let sandbox: Sandbox;
	let workflow: Workflow;
	let url: string;

	beforeAll(async () => {
		sandbox = await startSandbox({ world: story.world });
		bePatient(sandbox);
		sandbox.zoom.serverToServerMaySubscribe = true;
		const credentials = await createSandboxCredentials(n8n, sandbox);
		for (const { id } of credentials) cleanUp.credential(id);
		workflow = await importWorkflow(
			n8n,
			{
				name: 'Subscribes by itself',
				nodes: [
					{
						id: randomUUID(),
						name: 'Zoom',
						type: 'n8n-nodes-webinars.zoomWebinarTrigger',
						typeVersion: 1,
						position: [0, 0],
						parameters: { registration: 'automatic', events: ['webinar.started', 'webinar.ended'] },
						webhookId: randomUUID(),
					},
				],
				connections: {},
				settings: { executionOrder: 'v1' },
			},
			credentials,
		);
		cleanUp.workflow(workflow.id);
		url = await webhookUrl(n8n, workflow, 'Zoom');
	});
	afterAll(async () => {
		await cleanUp.all();
		await sandbox.close();
	});

	test('is subscribed when its workflow is active', async () => {
		await activate(n8n, workflow.id, url);
		// n8n activates and deactivates in the background.
		await until(() => sandbox.zoom.subscriptions.length === 1, 'the subscription is made');
		expect(sandbox.zoom.subscriptions).toMatchObject([
			{ event_webhook_url: url, events: ['webinar.started', 'webinar.ended'] },
		]);
	});

	test('starts once with what Zoom tells the subscription', async () => {
		const { webinarId, sessionUuid } = story.main;
		const { status } = await sandbox.zoom.webinarEnded(webinarId, sessionUuid, url);
		expect(status).toBe(200);
		const execution = await waitForExecution(n8n, workflow.id);
		expect(execution.status).toBe('success');
		expect(nodeItems(execution, 'Zoom', 0).map(({ json }) => json)).toMatchObject([
			{ event: 'webinar.ended', webinar: { webinarId: String(webinarId) } },
		]);
	});

	test('is subscribed no longer when its workflow is taken down', async () => {
		await deactivate(n8n, workflow.id, url);
		await until(() => sandbox.zoom.subscriptions.length === 0, 'the subscription is gone');
		expect(sandbox.zoom.subscriptions).toEqual([]);
	});
});
