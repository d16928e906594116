import {
	type Execution,
	getExecution,
	latestExecutionId,
	waitForExecutionId,
} from '../../host/drive/executions';
import { HttpError } from '../../host/server/http';
import { runManually } from '../../host/drive/workflows';
import { until } from '../../sandbox/testing/until';
import type { Cluster } from './cluster';
import type { Member } from './member';
import { figures, say } from '../report';
import type { Scene } from './scene';

const WAIT = { everyMs: 200, timeoutMs: 180_000 };

/** Does something that starts the template. @returns the id of the execution, once there is one */
export async function begun(cluster: Cluster, scene: Scene, action: () => Promise<unknown>) {
	const { n8n } = cluster;
	const after = await latestExecutionId(n8n, scene.workflow.id);
	await action();
	const newest = async () => {
		const id = await latestExecutionId(n8n, scene.workflow.id);
		return id > after ? id : 0;
	};
	return String(await until(newest, 'an execution begins'));
}

/** Presses one of the template's starts. @returns the id of the execution */
export async function press(cluster: Cluster, scene: Scene, start: string): Promise<string> {
	const run = await runManually(cluster.n8n, scene.workflow.id, start);
	if (!('executionId' in run)) throw new Error(`${start} waits for a call`);
	return run.executionId;
}

/** Waits for the end of an execution, well or badly. */
export async function ended({ n8n }: Cluster, id: string): Promise<Execution> {
	return await waitForExecutionId(n8n, id, WAIT);
}

/** Kills the worker that has an execution as soon as it is far enough, and starts it again. */
export async function killDuring(
	cluster: Cluster,
	id: string,
	isFarEnough: () => Promise<unknown>,
) {
	const worker = await workerOf(cluster, id);
	await isFarEnough();
	await worker.kill();
	const { status } = await getExecution(cluster.n8n, id);
	await worker.start();
	if (status !== 'running')
		throw new Error(`${id} had ended when its worker was killed: ${status}`);
	figures.kills += 1;
	say(`killed ${worker.name} in execution ${id}`);
}

/** The worker that has an execution. */
export async function workerOf({ workers }: Cluster, id: string): Promise<Member> {
	const found = await until(() => workers.find((one) => one.hasBegun(id)), `a worker takes ${id}`);
	return found as Member;
}

/** Waits until n8n has given up an execution whose worker was killed: it begins nothing again by itself. */
export async function givenUp(cluster: Cluster, id: string): Promise<void> {
	const { status } = await ended(cluster, id);
	// The worker itself finds it when it is back, or the queue does when the lock has run out.
	if (status !== 'crashed' && status !== 'error') {
		throw new Error(`Execution ${id}, whose worker was killed, is "${status}"`);
	}
	figures.crashed += 1;
}

/**
 * Retry in the list of executions. What it is worth depends on what n8n has kept of the execution: it refuses,
 * ends at once with the words of the first, or begins anew.
 * @returns what n8n says
 */
export async function retry({ n8n }: Cluster, id: string): Promise<string> {
	try {
		const body = { loadWorkflow: false };
		const again = await n8n.rest<{ status: string }>('POST', `/executions/${id}/retry`, body);
		return again.status;
	} catch (error) {
		if (error instanceof HttpError) return 'refused';
		throw error;
	}
}
