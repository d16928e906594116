import { randomUUID } from 'node:crypto';

import {
	createAdobeConnectCredential,
	createCredential,
	createMarketoCredentials,
	createSandboxCredentials,
	type CredentialRef,
} from '../host/drive/credentials';
import { waitForExecutionId } from '../host/drive/executions';
import { importWorkflow, type WorkflowFile } from '../host/drive/templates';
import { runManually } from '../host/drive/workflows';
import { startSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox/contract';
import { makeStory } from '../story';
import { chatModel, type ChatModel, type ToolCall } from './support/chatModel';
import { CleanUp } from './support/cleanUp';
import { locator } from './support/nodes';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
const story = makeStory({ seed: 72, registrants: 60, now: new Date().toISOString() });

let sandbox: Sandbox;
let credentials: CredentialRef[];

beforeAll(async () => {
	sandbox = await startSandbox({ world: story.world });
	credentials = [
		...(await createSandboxCredentials(n8n, sandbox)),
		...(await createMarketoCredentials(n8n, sandbox)),
		await createAdobeConnectCredential(n8n, sandbox),
	];
	for (const { id } of credentials) cleanUp.credential(id);
});

afterAll(async () => {
	await cleanUp.all();
	await sandbox.close();
});

const chosenByModel = (key: string, what: string) =>
	`={{ $fromAI('${key}', '${what}', 'string') }}`;

/** The nodes as somebody hangs them on an agent: what the model is to choose is left to it. */
const TOOLS: Array<[name: string, type: string, parameters: Record<string, unknown>]> = [
	[
		'Who attended',
		'zoomWebinarTool',
		{
			resource: 'attendee',
			operation: 'get',
			webinar: locator('id', chosenByModel('webinarId', 'ID of the webinar')),
		},
	],
	[
		'Find Adobe webinars',
		'adobeConnectTool',
		{ resource: 'webinar', operation: 'getAll', which: 'all' },
	],
	[
		'Participation',
		'hubSpotWebinarTool',
		{
			resource: 'attendance',
			operation: 'getAll',
			participationOf: 'contact',
			contact: chosenByModel('contact', 'Email address of the contact'),
		},
	],
	['Find programs', 'marketoProgramTool', { resource: 'program', operation: 'getAll' }],
];

function agentWorkflow(openAi: CredentialRef): WorkflowFile {
	const node = (
		name: string,
		type: string,
		typeVersion: number,
		parameters: object,
		at: number,
	) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [at * 220, 0] as [number, number],
		parameters: { ...parameters },
	});
	const chain = '@n8n/n8n-nodes-langchain';
	const to = (type: string) => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
	const model = {
		...node('Model', `${chain}.lmChatOpenAi`, 1.2, { model: locator('id', 'gpt-4.1-mini') }, 1),
		credentials: { openAiApi: { id: openAi.id, name: openAi.name } },
	};
	return {
		name: 'An agent with our nodes',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}, 0),
			node('Agent', `${chain}.agent`, 3, { promptType: 'define', text: 'Who came?' }, 2),
			model,
			...TOOLS.map(([name, type, parameters], at) =>
				node(name, `n8n-nodes-webinars.${type}`, 1, parameters, at + 3),
			),
		],
		connections: {
			Start: to('main'),
			Model: to('ai_languageModel'),
			...Object.fromEntries(TOOLS.map(([name]) => [name, to('ai_tool')])),
		},
		settings: { executionOrder: 'v1' },
	};
}

/** One run of the agent, to its end, with a model that asks for these calls. */
async function asked(calls: ToolCall[]): Promise<{ model: ChatModel; status: string }> {
	const model = await chatModel(calls);
	const data = { apiKey: 'FAKE-openai-key', url: model.url };
	const openAi = await createCredential(n8n, 'openAiApi', `Model ${randomUUID()}`, data);
	cleanUp.credential(openAi.id);
	const { id } = await importWorkflow(n8n, agentWorkflow(openAi), [...credentials, openAi]);
	cleanUp.workflow(id);
	const run = await runManually(n8n, id, 'Start');
	if (!('executionId' in run)) throw new Error('a manual start must not wait');
	const { status } = await waitForExecutionId(n8n, run.executionId, { timeoutMs: 90_000 });
	await model.close();
	return { model, status };
}

describe("n8n's own agent with the nodes as its tools", () => {
	test('tells the model what each does, calls them, and hands over little', async () => {
		const { model, status } = await asked([
			{ tool: 'Who_attended', args: { webinarId: String(story.main.webinarId) } },
			{ tool: 'Find_Adobe', args: {} },
			{ tool: 'Participation', args: { contact: 'nobody@example.com' } },
			{ tool: 'Find_programs', args: {} },
		]);
		expect(status).toBe('success');
		const described = model.tools().map((one) => one.function.description);
		expect(described.sort()).toEqual([
			'Get attendees in Zoom Webinar',
			'Get many participations in HubSpot Webinar',
			'Get many programs in Marketo Program',
			'Get many webinars in Adobe Connect',
		]);
		const [attendees = '', webinars = ''] = model.answers();
		expect(model.answers()).toHaveLength(4);
		expect(attendees).toContain('peopleNotShown');
		expect(attendees.length).toBeLessThan(10_000);
		expect(webinars).toContain('webinarId');
	});

	test('tells the model what to change when it has chosen wrongly, and goes on', async () => {
		const { model, status } = await asked([
			{ tool: 'Who_attended', args: { webinarId: '12' } },
			{ tool: 'Who_attended', args: { webinarId: '999999999' } },
			{ tool: 'Who_attended', args: { webinarId: String(story.main.webinarId) } },
		]);
		expect(status).toBe('success');
		const [malformed, unknown, right] = model.answers();
		expect(malformed).toMatch(/webinar ID.*12.*(digits|Copy|Choose|Enter)/i);
		expect(unknown).toMatch(/999999999|not found|does not know|no webinar/i);
		expect(right).toContain('peopleNotShown');
	});
});
