import type { Sandbox } from '../../sandbox/contract';
import type { StorySession } from '../../story/contract';
import {
	type Execution,
	executionError,
	latestExecutionId,
	waitForExecution,
} from '../drive/executions';
import type { Calls } from './budget';
import type { N8nClient } from '../server/n8nClient';
import { activate, findNode, webhookUrl, type Workflow } from '../drive/workflows';

/** The template of the main job, and the node in it that writes to HubSpot. */
export const MAIN_TEMPLATE = 'zoom-webinar-ended-to-hubspot';
export const SYNC_NODE = 'Sync attendance';

export interface MainJobOptions {
	n8n: N8nClient;
	sandbox: Sandbox;
	session: StorySession;
	workflow: Workflow;
	/** Told about once a second while the execution runs. */
	onProgress?: (calls: Calls) => void;
	timeoutMs?: number;
}

export interface MainJobRun {
	execution: Execution;
	calls: Calls;
	/** Calls that changed a vendor's state. */
	writes: Calls;
	/** From the start of the execution to its end. */
	seconds: number;
}

/** Activates the template and waits until Zoom could reach it; returns the address for Zoom. */
export async function activateMainTemplate(n8n: N8nClient, workflow: Workflow): Promise<string> {
	const trigger = findNode(workflow, 'zoomWebinarTrigger');
	const url = await webhookUrl(n8n, workflow, trigger.name);
	await activate(n8n, workflow.id, url);
	return url;
}

/**
 * The main job, as it happens to a user: the webinar ends, Zoom calls the active workflow, n8n runs
 * it to its end. Throws when n8n refuses the call or the execution fails.
 */
export async function runMainJob(options: MainJobOptions, hook: string): Promise<MainJobRun> {
	const { n8n, sandbox, session, workflow, onProgress, timeoutMs } = options;
	const used = (kind: 'calls' | 'writes'): Calls => ({
		zoom: sandbox.books[kind]('zoom').length,
		hubspot: sandbox.books[kind]('hubspot').length,
	});
	const after = await latestExecutionId(n8n, workflow.id);
	sandbox.books.clear();
	const { webinarId, sessionUuid } = session;
	const delivery = await sandbox.zoom.webinarEnded(webinarId, sessionUuid, hook);
	if (delivery.status === null || delivery.status >= 300) {
		throw new Error(
			`n8n answered the webhook with ${delivery.status ?? 'nothing'}: ${delivery.body.slice(0, 300)}`,
		);
	}
	const onTick = () => onProgress?.(used('calls'));
	const execution = await waitForExecution(n8n, workflow.id, { after, onTick, timeoutMs });
	if (execution.status !== 'success') {
		throw new Error(
			`Execution ${execution.id} ended with "${execution.status}": ${executionError(execution)}`,
		);
	}
	const times = [execution.startedAt, execution.stoppedAt ?? ''].map((time) => Date.parse(time));
	const seconds = (times[1] - times[0]) / 1000;
	return { execution, calls: used('calls'), writes: used('writes'), seconds };
}
