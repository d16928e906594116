import {
	createMarketoCredentials,
	createSandboxCredentials,
	MARKETO_SECRETS,
	type CredentialRef,
} from '../../../host/drive/credentials';
import { type Execution, executionError, waitForExecutionId } from '../../../host/drive/executions';
import { importWorkflow, type WorkflowFile } from '../../../host/drive/templates';
import { activate, deactivate, runManually, webhookUrl } from '../../../host/drive/workflows';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox/contract';
import type {
	MarketoInstallOptions,
	MarketoService,
	MarketoSide,
	MarketoStepLog,
} from '../../../sandbox/marketo/contract';
import { recordOf, recordsOf } from '../../../sandbox/marketo/outbound/json';
import type { MarketoLeadState } from '../../../sandbox/marketo/world';
import type { ZoomWebinarState } from '../../../sandbox/world';
import { makeStory } from '../../../story';
import type { Story } from '../../../story/contract';
import { CleanUp } from '../../support/cleanUp';
import { sharedN8n } from '../../support/sharedServer';
import { connectWorkflow } from './workflows';
import { FORM, LINK_FIELD, prepare, type Place, type Webinars } from './world';

/** Zoom and Marketo in the sandbox, and a real n8n between them with all credentials. */
export class Stage {
	readonly n8n = sharedN8n();
	private readonly cleanUp = new CleanUp(this.n8n);
	private readonly active: Array<{ id: string; url?: string }> = [];
	private credentials: CredentialRef[] = [];

	private constructor(
		readonly story: Story,
		/** Next week; they ask for phone and company, nobody is registered. */
		private readonly webinars: Webinars,
		readonly sandbox: Sandbox,
	) {}

	/** @param seed of the story, another one in each file */
	static async set(seed: number): Promise<Stage> {
		const story = makeStory({ seed, registrants: 12, now: new Date().toISOString() });
		const webinars = prepare(story.world);
		const stage = new Stage(story, webinars, await startSandbox({ world: story.world }));
		const { n8n, sandbox } = stage;
		stage.credentials = [
			...(await createSandboxCredentials(n8n, sandbox)),
			...(await createMarketoCredentials(n8n, sandbox)),
		];
		for (const { id } of stage.credentials) stage.cleanUp.credential(id);
		return stage;
	}

	get webinar(): ZoomWebinarState {
		return this.webinars.main;
	}

	get otherWebinar(): ZoomWebinarState {
		return this.webinars.other;
	}

	get marketo(): MarketoSide {
		return this.sandbox.marketo;
	}

	/** Imports a workflow as a user does. @returns its id */
	async imported(file: WorkflowFile) {
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
	async again(workflowId: string): Promise<Execution> {
		const run = await runManually(this.n8n, workflowId, 'Start');
		if (!('executionId' in run)) throw new Error('The workflow waits for a call');
		return await waitForExecutionId(this.n8n, run.executionId, { timeoutMs: 60_000 });
	}

	/** Runs *Connect Webinar* for a program. */
	async connect(webinar: ZoomWebinarState, { programId }: Place): Promise<void> {
		const execution = await this.run(connectWorkflow(webinar.id, programId));
		expect(executionError(execution)).toBe('');
	}

	/** Publishes a workflow. @param trigger the node whose webhook is waited for; none for polling */
	async published(file: WorkflowFile, trigger?: string) {
		const made = await this.imported(file);
		const url = trigger === undefined ? undefined : await webhookUrl(this.n8n, made, trigger);
		// n8n puts up one address after the other; Call Webhook's is the last.
		const last = url?.replace(/\/[^/]+$/, '/call-webhook');
		this.active.push({ id: made.id, url: last });
		await activate(this.n8n, made.id, last);
		return { id: made.id, url: url ?? '' };
	}

	/** A polling workflow looks now instead of in a minute: it is taken down and published again. */
	async polls(workflowId: string): Promise<void> {
		await deactivate(this.n8n, workflowId);
		await activate(this.n8n, workflowId);
	}

	/** Publishes a workflow that starts with the flow step trigger, and adds its service to Marketo. */
	async installed(
		file: WorkflowFile,
		trigger: string,
		options: MarketoInstallOptions = {},
	): Promise<MarketoService> {
		const { url } = await this.published(file, trigger);
		return await this.marketo.installService(
			url.replace(/\/[^/]+$/, '/openapi.json'),
			MARKETO_SECRETS.apiKey,
			{ mappings: { callback: { webinarJoinUrl: LINK_FIELD } }, ...options },
		);
	}

	/** Somebody fills out the form of a program; everything that follows from it in Marketo has happened. */
	async fillsOut(
		{ programId }: Place,
		person: { email: string; firstName?: string; [field: string]: string | undefined },
	): Promise<MarketoLeadState> {
		const given = Object.entries(person).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value] as const],
		);
		return await this.marketo.fillOutForm(`${FORM} ${programId}`, Object.fromEntries(given));
	}

	/** Status, link and reason of a member. */
	member({ programId }: Place, { id }: MarketoLeadState) {
		const member = this.marketo.memberOf(programId, id);
		if (member === undefined) throw new Error(`Lead ${id} is no member of ${programId}`);
		return member;
	}

	/** What Zoom holds of somebody. */
	registrant({ fields }: MarketoLeadState, webinar = this.webinar) {
		const email = String(fields.email).toLowerCase();
		return webinar.registrants.find((one) => one.email.toLowerCase() === email);
	}

	/** Bodies of the mails that somebody received, in order. */
	mailsOf({ id }: MarketoLeadState): string[] {
		return this.marketo.mails.filter(({ leadId }) => leadId === id).map(({ body }) => body);
	}

	/** What became of somebody in a step of a kind, the last time. */
	lastStep({ id }: MarketoLeadState, kind: MarketoStepLog['kind']): MarketoStepLog | undefined {
		return this.marketo.log.filter((one) => one.leadId === id && one.kind === kind).at(-1);
	}

	/** What the last callback that names somebody says of them, for the activity. */
	lastResult({ id }: MarketoLeadState): unknown {
		const rows = this.marketo.invocations
			.flatMap(({ callbacks }) => callbacks.flatMap(({ body }) => recordsOf(body.objectData)))
			.filter(({ leadData }) => recordOf(leadData).id === id);
		return rows.at(-1)?.activityData;
	}

	/** Takes everything away again. */
	async close(): Promise<void> {
		for (const { id, url } of this.active) await deactivate(this.n8n, id, url);
		await this.cleanUp.all();
		await this.sandbox.close();
	}
}
