import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type IDataObject,
	type IExecuteResponsePromiseData,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWebhookDescription,
	type IWorkflowExecuteAdditionalData,
	type Logger,
} from 'n8n-workflow';

import { additionalDataWith } from './runNode';
import { searchResult, searchValue } from './searched';
import { TriggerCredentials } from './triggerCredentials';

export interface TriggerSettings {
	credential: ICredentialDataDecryptedObject;
	parameters?: INodeParameters;
	/** A store that signs requests, for a trigger that calls its vendor; else `credential` is all there is. */
	store?: ICredentialsHelper;
	/** What n8n keeps with the workflow; the node changes it. */
	staticData?: IDataObject;
	/** Where this n8n is reached, e.g. `http://127.0.0.1:1234`. */
	origin?: string;
	workflowId?: string;
	/** Nodes that the trigger leads to, all of them by its first output. */
	followers?: INode[];
	/** Types of the followers. */
	nodeTypes?: INodeTypes;
	/**
	 * Runs the execution that the trigger has started; a node of it may answer on the open connection.
	 * @returns whether it ended well
	 */
	run?(started: INodeExecutionData[][], respond: Respond): Promise<boolean>;
}

export type Respond = (answer: IExecuteResponsePromiseData) => void;

export interface TriggerHost {
	/** Where the first webhook of the trigger is reached. */
	url: string;
	origin: string;
	/** The items of each execution that was started, in order, those of all outputs together. */
	executions: IDataObject[][];
	/** The same by output. */
	outputs: IDataObject[][][];
	close(): Promise<void>;
}

/** n8n takes down a webhook in another mode than it puts one up. */
type How = 'activate' | 'listen';

/** A trigger of this package in n8n-core's own contexts. */
export class TriggerEngine {
	private readonly nodeTypes: INodeTypes;

	/** @param credentials types that the trigger may ask for */
	constructor(
		private readonly trigger: INodeType,
		private readonly credentials: readonly string[],
	) {
		this.nodeTypes = {
			getByName: () => trigger,
			getByNameAndVersion: () => trigger,
			getKnownTypes: () => ({}),
		};
	}

	/**
	 * Behind a real HTTP server. Like n8n the server keeps the raw bytes and answers for the node,
	 * unless the node says that it has answered.
	 */
	async start(settings: TriggerSettings): Promise<TriggerHost> {
		const outputs: IDataObject[][][] = [];
		let origin = '';
		const server = createServer((request, response) => {
			void this.deliver(settings, origin, request, response).then(
				(items) => items && outputs.push(items),
				(error: unknown) => {
					response.statusCode = 500;
					response.end(String(error));
				},
			);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		origin = `http://127.0.0.1:${port}`;
		return {
			url: `${origin}/webhook/${this.webhook('POST', '').path}`,
			origin,
			outputs,
			get executions() {
				return outputs.map((items) => items.flat());
			},
			close: async () => {
				server.closeAllConnections();
				await new Promise((resolve) => server.close(resolve));
			},
		};
	}

	/** What n8n calls when the workflow is activated, or when listening for a test event starts. */
	async activate(settings: TriggerSettings, how: How = 'activate'): Promise<void> {
		const context = this.hookContext(settings, how, how === 'listen' ? 'manual' : 'trigger');
		const { checkExists, create } = this.trigger.webhookMethods!.default!;
		const activating = (async () => {
			if (!(await checkExists!.call(context))) await create!.call(context);
		})();
		await searchResult('activation', activating);
		searchValue('static data', settings.staticData);
	}

	/** What n8n calls when the workflow is deactivated, or when listening for a test event ends. */
	async deactivate(settings: TriggerSettings, how: How = 'activate'): Promise<boolean> {
		const context = this.hookContext(settings, how, 'internal');
		return await this.trigger.webhookMethods!.default!.delete!.call(context);
	}

	/** The logger that every node of this process writes to. */
	logger(): Logger {
		return this.hookContext({ credential: {} }, 'activate', 'trigger').logger;
	}

	private async deliver(
		settings: TriggerSettings,
		ownOrigin: string,
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<IDataObject[][] | undefined> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { url = '/', method = 'GET' } = request;
		const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
		Object.assign(request, { rawBody: Buffer.concat(chunks), originalUrl: url, query });
		const { workflow, node, additionalData } = this.build(settings, ownOrigin);
		const http = { httpRequest: request, httpResponse: response };
		const data = this.webhookData(workflow, node, additionalData, this.webhook(method, url));
		const context = new WebhookContext(
			workflow,
			node,
			{ ...additionalData, ...http } as IWorkflowExecuteAdditionalData,
			'webhook',
			data,
			[],
			null,
		);
		const result = await searchResult('webhook', this.trigger.webhook!.call(context));
		const { webhookDescription } = data;
		const read = (value: unknown) =>
			workflow.expression.getSimpleParameterValue(node, value as string, 'webhook', {});
		const isHeldOpen = read(webhookDescription.responseMode) === 'responseNode';
		if (result.noWebhookResponse !== true && !(isHeldOpen && settings.run)) {
			response.statusCode = Number(read(webhookDescription.responseCode) ?? 200);
			const body: unknown = result.webhookResponse ?? { message: 'Workflow was started' };
			if (webhookDescription.responseData === 'noData') response.end();
			else {
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify(body));
			}
		}
		if (result.workflowData && settings.run) {
			const isGood = await settings.run(result.workflowData, (answer) => send(response, answer));
			// As n8n does where no node has answered.
			if (!response.writableEnded) {
				response.statusCode = isGood ? 200 : 500;
				response.end();
			}
		}
		return result.workflowData?.map((items) => items.map((item) => item.json));
	}

	private hookContext(
		settings: TriggerSettings,
		how: How,
		mode: 'manual' | 'trigger' | 'internal',
	): HookContext {
		const { workflow, node, additionalData } = this.build(settings);
		const first = this.webhook('POST', '');
		const data = {
			...this.webhookData(workflow, node, additionalData, first),
			isTest: how === 'listen',
		};
		const activation = mode === 'manual' ? 'manual' : mode === 'trigger' ? 'activate' : 'update';
		return new HookContext(workflow, node, additionalData, mode, activation, data);
	}

	private build(settings: TriggerSettings, ownOrigin?: string) {
		const { credential, parameters = {}, store, staticData, workflowId } = settings;
		const followers = settings.followers ?? [];
		const origin = settings.origin ?? ownOrigin;
		const { displayName, name } = this.trigger.description;
		const workflow = new Workflow({
			id: workflowId ?? 'engine-test',
			active: true,
			nodeTypes: this.typesWith(settings.nodeTypes),
			settings: { executionOrder: 'v1' },
			staticData,
			nodes: [
				{
					id: 'trigger',
					name: displayName,
					type: `n8n-nodes-webinars.${name}`,
					typeVersion: 1,
					position: [0, 0],
					webhookId: 'b4c4ae1f-6a3f-4d7c-9f4e-2d1e5a6b7c8d',
					parameters,
					credentials: Object.fromEntries(
						this.credentials.map((type) => [type, { id: type, name: type }]),
					),
				},
				...followers,
			],
			connections: {
				[displayName]: {
					main: [followers.map(({ name: node }) => ({ node, type: 'main' as const, index: 0 }))],
				},
			},
		});
		const node = workflow.getNode(displayName)!;
		const additionalData = additionalDataWith(
			store ?? new TriggerCredentials(credential),
			workflow,
			'webhook',
		);
		if (origin !== undefined) {
			additionalData.webhookBaseUrl = `${origin}/webhook`;
			additionalData.webhookTestBaseUrl = `${origin}/webhook-test`;
		}
		return { workflow, node, additionalData };
	}

	private typesWith(others?: INodeTypes): INodeTypes {
		if (others === undefined) return this.nodeTypes;
		const own = `.${this.trigger.description.name}`;
		return {
			...this.nodeTypes,
			getByNameAndVersion: (type, version) =>
				type.endsWith(own) ? this.trigger : others.getByNameAndVersion(type, version),
		};
	}

	/** The declared webhook that a request belongs to, else the first one. */
	private webhook(method: string, url: string): IWebhookDescription {
		const [first, ...others] = this.trigger.description.webhooks!;
		const path = url.split('?')[0]!;
		const called = [first!, ...others].find(
			(one) => one.httpMethod === method && path.endsWith(`/${one.path}`),
		);
		return called ?? first!;
	}

	private webhookData(
		workflow: Workflow,
		node: INode,
		workflowExecuteAdditionalData: IWorkflowExecuteAdditionalData,
		webhookDescription: IWebhookDescription,
	): IWebhookData {
		return {
			httpMethod: webhookDescription.httpMethod as 'GET' | 'POST',
			node: node.name,
			path: webhookDescription.path,
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData,
		};
	}
}

/** The first answer of a node counts. */
function send(response: ServerResponse, answer: IExecuteResponsePromiseData): void {
	if (response.writableEnded) return;
	const {
		statusCode = 200,
		headers = {},
		body,
	} = answer as {
		statusCode?: number;
		headers?: Record<string, string>;
		body: unknown;
	};
	response.statusCode = statusCode;
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	response.end(JSON.stringify(body));
}
