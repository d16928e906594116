import { setTimeout as sleep } from 'node:timers/promises';
import { createTemplateCredentials, type CredentialRef } from '../../../host/drive/credentials';
import {
	type Execution,
	executionIds,
	getExecution,
	latestExecutionId,
	idsByStatus,
	waitForExecution,
	waitForExecutionId,
} from '../../../host/drive/executions';
import { importWorkflow, readTemplate, type WorkflowFile } from '../../../host/drive/templates';
import {
	activate,
	deactivate,
	runManually,
	waitForWebhook,
	webhookPaths,
	type Workflow,
} from '../../../host/drive/workflows';
import type { FreshN8n } from '../../../host/server/freshN8n';
import type { Sandbox } from '../../../sandbox/contract';
import { makeStory } from '../../../story';
import type { Story } from '../../../story/contract';
import { Desk } from '../../marketo/support/desk';
import { connect } from '../../support/connect';
import { type Before, heldBefore, Judge } from './judge';
import type { Mailbox } from './mailbox';
import { markAsRun } from './marks';
import type { StageOptions } from './options';
import type { Relay } from './relay';
import { stateOf } from './state';
import { raise, strike, type Surroundings } from './surroundings';
import { insertRow, type Row, setInAllRows, tableRows } from './tables';

export { parametersOf, type StageOptions } from './options';

const HOUR_MS = 3_600_000;
/** Less than a test may take, and long enough for a thousand people on a slow machine. */
const WAIT = { everyMs: 200, timeoutMs: 240_000 };
/** n8n answers some calls before it has begun what they start. */
const QUIET_LOOKS = 6;

/** A template in a fresh n8n of its own, between vendors who play the story. See `setStage`. */
export class Stage {
	/** The vendors against the story: `judge.hubSpot([...])`, `judge.marketo(...)`. */
	readonly judge: Judge;
	/** At Marketo: fills out forms, reads statuses and mails. */
	readonly desk: Desk;
	readonly n8n: FreshN8n;
	readonly sandbox: Sandbox;
	/** The way into n8n, and what came by it. */
	readonly relay: Relay;
	/** Of the mail server that n8n sends by. */
	readonly mailbox: Mailbox;

	constructor(
		private readonly options: StageOptions,
		private readonly surroundings: Surroundings,
		readonly story: Story,
		/** As it was before anything ran. */
		readonly before: Before,
		readonly credentials: CredentialRef[],
		/** The template, as n8n holds it. */
		readonly workflow: Workflow,
	) {
		({
			n8n: this.n8n,
			sandbox: this.sandbox,
			relay: this.relay,
			mailbox: this.mailbox,
		} = surroundings);
		this.judge = new Judge(story, this.sandbox, before);
		this.desk = new Desk(this.sandbox.marketo);
	}

	/** The address that a user copies out of a trigger and gives to the vendor. @param end of its path */
	async hookOf(nodeName: string, end = '', workflow = this.workflow): Promise<string> {
		const paths = await webhookPaths(this.n8n, workflow, nodeName);
		const path = paths.find((one) => one.endsWith(end));
		if (path === undefined) throw new Error(`${nodeName} has no address that ends with "${end}"`);
		return `${this.relay.url}${path}`;
	}

	/** Publishes the template and waits until n8n answers at all of its addresses. */
	async publish(workflow = this.workflow): Promise<void> {
		await activate(this.n8n, workflow.id);
		await this.answers(workflow, true);
	}

	/** Takes it down. */
	async retire(workflow = this.workflow): Promise<void> {
		await deactivate(this.n8n, workflow.id);
		await this.answers(workflow, false);
	}

	/** A polling trigger looks now: it is taken down and published again. No clock makes it look; see `STILL_CLOCK`. */
	async pollNow(): Promise<void> {
		await deactivate(this.n8n, this.workflow.id);
		await activate(this.n8n, this.workflow.id);
	}

	/** Presses "Execute workflow" for a manual start, a schedule or a poll. @returns the execution's id */
	async press(nodeName: string, workflowId = this.workflow.id): Promise<string> {
		const run = await runManually(this.n8n, workflowId, nodeName);
		if (!('executionId' in run)) throw new Error(`${nodeName} waits for a call`);
		return run.executionId;
	}

	/** The same, to its end. */
	async start(nodeName: string, workflowId = this.workflow.id): Promise<Execution> {
		const id = await this.press(nodeName, workflowId);
		return await waitForExecutionId(this.n8n, id, WAIT);
	}

	/** Ids of the executions that wait, for a time or a call. */
	async waiting(): Promise<string[]> {
		return await idsByStatus(this.n8n, 'waiting');
	}

	/** Imports a workflow beside the template, or the template changed by a user. */
	async importAlso(file: WorkflowFile): Promise<Workflow> {
		const made = await importWorkflow(this.n8n, file, this.credentials);
		await connectApp(this.n8n, made);
		return made;
	}

	/** Does something from outside, and waits for the end of the execution of the template that it starts. */
	async executionOf(
		action: () => unknown,
		{ workflowId = this.workflow.id, timeoutMs = WAIT.timeoutMs } = {},
	): Promise<Execution> {
		const after = await latestExecutionId(this.n8n, workflowId);
		await action();
		return await waitForExecution(this.n8n, workflowId, { ...WAIT, after, timeoutMs });
	}

	/** The same for several: everything that has ended when nothing runs any more, oldest first. */
	async executionsOf(action: () => unknown): Promise<Execution[]> {
		const after = await latestExecutionId(this.n8n, this.workflow.id);
		await action();
		await this.settled();
		const ids = await executionIds(this.n8n, this.workflow.id);
		return await Promise.all(
			ids.filter((id) => id > after).map(async (id) => await getExecution(this.n8n, id)),
		);
	}

	/** Waits until n8n runs nothing; what waits for a time or a call is not running. */
	async settled(timeoutMs = WAIT.timeoutMs): Promise<void> {
		for (let quiet = 0, end = Date.now() + timeoutMs; quiet < QUIET_LOOKS; await sleep(150)) {
			quiet = (await idsByStatus(this.n8n, 'running')).length === 0 ? quiet + 1 : 0;
			if (Date.now() > end) throw new Error(`n8n still runs something after ${timeoutMs / 1000} s`);
		}
	}

	/**
	 * Everything that waits in n8n for a time goes on, because that is over now. The sandbox's clock stays: see
	 * `sandbox.advance`. @returns how many executions
	 */
	async endWaits(): Promise<number> {
		return await this.n8n.endWaits();
	}

	/** Rows of a Data Table. */
	async rows(table: string): Promise<Row[]> {
		return await tableRows(this.n8n, table);
	}

	async insertRow(table: string, row: Row): Promise<void> {
		await insertRow(this.n8n, table, row);
	}

	async setInAllRows(table: string, data: Row): Promise<void> {
		await setInAllRows(this.n8n, table, data);
	}

	/** What all vendors hold; equal before and after = nothing has changed. */
	state(): Record<string, unknown> {
		return stateOf(this.sandbox);
	}

	/**
	 * Every call that came from outside so far comes once more, byte for byte and in order; resolves when n8n
	 * has finished what it does because of them.
	 */
	async replayAll(): Promise<{
		answers: Array<{ status: number; text: string }>;
		executions: Execution[];
	}> {
		const answers: Array<{ status: number; text: string }> = [];
		const executions = await this.executionsOf(async () => {
			for (const delivery of [...this.relay.deliveries]) {
				answers.push(await this.relay.again(delivery));
				await this.settled();
			}
		});
		return { answers, executions };
	}

	/** Takes everything down, and notes that the template has run. */
	async close(): Promise<void> {
		try {
			if (!this.options.edit && (await this.hasSucceeded())) markAsRun(this.options.template);
		} finally {
			await strike(this.surroundings);
		}
	}

	private async hasSucceeded(): Promise<boolean> {
		const query = `/executions?workflowId=${this.workflow.id}&status=success&limit=1`;
		return (await this.n8n.api<{ data: unknown[] }>('GET', query)).data.length > 0;
	}

	private async answers(workflow: Workflow, present: boolean): Promise<void> {
		for (const { webhookId, type, name } of workflow.nodes) {
			// A Wait, and a mail that asks for an answer, have an address only while they wait.
			if (!webhookId || /\.(wait|emailSend)$/.test(type)) continue;
			for (const path of await webhookPaths(this.n8n, workflow, name)) {
				await waitForWebhook(`${this.n8n.url}${path}`, present);
			}
		}
	}
}

/**
 * A fresh n8n, all vendors, and the template imported as it is, with the credentials that a user picks. It is
 * not published yet.
 */
export async function setStage(options: StageOptions): Promise<Stage> {
	const { template, seed, registrants = 30, hoursAgo = 0, reportDelayMinutes } = options;
	const now = new Date(Date.now() - hoursAgo * HOUR_MS).toISOString();
	const story = makeStory({ seed, registrants, now, reportDelayMinutes });
	options.prepare?.(story.world, now, story);
	const before = heldBefore(story);
	const surroundings = await raise(story, options.env);
	try {
		const { n8n, sandbox, relay, mailbox } = surroundings;
		if (hoursAgo > 0) sandbox.advance(hoursAgo * HOUR_MS);
		const file = readTemplate(template);
		options.edit?.(file, story);
		const places = { publicUrl: relay.url, mail: mailbox };
		const credentials = await createTemplateCredentials(n8n, sandbox, places);
		const workflow = await importWorkflow(n8n, file, credentials);
		await connectApp(n8n, workflow);
		return new Stage(options, surroundings, story, before, credentials, workflow);
	} catch (error) {
		await strike(surroundings);
		throw error;
	}
}

/** "Connect to HubSpot" in the credential's window, where the template uses the app. */
async function connectApp(n8n: FreshN8n, { nodes }: Workflow): Promise<void> {
	const ids = nodes.flatMap((node) => node.credentials?.hubSpotWebinarOAuth2Api?.id ?? []);
	for (const id of new Set(ids)) await connect(n8n, id);
}
