import { randomUUID } from 'node:crypto';

import { createSandboxCredentials } from '../host/drive/credentials';
import { nodeItems, waitForExecution } from '../host/drive/executions';
import { importWorkflow, type WorkflowFile } from '../host/drive/templates';
import { runManually } from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import { sharedN8n } from './support/sharedServer';
import { upcomingWebinar } from './support/upcomingWebinar';

const people = [
	{ email: 'Ada@Example.com', firstName: 'Ada', lastName: 'Lovelace' },
	{ email: 'grace@example.com', firstName: 'Grace', lastName: 'Hopper' },
	{ email: 'ada@example.com', firstName: 'Ada', lastName: 'Again' },
	{ email: 'nobody@example.com', firstName: '', lastName: 'Nameless' },
];

/** Manual start → four people → *Add contact to webinar*, as somebody would build it. */
function registrationWorkflow(webinarId: number): WorkflowFile {
	const node = (name: string, type: string, parameters: Record<string, unknown>, at: number) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion: type.endsWith('set') ? 3.4 : 1,
		position: [at * 220, 0] as [number, number],
		parameters,
	});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		name: 'Register contacts',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}, 0),
			node(
				'People',
				'n8n-nodes-base.set',
				{ mode: 'raw', jsonOutput: JSON.stringify({ people }), options: {} },
				1,
			),
			node('One by one', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'people', options: {} }, 2),
			node(
				'Register',
				'n8n-nodes-webinars.zoomWebinar',
				{
					resource: 'registrant',
					operation: 'add',
					webinar: { __rl: true, mode: 'id', value: String(webinarId) },
					email: '={{ $json.email }}',
					firstName: '={{ $json.firstName }}',
					lastName: '={{ $json.lastName }}',
					options: {},
				},
				3,
			),
		],
		connections: { Start: to('People'), People: to('One by one'), 'One by one': to('Register') },
		settings: { executionOrder: 'v1' },
	};
}

describe('contacts registered by a workflow in a real n8n', () => {
	const n8n = sharedN8n();
	const cleanUp = new CleanUp(n8n);
	const story = makeStory({ seed: 33, registrants: 12, now: new Date().toISOString() });
	const webinar = upcomingWebinar(story.world.zoom);
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox({ world: story.world });
	});
	afterAll(async () => {
		await cleanUp.all();
		await sandbox.close();
	});

	async function run(): Promise<Array<Record<string, unknown>>> {
		const credentials = await createSandboxCredentials(n8n, sandbox);
		for (const { id } of credentials) cleanUp.credential(id);
		const workflow = await importWorkflow(n8n, registrationWorkflow(webinar.id), credentials);
		cleanUp.workflow(workflow.id);
		await runManually(n8n, workflow.id, 'Start');
		const execution = await waitForExecution(n8n, workflow.id);
		expect(execution.status).toBe('success');
		return nodeItems(execution, 'Register', 0).map(({ json }) => json as Record<string, unknown>);
	}

	test('everybody comes out with an outcome, and Zoom has whom it took', async () => {
		expect(await run()).toMatchObject([
			{ email: 'Ada@Example.com', outcome: { destination: 'zoom', result: 'synced' } },
			{ email: 'grace@example.com', outcome: { result: 'synced' } },
			{ email: 'ada@example.com', outcome: { result: 'skipped', reason: 'duplicate' } },
			{ email: 'nobody@example.com', outcome: { result: 'failed', reason: 'missingFirstName' } },
		]);
		expect(webinar.registrants.map(({ email }) => email.toLowerCase()).sort()).toEqual([
			'ada@example.com',
			'grace@example.com',
		]);
	});

	test('a second run registers nobody again and hands over the same join links', async () => {
		const links = new Set(webinar.registrants.map(({ join_url }) => join_url));
		const [ada, grace] = await run();
		for (const item of [ada, grace]) {
			expect(item).toMatchObject({
				outcome: { result: 'unchanged', reason: 'alreadyRegistered' },
				registrant: { joinUrl: expect.any(String) as string },
			});
			expect(links).toContain((item?.registrant as { joinUrl: string }).joinUrl);
		}
		expect(webinar.registrants).toHaveLength(2);
	});
});
