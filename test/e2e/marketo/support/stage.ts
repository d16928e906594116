import {
	createMarketoCredentials,
	createSandboxCredentials,
} from '../../../host/drive/credentials';
import { executionError } from '../../../host/drive/executions';
import type { WorkflowFile } from '../../../host/drive/templates';
import { webhookUrl } from '../../../host/drive/workflows';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox/contract';
import type {
	MarketoInstallOptions,
	MarketoService,
	MarketoSide,
} from '../../../sandbox/marketo/contract';
import type { MarketoLeadState } from '../../../sandbox/marketo/world';
import type { ZoomWebinarState } from '../../../sandbox/world';
import { makeStory } from '../../../story';
import type { Story } from '../../../story/contract';
import { Canvas } from '../../support/canvas';
import { Desk } from './desk';
import { connectWorkflow } from './workflows';
import { prepare, type Place, type Webinars } from './world';

/** Zoom and Marketo in the sandbox, and a real n8n between them with all credentials. */
export class Stage extends Canvas {
	private constructor(
		readonly story: Story,
		/** Next week; they ask for phone and company, nobody is registered. */
		private readonly webinars: Webinars,
		readonly sandbox: Sandbox,
	) {
		super();
	}

	/** @param seed of the story, another one in each file */
	static async set(seed: number): Promise<Stage> {
		const story = makeStory({ seed, registrants: 12, now: new Date().toISOString() });
		const webinars = prepare(story.world);
		const stage = new Stage(story, webinars, await startSandbox({ world: story.world }));
		const { n8n, sandbox } = stage;
		stage.hold(await createSandboxCredentials(n8n, sandbox));
		stage.hold(await createMarketoCredentials(n8n, sandbox));
		return stage;
	}

	get webinar(): ZoomWebinarState {
		return this.webinars.main;
	}

	get otherWebinar(): ZoomWebinarState {
		return this.webinars.other;
	}

	/** At Marketo: fills out forms, reads statuses and mails. */
	get desk(): Desk {
		return new Desk(this.marketo);
	}

	get marketo(): MarketoSide {
		return this.sandbox.marketo;
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
		await this.publish(made.id, last);
		return { id: made.id, url: url ?? '' };
	}

	/** Publishes a workflow that starts with the flow step trigger, and adds its service to Marketo. */
	async installed(
		file: WorkflowFile,
		trigger: string,
		options: MarketoInstallOptions = {},
	): Promise<MarketoService> {
		const { url } = await this.published(file, trigger);
		return await this.desk.install(url, options);
	}

	/** What Zoom holds of somebody. */
	registrant({ fields }: MarketoLeadState, webinar = this.webinar) {
		const email = String(fields.email).toLowerCase();
		return webinar.registrants.find((one) => one.email.toLowerCase() === email);
	}

	/** Takes everything away again. */
	async close(): Promise<void> {
		await this.clear();
		await this.sandbox.close();
	}
}
