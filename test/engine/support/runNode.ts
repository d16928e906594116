import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type IBinaryKeyData,
	type ICredentialsHelper,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { MemoryCredentials, type CredentialValues } from './credentials';
import { PACKAGE, PackageTypes, SOURCE_TYPE } from './nodeTypes';
import { searchRun } from './searched';

export interface NodeRun {
	/** Without the package's prefix, e.g. `hubSpotWebinar`. */
	type: string;
	/** Default: 1, the only one that our nodes have. */
	typeVersion?: number;
	parameters: INodeParameters;
	/** Default: one empty item. */
	items?: IDataObject[];
	/** Files of the items, by their place. */
	binaries?: ReadonlyArray<IBinaryKeyData | undefined>;
	credentials: CredentialValues;
	onError?: INode['onError'];
	/** As n8n's engine runs it for an AI agent; its output is then `outputs[0]`. */
	asTool?: boolean;
	/** Default: the same for every run. */
	workflowId?: string;
}

export interface NodeRunResult {
	/** Items by output index; the error output is the last one when the node is set to use it. */
	outputs: INodeExecutionData[][];
	hints: NodeExecutionHint[];
	/** What stopped the node, null when it ran to its end. */
	error: { message: string; description?: string | null; httpCode?: string | null } | null;
	run: IRun;
}

let types: Promise<PackageTypes> | undefined;

/** The package's types, loaded once per test file. */
export async function packageTypes(): Promise<PackageTypes> {
	types ??= PackageTypes.load();
	return await types;
}

/** Runs one node of the built package by n8n's own engine, fed with the items. */
export async function runNode(options: NodeRun): Promise<NodeRunResult> {
	const nodeTypes = await packageTypes();
	const workflow = workflowFor(options, nodeTypes);
	const additionalData = additionalDataFor(nodeTypes, options.credentials, workflow);
	const items = (options.items ?? [{}]).map((json, index) => {
		const binary = options.binaries?.[index];
		return { json, ...(binary !== undefined && { binary }) };
	});
	const executionData = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{
					node: workflow.getNode('Node')!,
					data: { main: [items] },
					source: { main: [{ previousNode: 'Source' }] },
				},
			],
		},
		resultData: {
			runData: {
				Source: [
					{
						startTime: 0,
						executionTime: 0,
						executionIndex: 0,
						source: [],
						executionStatus: 'success',
						data: { main: [items] },
					},
				],
			},
		},
	});
	const run = await new WorkflowExecute(
		additionalData,
		'manual',
		executionData,
	).processRunExecutionData(workflow);
	assertLeftAlone(workflow);
	const result = run.data.resultData.runData.Node?.[0];
	const error = run.data.resultData.error ?? result?.error;
	return {
		outputs: (result?.data?.[options.asTool ? NodeConnectionTypes.AiTool : 'main'] ?? []).map(
			(output) => output ?? [],
		),
		hints: result?.hints ?? [],
		error:
			error === undefined
				? null
				: {
						message: error.message,
						description: 'description' in error ? error.description : null,
						httpCode: 'httpCode' in error ? error.httpCode : null,
					},
		run,
	};
}

/**
 * n8n saves all static data of a workflow at the end of a run in which a node has touched them, as they
 * were at its beginning: what a polling trigger has noted since is lost, and starts the workflow again.
 */
function assertLeftAlone({ staticData }: Workflow): void {
	const { __dataChanged: changed } = staticData as { __dataChanged?: boolean };
	if (changed) throw new Error(`The node has written static data: ${JSON.stringify(staticData)}`);
}

function workflowFor(options: NodeRun, nodeTypes: PackageTypes): Workflow {
	const credentials = Object.fromEntries(
		Object.keys(options.credentials).map((type) => [type, { id: `${type}-id`, name: type }]),
	);
	return new Workflow({
		id: options.workflowId ?? 'engine-test',
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: 'source',
				name: 'Source',
				type: SOURCE_TYPE,
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'node',
				name: 'Node',
				type: `${PACKAGE}.${options.type}`,
				typeVersion: options.typeVersion ?? 1,
				position: [200, 0],
				parameters: options.parameters,
				credentials,
				...(options.onError && { onError: options.onError }),
				...(options.asTool && { rewireOutputLogTo: NodeConnectionTypes.AiTool }),
			},
		],
		connections: { Source: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	});
}

/** What n8n hands to every context; URLs must be valid ones. */
export function additionalDataFor(
	nodeTypes: PackageTypes,
	credentials: CredentialValues,
	workflow: Workflow,
): IWorkflowExecuteAdditionalData {
	return additionalDataWith(new MemoryCredentials(nodeTypes, credentials), workflow, 'manual');
}

/** The same with a credential store of the caller's. */
export function additionalDataWith(
	credentialsHelper: ICredentialsHelper,
	workflow: Workflow,
	mode: WorkflowExecuteMode,
): IWorkflowExecuteAdditionalData {
	const url = 'http://127.0.0.1:5678';
	const additionalData: Partial<IWorkflowExecuteAdditionalData> & {
		hooks: ExecutionLifecycleHooks;
	} = {
		hooks: new ExecutionLifecycleHooks(mode, '1', {
			id: workflow.id,
			name: 'engine test',
			active: workflow.active,
			isArchived: false,
			activeVersionId: null,
			createdAt: new Date(),
			updatedAt: new Date(),
			nodes: Object.values(workflow.nodes),
			connections: workflow.connectionsBySourceNode,
		}),
		credentialsHelper,
		executionId: '1',
		currentNodeExecutionIndex: 0,
		restApiUrl: `${url}/rest`,
		instanceBaseUrl: url,
		formWaitingBaseUrl: `${url}/form-waiting`,
		webhookBaseUrl: `${url}/webhook`,
		webhookWaitingBaseUrl: `${url}/webhook-waiting`,
		webhookTestBaseUrl: `${url}/webhook-test`,
		variables: {},
		setExecutionStatus() {},
	};
	const complete = additionalData as IWorkflowExecuteAdditionalData & typeof additionalData;
	searchRun(workflow, complete);
	return complete;
}
