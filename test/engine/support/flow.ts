import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type NodeExecutionHint,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { MemoryCredentials, type CredentialValues } from './credentials';
import { PACKAGE, SOURCE_TYPE } from './nodeTypes';
import { additionalDataWith, packageTypes } from './runNode';

export interface FlowRun {
	items: INodeExecutionData[];
	hints: NodeExecutionHint[];
	error: string | null;
}

/** A saved workflow: its static data live from one production run to the next, as n8n keeps them. */
export class Flow {
	/** As n8n's database holds them. */
	staticData: IDataObject = {};

	constructor(
		/** Of the node, without the package's prefix. */
		private readonly type: string,
		private readonly credentials: CredentialValues,
		readonly parameters: INodeParameters,
	) {}

	async run(
		mode: WorkflowExecuteMode = 'trigger',
		inputs: IDataObject[] = [{}],
		changes: Pick<INode, 'onError' | 'rewireOutputLogTo'> = {},
	): Promise<FlowRun> {
		const nodeTypes = await packageTypes();
		const credentials = Object.fromEntries(
			Object.keys(this.credentials).map((type) => [type, { id: `${type}-id`, name: type }]),
		);
		const common = { typeVersion: 1, position: [0, 0] as [number, number] };
		const workflow = new Workflow({
			id: 'flow',
			active: true,
			nodeTypes,
			staticData: structuredClone(this.staticData),
			settings: { executionOrder: 'v1' },
			nodes: [
				{ id: 'source', name: 'Source', type: SOURCE_TYPE, parameters: {}, ...common },
				{
					id: 'node',
					name: 'Node',
					type: `${PACKAGE}.${this.type}`,
					parameters: this.parameters,
					credentials,
					...changes,
					...common,
				},
			],
			connections: { Source: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		});
		const main = [inputs.map((json) => ({ json }))];
		const additionalData = additionalDataWith(
			new MemoryCredentials(nodeTypes, this.credentials),
			workflow,
			mode,
		);
		const execution = new WorkflowExecute(
			additionalData,
			mode,
			createRunExecutionData({
				executionData: {
					nodeExecutionStack: [
						{
							node: workflow.getNode('Node')!,
							data: { main },
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
								data: { main },
							},
						],
					},
				},
			}),
		);
		const { data } = await execution.processRunExecutionData(workflow);
		if (mode !== 'manual') {
			this.staticData = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		}
		const result = data.resultData.runData.Node?.[0];
		return {
			items: result?.data?.main?.[0] ?? [],
			hints: result?.hints ?? [],
			error: (data.resultData.error ?? result?.error)?.message ?? null,
		};
	}
}
