import { createTemplateCredentials } from '../../host/drive/credentials';
import { importWorkflow, readTemplate, type WorkflowFile } from '../../host/drive/templates';
import { activate, waitForWebhook, webhookPaths, type Workflow } from '../../host/drive/workflows';
import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox/contract';
import { makeStory } from '../../story';
import type { Story } from '../../story/contract';
import type { World } from '../../sandbox/world';
import { bePatient } from '../../e2e/support/patientZoom';
import { heldBefore, Judge } from '../../e2e/templates/support/judge';
import type { Cluster } from './cluster';

const HOUR_MS = 3_600_000;

export interface SceneOptions {
	/** File name in workflows/, without `.json`. */
	template: string;
	/** Of the story; another one in each scene, because the scenes share the Data Tables. */
	seed: number;
	registrants: number;
	/** How long ago the main webinar ended; default: just now. */
	hoursAgo?: number;
	/** Minutes after the end at which Zoom's report is ready; default: at once. */
	reportDelayMinutes?: number;
	prepare?: (world: World) => void;
	/** Changes the template as a user might. */
	edit?: (file: WorkflowFile) => void;
}

/** Vendors of its own around the cluster, and a template with credentials for them. */
export interface Scene {
	story: Story;
	sandbox: Sandbox;
	judge: Judge;
	workflow: Workflow;
	/** Publishes it, and waits until the webhook processor answers. */
	publish(): Promise<void>;
	/** Where the outside world reaches a trigger: at the webhook processor. @param end of the path */
	hookOf(nodeName: string, end?: string): Promise<string>;
	close(): Promise<void>;
}

/** Sets up vendors and template; the workflow is not published yet. */
export async function setScene(cluster: Cluster, options: SceneOptions): Promise<Scene> {
	const { template, seed, registrants, hoursAgo = 0, reportDelayMinutes } = options;
	const { n8n, webhook } = cluster;
	const now = new Date(Date.now() - hoursAgo * HOUR_MS).toISOString();
	const story = makeStory({ seed, registrants, now, reportDelayMinutes });
	options.prepare?.(story.world);
	const before = heldBefore(story);
	const sandbox = await startSandbox({ world: story.world });
	bePatient(sandbox);
	if (hoursAgo > 0) sandbox.advance(hoursAgo * HOUR_MS);
	const file = readTemplate(template);
	options.edit?.(file);
	const credentials = await createTemplateCredentials(n8n, sandbox, { publicUrl: webhook.url });
	const workflow = await importWorkflow(n8n, file, credentials);
	const hookOf = async (nodeName: string, end = '') => {
		const paths = await webhookPaths(n8n, workflow, nodeName);
		const path = paths.find((one) => one.endsWith(end));
		if (path === undefined) throw new Error(`${nodeName} has no address that ends with "${end}"`);
		return `${webhook.url}${path}`;
	};
	return {
		story,
		sandbox,
		judge: new Judge(story, sandbox, before),
		workflow,
		hookOf,
		async publish() {
			await activate(n8n, workflow.id);
			for (const { name, type, webhookId } of workflow.nodes) {
				if (!webhookId || type.endsWith('.wait')) continue;
				for (const path of await webhookPaths(n8n, workflow, name)) {
					await waitForWebhook(`${webhook.url}${path}`, true);
				}
			}
		},
		close: async () => await sandbox.close(),
	};
}
