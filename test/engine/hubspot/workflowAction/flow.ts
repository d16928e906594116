import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IDataObject,
	type IExecuteResponsePromiseData,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type ITaskData,
} from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { MemoryCredentials, type CredentialValues } from '../../support/credentials';
import { PACKAGE, SOURCE_TYPE } from '../../support/nodeTypes';
import { additionalDataWith, packageTypes } from '../../support/runNode';

export interface FlowRun {
	outputs: INodeExecutionData[][];
	/** @throws Error with the node's own words where it was stopped */
	readonly outcomes: Outcome[];
	/** What the node answered on the open connection; undefined where it did not. */
	response: { statusCode: number; body: IDataObject } | undefined;
	error: string | null;
	description: string | null;
}

export interface FlowInput {
	/** What the trigger emitted, by output. */
	emitted?: IDataObject[][];
	/** What reaches the node, from a node between that keeps nothing of it. */
	items: IDataObject[];
	/** By default every item comes from the trigger's only one. */
	unlinked?: boolean;
}

/** Trigger → a node between → *HubSpot Webinar*, as a saved workflow that keeps its static data. */
export class Flow {
	staticData: IDataObject = {};

	constructor(
		private readonly credentials: CredentialValues,
		private readonly parameters: INodeParameters,
		private readonly settings: Pick<INode, 'onError'> = {},
	) {}

	async run({ emitted = [[], []], items, unlinked = false }: FlowInput): Promise<FlowRun> {
		const nodeTypes = await packageTypes();
		const workflow = new Workflow({
			id: 'workflow-action',
			active: true,
			nodeTypes,
			staticData: structuredClone(this.staticData),
			settings: { executionOrder: 'v1' },
			nodes: this.nodes(),
			connections: {
				Trigger: {
					main: [
						[{ node: 'Between', type: 'main', index: 0 }],
						[{ node: 'Between', type: 'main', index: 0 }],
					],
				},
				Between: { main: [[{ node: 'Node', type: 'main', index: 0 }]] },
			},
		});
		const output = (emitted[1] ?? []).length > 0 ? 1 : 0;
		const between = items.map((json) => ({ json, ...(!unlinked && { pairedItem: { item: 0 } }) }));
		const additionalData = additionalDataWith(
			new MemoryCredentials(nodeTypes, this.credentials),
			workflow,
			'webhook',
		);
		let response: FlowRun['response'];
		additionalData.hooks?.addHandler('sendResponse', (sent: IExecuteResponsePromiseData) => {
			response ??= sent as FlowRun['response'];
		});
		const execution = new WorkflowExecute(
			additionalData,
			'webhook',
			createRunExecutionData({
				executionData: {
					nodeExecutionStack: [
						{
							node: workflow.getNode('Node')!,
							data: { main: [between] },
							source: { main: [{ previousNode: 'Between' }] },
						},
					],
				},
				resultData: {
					runData: {
						Trigger: [taskOf(emitted.map((each) => each.map((json) => ({ json }))))],
						Between: [taskOf([between], [{ previousNode: 'Trigger', previousNodeOutput: output }])],
					},
				},
			}),
		);
		const { data } = await execution.processRunExecutionData(workflow);
		this.staticData = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		const result = data.resultData.runData.Node?.[0];
		const error = data.resultData.error ?? result?.error;
		const outputs = (result?.data?.main ?? []).map((each) => each ?? []);
		const description = error && 'description' in error ? (error.description ?? null) : null;
		return {
			outputs,
			get outcomes() {
				if (error !== undefined) throw new Error(`${error.message} (${description})`);
				return (outputs[0] ?? []).map(({ json }) => json.outcome as Outcome);
			},
			response,
			error: error?.message ?? null,
			description,
		};
	}

	private nodes(): INode[] {
		const common = { typeVersion: 1, position: [0, 0] as [number, number] };
		const credentials = Object.fromEntries(
			Object.keys(this.credentials).map((type) => [type, { id: `${type}-id`, name: type }]),
		);
		return [
			{
				id: 'trigger',
				name: 'Trigger',
				type: `${PACKAGE}.hubSpotWorkflowActionTrigger`,
				parameters: {},
				...common,
			},
			{ id: 'between', name: 'Between', type: SOURCE_TYPE, parameters: {}, ...common },
			{
				id: 'node',
				name: 'Node',
				type: `${PACKAGE}.hubSpotWebinar`,
				parameters: { resource: 'workflowAction', authentication: 'oAuth2', ...this.parameters },
				credentials,
				...this.settings,
				...common,
			},
		];
	}
}

function taskOf(main: INodeExecutionData[][], source: ITaskData['source'] = []): ITaskData {
	return {
		startTime: 0,
		executionTime: 0,
		executionIndex: 0,
		executionStatus: 'success',
		source,
		data: { main },
	};
}
