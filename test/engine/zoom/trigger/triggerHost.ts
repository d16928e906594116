import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
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
}

export interface TriggerHost {
	/** Where Zoom delivers to. */
	url: string;
	/** The items of each execution that was started, in order. */
	executions: IDataObject[][];
	close(): Promise<void>;
}

const CREDENTIAL = 'zoomWebinarServerToServerOAuth2Api';
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
	return {
		url: `http://127.0.0.1:${port}/webhook/zoom`,
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
export async function activate(
	settings: TriggerSettings,
	how: 'activate' | 'listen' = 'activate',
): Promise<void> {
	const context = hookContext(settings, how);
	const { checkExists, create } = trigger.webhookMethods.default;
	if (!(await checkExists.call(context))) await create.call(context);
}

export async function deactivate(settings: TriggerSettings): Promise<boolean> {
	return await trigger.webhookMethods.default.delete.call(hookContext(settings, 'activate'));
}

/** The logger that every node of this process writes to. */
export function logger(): Logger {
	return hookContext({ credential: {} }, 'activate').logger;
}

function hookContext(settings: TriggerSettings, how: 'activate' | 'listen'): HookContext {
	const { workflow, node, additionalData } = build(settings);
	const data = webhookData(workflow, node, additionalData);
	return how === 'listen'
		? new HookContext(workflow, node, additionalData, 'manual', 'manual', { ...data, isTest: true })
		: new HookContext(workflow, node, additionalData, 'trigger', 'activate', data);
}

function build({ credential, parameters = {} }: TriggerSettings) {
	const workflow = new Workflow({
		id: 'engine-test',
		active: true,
		nodeTypes,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: 'trigger',
				name: 'Zoom Webinar Trigger',
				type: 'n8n-nodes-webinars.zoomWebinarTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: 'b4c4ae1f-6a3f-4d7c-9f4e-2d1e5a6b7c8d',
				parameters,
				credentials: { [CREDENTIAL]: { id: '1', name: 'Zoom' } },
			},
		],
		connections: {},
	});
	const node = workflow.getNode('Zoom Webinar Trigger')!;
	const credentials = new TriggerCredentials(credential);
	const additionalData = additionalDataWith(credentials, workflow, 'webhook');
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
