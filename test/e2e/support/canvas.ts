import type { CredentialRef } from '../../host/drive/credentials';
import { type Execution, waitForExecutionId } from '../../host/drive/executions';
import { importWorkflow, type WorkflowFile } from '../../host/drive/templates';
import { activate, deactivate, runManually, type Workflow } from '../../host/drive/workflows';
import { CleanUp } from './cleanUp';
import { sharedN8n } from './sharedServer';

/** The shared n8n as one story uses it: credentials, workflows, what runs; all taken away at its end. */
export class Canvas {
	readonly n8n = sharedN8n();
	private readonly cleanUp = new CleanUp(this.n8n);
	private readonly active: Array<{ id: string; url?: string }> = [];
	private readonly credentials: CredentialRef[] = [];

	/** Credentials of which every imported workflow picks its own. */
	hold(credentials: CredentialRef[]): void {
		this.credentials.push(...credentials);
		for (const { id } of credentials) this.cleanUp.credential(id);
	}

	/** Imports a workflow as a user does. */
	async imported(file: WorkflowFile): Promise<Workflow> {
		const made = await importWorkflow(this.n8n, file, this.credentials);
		this.cleanUp.workflow(made.id);
		return made;
	}

	/** "Execute workflow" from its manual start, to its end. */
	async run(file: WorkflowFile): Promise<Execution> {
		const { id } = await this.imported(file);
		return await this.again(id);
	}

	/** The same of a workflow that is there already. */
	async again(workflowId: string, start = 'Start'): Promise<Execution> {
		const run = await runManually(this.n8n, workflowId, start);
		if (!('executionId' in run)) throw new Error('The workflow waits for a call');
		return await waitForExecutionId(this.n8n, run.executionId, { timeoutMs: 90_000 });
	}

	/** Publishes a workflow. @param url of a webhook that is waited for; none for polling */
	async publish(workflowId: string, url?: string): Promise<void> {
		this.active.push({ id: workflowId, url });
		await activate(this.n8n, workflowId, url);
	}

	/** Takes a published workflow down again, so that another one can have its webhook. */
	async retire(workflowId: string): Promise<void> {
		const at = this.active.findIndex(({ id }) => id === workflowId);
		const [one] = at < 0 ? [] : this.active.splice(at, 1);
		await deactivate(this.n8n, workflowId, one?.url);
	}

	/** A polling workflow looks now: it is taken down and published again. */
	async polls(workflowId: string): Promise<void> {
		await deactivate(this.n8n, workflowId);
		await activate(this.n8n, workflowId);
	}

	/** Takes everything away again. */
	async clear(): Promise<void> {
		for (const { id, url } of this.active) await deactivate(this.n8n, id, url);
		await this.cleanUp.all();
	}
}
