import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nClient } from '../server/n8nClient';

export type ExecutionStatus =
	'canceled' | 'crashed' | 'error' | 'new' | 'running' | 'success' | 'unknown' | 'waiting';

export interface ItemOnCanvas {
	json: Record<string, unknown>;
	/** Files by field. */
	binary?: Record<string, unknown>;
	pairedItem?: unknown;
}

interface NodeRun {
	startTime: number;
	executionTime: number;
	executionStatus: string;
	error?: { message: string; description?: string };
	/** By connection type, then by output; an output that gave nothing may be null. */
	data?: Record<string, Array<ItemOnCanvas[] | null>>;
}

/** An execution with its data, as the public API returns it. */
export interface Execution {
	id: string;
	status: ExecutionStatus;
	mode: string;
	startedAt: string;
	stoppedAt: string | null;
	data?: {
		resultData: {
			runData: Record<string, NodeRun[]>;
			lastNodeExecuted?: string;
			error?: { message: string; description?: string; node?: { name: string } };
		};
	};
}

export interface WaitOptions {
	/** Only an execution newer than this id counts; see `latestExecutionId`. Default: any. */
	after?: number;
	/** Milliseconds; default 10 minutes. */
	timeoutMs?: number;
	/** How often n8n is asked, milliseconds; default 1000. */
	everyMs?: number;
	/** Called about once a second while it runs. */
	onTick?: () => void;
}

const ended: ReadonlySet<ExecutionStatus> = new Set(['success', 'error', 'crashed', 'canceled']);

type Listed = Pick<Execution, 'id' | 'status'>;

async function list(n8n: N8nClient, workflowId: string): Promise<Listed[]> {
	const query = `workflowId=${workflowId}&limit=100`;
	const answers = await Promise.all(
		// Without a status the public API leaves out what has not ended.
		['', '&status=running', '&status=waiting'].map(
			async (status) => await n8n.api<{ data: Listed[] }>('GET', `/executions?${query}${status}`),
		),
	);
	return answers.flatMap(({ data }) => data);
}

/** Ids of all executions of a workflow, running ones too, oldest first. */
export async function executionIds(n8n: N8nClient, workflowId: string): Promise<number[]> {
	const ids = new Set((await list(n8n, workflowId)).map(({ id }) => Number(id)));
	return [...ids].sort((a, b) => a - b);
}

/** Id of the newest execution of a workflow, 0 when it never ran. */
export async function latestExecutionId(n8n: N8nClient, workflowId: string): Promise<number> {
	return (await executionIds(n8n, workflowId)).at(-1) ?? 0;
}

/** Fetches one execution with its data, however large. */
export async function getExecution(n8n: N8nClient, id: string | number): Promise<Execution> {
	const query = 'includeData=true&ignoreDataSizeLimit=true';
	return await n8n.api<Execution>('GET', `/executions/${id}?${query}`);
}

/** Waits until an execution of the workflow has ended, well or badly, and returns it with its data. */
export async function waitForExecution(
	n8n: N8nClient,
	workflowId: string,
	options: WaitOptions = {},
): Promise<Execution> {
	const { after = 0, timeoutMs = 600_000, everyMs = 1000, onTick } = options;
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const found = (await list(n8n, workflowId)).find(
			({ id, status }) => Number(id) > after && ended.has(status),
		);
		if (found) return await getExecution(n8n, found.id);
		if (Date.now() > deadline) {
			throw new Error(`No execution of workflow ${workflowId} ended in ${timeoutMs / 1000} s`);
		}
		onTick?.();
		await sleep(everyMs);
	}
}

/** Waits for the execution with this id. */
export async function waitForExecutionId(
	n8n: N8nClient,
	id: string,
	options: Pick<WaitOptions, 'timeoutMs' | 'everyMs' | 'onTick'> = {},
): Promise<Execution> {
	const deadline = Date.now() + (options.timeoutMs ?? 600_000);
	for (;;) {
		const { status } = await n8n.api<Listed>('GET', `/executions/${id}`);
		if (ended.has(status)) return await getExecution(n8n, id);
		if (Date.now() > deadline) throw new Error(`Execution ${id} is still ${status}`);
		options.onTick?.();
		await sleep(options.everyMs ?? 500);
	}
}

/** Ids of what runs or waits now, of all workflows. */
export async function idsByStatus(
	n8n: N8nClient,
	status: 'running' | 'waiting',
): Promise<string[]> {
	const query = `/executions?status=${status}&limit=100`;
	return (await n8n.api<{ data: Listed[] }>('GET', query)).data.map(({ id }) => id);
}

function runsOf(execution: Execution, nodeName: string): NodeRun[] {
	return execution.data?.resultData.runData[nodeName] ?? [];
}

/** Items of one output of a node; of all its runs in the execution, in order. */
export function nodeItems(execution: Execution, nodeName: string, output = 0): ItemOnCanvas[] {
	return runsOf(execution, nodeName).flatMap((run) => run.data?.main?.[output] ?? []);
}

/** Items of all outputs of a node but one. */
export function nodeItemsExcept(
	execution: Execution,
	nodeName: string,
	output: number,
): ItemOnCanvas[] {
	return runsOf(execution, nodeName).flatMap((run) =>
		(run.data?.main ?? []).flatMap((items, index) => (index === output ? [] : (items ?? []))),
	);
}

/** true when the node ran in this execution. */
export function nodeRan(execution: Execution, nodeName: string): boolean {
	return runsOf(execution, nodeName).length > 0;
}

/** The cause of a failed execution in one line; empty when it has none. */
export function executionError(execution: Execution): string {
	const error = execution.data?.resultData.error;
	if (!error) return '';
	const where = error.node ? `${error.node.name}: ` : '';
	const more = error.description ? ` (${error.description})` : '';
	return `${where}${error.message}${more}`;
}

/** Milliseconds that each node took, slowest first. */
export function nodeTimes(execution: Execution): Array<{ node: string; ms: number }> {
	return Object.entries(execution.data?.resultData.runData ?? {})
		.map(([node, runs]) => ({ node, ms: runs.reduce((sum, run) => sum + run.executionTime, 0) }))
		.sort((a, b) => b.ms - a.ms);
}
