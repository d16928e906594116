import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeTypes,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type Logger,
} from 'n8n-workflow';

import { ZoomWebinarTrigger } from '../../../../nodes/Zoom/ZoomWebinarTrigger.node';
import { additionalDataWith } from '../../support/runNode';
import { TriggerCredentials } from './triggerCredentials';

export interface TriggerSettings {
	credential: ICredentialDataDecryptedObject;
	parameters?: INodeParameters;
	/** A store that signs requests, for a trigger that calls Zoom; else `credential` is all there is. */
	store?: ICredentialsHelper;
	/** What n8n keeps with the workflow; the node changes it. */
	staticData?: IDataObject;
	/** Where this n8n is reached, e.g. `http://127.0.0.1:1234`. */
	origin?: string;
	workflowId?: string;
}

export interface TriggerHost {
	/** Where Zoom delivers to. */
	url: string;
	origin: string;
	/** The items of each execution that was started, in order. */
	executions: IDataObject[][];
	close(): Promise<void>;
}

/** n8n takes down a webhook in another mode than it puts one up. */
type How = 'activate' | 'listen';

const CREDENTIALS = ['zoomWebinarServerToServerOAuth2Api', 'zoomWebinarOAuth2Api'];
const trigger = new ZoomWebinarTrigger();
const nodeTypes: INodeTypes = {
	getByName: () => trigger,
	getByNameAndVersion: () => trigger,
	getKnownTypes: () => ({}),
};

/**
 * The trigger in n8n-core's own webhook context behind a real HTTP server. Like n8n the server keeps
 * the raw bytes and answers for the node, unless the node says that it has answered.
 */
export async function startTriggerHost(settings: TriggerSettings): Promise<TriggerHost> {
	const executions: IDataObject[][] = [];
	const server = createServer((request, response) => {
		void deliver(settings, request, response).then(
			(items) => items && executions.push(items),
			(error: unknown) => {
				response.statusCode = 500;
				response.end(String(error));
			},
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const origin = `http://127.0.0.1:${port}`;
	return {
		url: `${origin}/webhook/zoom`,
		origin,
		executions,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function deliver(
	settings: TriggerSettings,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<IDataObject[] | undefined> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	request.rawBody = Buffer.concat(chunks);
	const { workflow, node, additionalData } = build(settings);
	const http = { httpRequest: request, httpResponse: response };
	const context = new WebhookContext(
		workflow,
		node,
		{ ...additionalData, ...http },
		'webhook',
		webhookData(workflow, node, additionalData),
		[],
		null,
	);
	const result = await trigger.webhook.call(context);
	if (result.noWebhookResponse !== true) {
		response.setHeader('content-type', 'application/json');
		response.end('{"message":"Workflow was started"}');
	}
	return result.workflowData?.flat().map((item) => item.json);
}

/** What n8n calls when the workflow is activated, or when listening for a test event starts. */
export async function activate(settings: TriggerSettings, how: How = 'activate'): Promise<void> {
	const context = hookContext(settings, how, how === 'listen' ? 'manual' : 'trigger');
	const { checkExists, create } = trigger.webhookMethods.default;
	if (!(await checkExists.call(context))) await create.call(context);
}

/** What n8n calls when the workflow is deactivated, or when listening for a test event ends. */
export async function deactivate(
	settings: TriggerSettings,
	how: How = 'activate',
): Promise<boolean> {
	return await trigger.webhookMethods.default.delete.call(hookContext(settings, how, 'internal'));
}

/** The logger that every node of this process writes to. */
export function logger(): Logger {
	return hookContext({ credential: {} }, 'activate', 'trigger').logger;
}

function hookContext(
	settings: TriggerSettings,
	how: How,
	mode: 'manual' | 'trigger' | 'internal',
): HookContext {
	const { workflow, node, additionalData } = build(settings);
	const data = { ...webhookData(workflow, node, additionalData), isTest: how === 'listen' };
	const activation = mode === 'manual' ? 'manual' : mode === 'trigger' ? 'activate' : 'update';
	return new HookContext(workflow, node, additionalData, mode, activation, data);
}

function build(settings: TriggerSettings) {
	const { credential, parameters = {}, store, staticData, origin, workflowId } = settings;
	const workflow = new Workflow({
		id: workflowId ?? 'engine-test',
		active: true,
		nodeTypes,
		settings: { executionOrder: 'v1' },
		staticData,
		nodes: [
			{
				id: 'trigger',
				name: 'Zoom Webinar Trigger',
				type: 'n8n-nodes-webinars.zoomWebinarTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: 'b4c4ae1f-6a3f-4d7c-9f4e-2d1e5a6b7c8d',
				parameters,
				credentials: Object.fromEntries(
					CREDENTIALS.map((type) => [type, { id: type, name: 'Zoom' }]),
				),
			},
		],
		connections: {},
	});
	const node = workflow.getNode('Zoom Webinar Trigger')!;
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

function webhookData(
	workflow: Workflow,
	node: INode,
	workflowExecuteAdditionalData: IWorkflowExecuteAdditionalData,
): IWebhookData {
	return {
		httpMethod: 'POST',
		node: node.name,
		path: 'zoom',
		webhookDescription: trigger.description.webhooks![0]!,
		workflowId: workflow.id,
		workflowExecuteAdditionalData,
	};
}
