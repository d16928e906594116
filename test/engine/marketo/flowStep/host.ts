import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IConnections,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeTypes,
	type IRun,
} from 'n8n-workflow';

import { MarketoFlowStepTrigger } from '../../../../nodes/Marketo/MarketoFlowStepTrigger.node';
import { MemoryCredentials, type CredentialValues } from '../../support/credentials';
import { PACKAGE } from '../../support/nodeTypes';
import { additionalDataWith, packageTypes } from '../../support/runNode';
import { TriggerEngine, type Respond, type TriggerHost } from '../../support/triggerEngine';
import { testTypes } from './testNodes';

export const API_KEY = 'FAKE-flow-step-api-key-0123456789';
export const WEBHOOK_SECRET = 'FAKE-webhook-secret-0123456789';
const INCOMING: ICredentialDataDecryptedObject = {
	apiKey: API_KEY,
	webhookSecret: WEBHOOK_SECRET,
	webhookHeader: 'X-Webhook-Secret',
};

export const engine = new TriggerEngine(new MarketoFlowStepTrigger(), ['marketoIncomingApi']);
const TRIGGER = new MarketoFlowStepTrigger().description.displayName;

/** A node behind the trigger. */
export interface NodeSpec {
	name: string;
	/** With the package's or the tests' prefix. */
	type: string;
	parameters?: INodeParameters;
	onError?: INode['onError'];
	/** Names of the nodes that follow, by output. */
	to?: string[][];
}

export interface FlowSettings {
	parameters?: INodeParameters;
	incoming?: ICredentialDataDecryptedObject;
	credentials?: CredentialValues;
	nodes?: NodeSpec[];
	/** Names of the nodes that follow the trigger, by output; default: the first one follows the first output. */
	to?: string[][];
	/** Of the workflow. */
	executionOrder?: 'v0' | 'v1';
}

export interface FlowHost extends TriggerHost {
	openApiUrl: string;
	/** The first execution, once it has ended; Marketo may have heard of it before. */
	firstRun: Promise<IRun>;
}

/** The trigger on a server of its own, and behind it a workflow that n8n's engine runs. */
export async function startFlow(settings: FlowSettings = {}): Promise<FlowHost> {
	let ended: (run: IRun) => void = () => {};
	const firstRun = new Promise<IRun>((resolve) => {
		ended = resolve;
	});
	const nodeTypes = testTypes(await packageTypes());
	const { parameters = {}, incoming = INCOMING } = settings;
	const host = await engine.start({
		credential: incoming,
		parameters,
		nodeTypes,
		followers: nodesOf(settings),
		run: async (started, respond) => {
			const run = await execute(settings, nodeTypes, started, respond);
			ended(run);
			return run.data.resultData.error === undefined;
		},
	});
	return Object.assign(host, { openApiUrl: `${host.origin}/webhook/openapi.json`, firstRun });
}

async function execute(
	settings: FlowSettings,
	nodeTypes: INodeTypes,
	started: INodeExecutionData[][],
	respond: Respond,
): Promise<IRun> {
	const workflow = new Workflow({
		id: 'flow-step',
		active: true,
		nodeTypes,
		settings: { executionOrder: settings.executionOrder ?? 'v1' },
		nodes: [triggerNode(settings), ...nodesOf(settings)],
		connections: connectionsOf(settings),
	});
	const credentials = { marketoIncomingApi: INCOMING, ...settings.credentials };
	const additionalData = additionalDataWith(
		new MemoryCredentials(await packageTypes(), credentials),
		workflow,
		'webhook',
	);
	additionalData.hooks?.addHandler('sendResponse', (answer) => respond(answer));
	const data = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{ node: workflow.getNode(TRIGGER)!, data: { main: started }, source: null },
			],
		},
	});
	return await new WorkflowExecute(additionalData, 'webhook', data).processRunExecutionData(
		workflow,
	);
}

const PLACE = { typeVersion: 1, position: [0, 0] as [number, number] };

function triggerNode({ parameters = {} }: FlowSettings): INode {
	const type = `${PACKAGE}.marketoFlowStepTrigger`;
	return { id: 'trigger', name: TRIGGER, type, parameters, ...PLACE };
}

function nodesOf({ nodes = [], credentials = {} }: FlowSettings): INode[] {
	const refs = Object.keys(credentials).map((type) => [type, { id: `${type}-id`, name: type }]);
	return nodes.map(({ name, type, parameters = {}, onError }) => ({
		id: name,
		name,
		type,
		parameters,
		...(type.startsWith(PACKAGE) && {
			credentials: Object.fromEntries(refs) as INode['credentials'],
		}),
		...(onError && { onError }),
		...PLACE,
	}));
}

function connectionsOf({ nodes = [], to }: FlowSettings): IConnections {
	const first = to ?? (nodes[0] === undefined ? [] : [[nodes[0].name]]);
	const all = [{ name: TRIGGER, to: first }, ...nodes];
	return Object.fromEntries(
		all.map(({ name, to: outputs = [] }) => [
			name,
			{
				main: outputs.map((names) =>
					names.map((node) => ({ node, type: 'main' as const, index: 0 })),
				),
			},
		]),
	);
}
