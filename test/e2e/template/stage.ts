import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox/contract';
import type { HubSpotContactState } from '../../sandbox/world';
import { makeStory } from '../../story';
import type { Story, StorySession } from '../../story/contract';
import { differences, expectedHubSpot, type Expectation } from '../../truth';
import { createSandboxCredentials } from '../../host/drive/credentials';
import { type Execution, waitForExecutionId } from '../../host/drive/executions';
import { activateMainTemplate, MAIN_TEMPLATE } from '../../host/job/mainJob';
import type { N8nClient } from '../../host/server/n8nClient';
import { importWorkflow, readTemplate, type WorkflowFile } from '../../host/drive/templates';
import { deactivate, runManually, type Workflow } from '../../host/drive/workflows';
import { remove } from '../support/cleanUp';
import { sharedN8n } from '../support/sharedServer';
import { dropTables } from './tables';

export interface StageOptions {
	seed: number;
	registrants: number;
	/** How long ago the main webinar ended; default: just now. */
	hoursAgo?: number;
	reportDelayMinutes?: number;
	/** Changes the template before it is imported, as a user might. */
	edit?: (file: WorkflowFile, story: Story) => void;
}

/** The template, imported and active in the real n8n, between a Zoom and a HubSpot. */
export interface Stage {
	n8n: N8nClient;
	sandbox: Sandbox;
	story: Story;
	/** HubSpot's contacts as they were before anything ran. */
	before: HubSpotContactState[];
	workflow: Workflow;
	/** Where Zoom delivers. */
	hook: string;
	/** What HubSpot must hold after these sessions, in the order they were written. */
	expectation(sessions: StorySession[]): Expectation;
	/** Everything in which HubSpot differs from it. */
	differences(sessions: StorySession[]): string[];
	/** "Execute workflow" from one of the starts, to its end. */
	start(node: string): Promise<Execution>;
	/** The same in a changed copy of the template. */
	startCopy(node: string, edit: (file: WorkflowFile) => void): Promise<Execution>;
	/** Takes everything away again. */
	close(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** Parameters of one node of a workflow file. */
export function parametersOf(file: WorkflowFile, name: string): Record<string, unknown> {
	const node = file.nodes.find((candidate) => candidate.name === name);
	if (!node) throw new Error(`The template has no node "${name}"`);
	return node.parameters;
}

/** Sets a stage of its own: another world, fresh tables, another copy of the template. */
export async function setStage(options: StageOptions): Promise<Stage> {
	const { seed, registrants, hoursAgo = 0, reportDelayMinutes, edit } = options;
	const n8n = sharedN8n();
	await dropTables(n8n);
	const now = new Date(Date.now() - hoursAgo * HOUR_MS).toISOString();
	const story = makeStory({ seed, registrants, now, reportDelayMinutes });
	const before = structuredClone(story.world.hubspot.contacts);
	const sandbox = await startSandbox({ world: story.world });
	if (hoursAgo > 0) sandbox.advance(hoursAgo * HOUR_MS);
	const credentials = await createSandboxCredentials(n8n, sandbox);
	const file = readTemplate(MAIN_TEMPLATE);
	edit?.(file, story);
	const workflow = await importWorkflow(n8n, file, credentials);
	const hook = await activateMainTemplate(n8n, workflow);
	const imported = [workflow.id];
	const start = async (id: string, node: string) => {
		const run = await runManually(n8n, id, node);
		if (!('executionId' in run)) throw new Error(`${node} waits for a call`);
		return await waitForExecutionId(n8n, run.executionId);
	};
	const rules = { zoomAccountId: story.world.zoom.accountId };
	const expectation = (sessions: StorySession[]) => expectedHubSpot(sessions, rules);
	return {
		n8n,
		sandbox,
		story,
		before,
		workflow,
		hook,
		expectation,
		differences: (sessions) => differences(expectation(sessions), sandbox.hubspot, before),
		start: async (node) => await start(workflow.id, node),
		async startCopy(node, change) {
			const changed = readTemplate(MAIN_TEMPLATE);
			change(changed);
			const { id } = await importWorkflow(n8n, changed, credentials);
			imported.push(id);
			return await start(id, node);
		},
		async close() {
			await deactivate(n8n, workflow.id, hook);
			for (const id of imported) await remove(n8n, `/workflows/${id}`);
			for (const { id } of credentials) await remove(n8n, `/credentials/${id}`);
			await dropTables(n8n);
			await sandbox.close();
		},
	};
}
