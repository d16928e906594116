import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nClient } from '../server/n8nClient';
import { findNodeType, loadNodeTypes } from './nodeTypes';

export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	webhookId?: string;
}

/** A workflow as n8n stores it. */
export interface Workflow {
	id: string;
	name: string;
	nodes: WorkflowNode[];
}

/** Where the outside world reaches a trigger of ours once its workflow is active; paths are static. */
export async function webhookUrl(
	n8n: N8nClient,
	workflow: Workflow,
	nodeName: string,
	options: { method?: string; test?: boolean } = {},
): Promise<string> {
	const { method = 'POST', test = false } = options;
	const node = nodeNamed(workflow, nodeName);
	const type = findNodeType(await loadNodeTypes(n8n), node);
	const webhook = type?.webhooks?.find(({ httpMethod }) => httpMethod === method);
	if (!webhook) throw new Error(`${nodeName} (${node.type}) has no ${method} webhook`);
	const base = `${n8n.url}/${test ? 'webhook-test' : 'webhook'}`;
	return `${base}/${node.webhookId}/${webhook.path}`;
}

/**
 * Every path at which the outside world reaches a trigger, in the order in which n8n puts them up: one of
 * ours, n8n's own Webhook or its form. None for what is started otherwise.
 */
export async function webhookPaths(
	n8n: N8nClient,
	workflow: Workflow,
	nodeName: string,
): Promise<string[]> {
	const node = nodeNamed(workflow, nodeName);
	const { path } = node.parameters;
	if (node.type === 'n8n-nodes-base.formTrigger') {
		return [`/form/${typeof path === 'string' ? path : node.webhookId}`];
	}
	if (node.type === 'n8n-nodes-base.webhook') return [`/webhook/${String(path)}`];
	const type = findNodeType(await loadNodeTypes(n8n), node);
	const paths = (type?.webhooks ?? []).map(
		(webhook) => `/webhook/${node.webhookId}/${webhook.path}`,
	);
	return [...new Set(paths)];
}

function nodeNamed(workflow: Workflow, name: string): WorkflowNode {
	const node = workflow.nodes.find((candidate) => candidate.name === name);
	if (!node) {
		const names = workflow.nodes.map((candidate) => candidate.name).join(', ');
		throw new Error(`Workflow "${workflow.name}" has no node "${name}"; it has ${names}`);
	}
	return node;
}

/** The first node of a type, by its name without the package: `zoomWebinarTrigger`. */
export function findNode(workflow: Workflow, type: string): WorkflowNode {
	const node = workflow.nodes.find((candidate) => candidate.type.endsWith(`.${type}`));
	if (!node) throw new Error(`Workflow "${workflow.name}" has no node of type ${type}`);
	return node;
}

/** Activates a workflow, until its triggers are set up; with a webhook URL, until n8n answers there. */
export async function activate(n8n: N8nClient, id: string, webhook?: string): Promise<void> {
	await n8n.api('POST', `/workflows/${id}/activate`);
	await waitForPublication(n8n, id, 'published');
	if (webhook) await waitForWebhook(webhook, true);
}

/** Deactivates a workflow, until its triggers are down; with a webhook URL, until that is gone. */
export async function deactivate(n8n: N8nClient, id: string, webhook?: string): Promise<void> {
	await n8n.api('POST', `/workflows/${id}/deactivate`);
	await waitForPublication(n8n, id, 'not_published');
	if (webhook) await waitForWebhook(webhook, false);
}

/** A busy n8n takes its time, and a slow machine as well. */
const PATIENCE_MS = 90_000;

interface Publication {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ errorMessage: string | null }>;
}

/**
 * n8n sets triggers up and takes them down in the background, and an order that it has not begun gives way to
 * the next one: a workflow taken down and published again at once may stay as it is, and is then not polled.
 */
async function waitForPublication(
	n8n: N8nClient,
	id: string,
	wanted: 'published' | 'not_published',
): Promise<void> {
	for (const end = Date.now() + PATIENCE_MS; ; await sleep(100)) {
		const { status, triggers } = await n8n.rest<Publication>(
			'GET',
			`/workflows/${id}/publication-status`,
		);
		if (status === wanted) return;
		const words = triggers.flatMap(({ errorMessage }) => errorMessage ?? []).join('; ');
		if (status === 'failed' || status === 'partial')
			throw new Error(`${id} is ${status}: ${words}`);
		if (Date.now() > end) throw new Error(`Workflow ${id} is still ${status}, not ${wanted}`);
	}
}

/**
 * Waits until n8n answers at an address, or does no longer. An OPTIONS request names the methods that are
 * registered for a path without starting anything.
 */
export async function waitForWebhook(url: string, present: boolean): Promise<void> {
	// An idle connection may be closed by a busy n8n at the very moment at which it is used again.
	const headers = { origin: 'http://localhost', connection: 'close' };
	for (const end = Date.now() + PATIENCE_MS; ; await sleep(200)) {
		const answer = await fetch(url, { method: 'OPTIONS', headers });
		await answer.arrayBuffer();
		const methods = (answer.headers.get('access-control-allow-methods') ?? '')
			.split(',')
			.map((name) => name.trim());
		const registered = methods.some((name) => name !== '' && name !== 'OPTIONS');
		if (registered === present) return;
		if (Date.now() > end) {
			throw new Error(`${url} is ${present ? 'still not registered' : 'still registered'}`);
		}
	}
}

/** What pressing "Execute workflow" leads to: an execution, or a trigger that listens for one call. */
export type ManualRun = { executionId: string } | { waitingForWebhook: true };

/** Presses "Execute workflow" from one of its triggers. */
export async function runManually(n8n: N8nClient, id: string, trigger: string): Promise<ManualRun> {
	const workflowData = await n8n.rest<Workflow>('GET', `/workflows/${id}`);
	nodeNamed(workflowData, trigger);
	return await n8n.rest<ManualRun>('POST', `/workflows/${id}/run`, {
		workflowData,
		triggerToStartFrom: { name: trigger },
	});
}
