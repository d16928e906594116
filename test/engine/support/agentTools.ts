import { ExecuteContext } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
} from 'n8n-workflow';

import type { CredentialValues } from './credentials';
import { PACKAGE, type PackageTypes } from './nodeTypes';
import { additionalDataFor, packageTypes } from './runNode';
import { searchResult } from './searched';

/** A node that hangs on the agent; what is left to the model is `$fromAI(…)`. */
export interface Tool {
	/** Without the package's prefix, e.g. `zoomWebinar`. */
	type: string;
	parameters: INodeParameters;
	credentials: CredentialValues;
}

/** What n8n's engine makes of it for a model. */
export interface MadeTool {
	name: string;
	description: string;
	/** A call of the model, checked by the tool's schema. @throws what the agent tells the model */
	invoke(args: IDataObject): Promise<string>;
}

/** A node as a tool of an agent, made by n8n's engine. */
export async function toolOfAgent(tool: Tool): Promise<MadeTool> {
	const nodeTypes = new TypesWithTools(await packageTypes());
	const workflow = workflowWith(tool, nodeTypes);
	const additionalData = additionalDataFor(nodeTypes.own, tool.credentials, workflow);
	const agent = workflow.getNode('Agent')!;
	const data = { main: [[{ json: {} }]] };
	const execution = createRunExecutionData({});
	const context = new ExecuteContext(
		workflow,
		agent,
		additionalData,
		'manual',
		execution,
		0,
		data.main[0]!,
		data,
		{ node: agent, data, source: null },
		[],
	);
	const [made] = (await context.getInputConnectionData(
		NodeConnectionTypes.AiTool,
		0,
	)) as MadeTool[];
	const { name, description } = made!;
	const invoke = async (args: IDataObject) => await searchResult('tool', made!.invoke(args));
	return { name, description, invoke };
}

function workflowWith({ type, parameters, credentials }: Tool, nodeTypes: INodeTypes): Workflow {
	const node = (name: string, of: string, changes: Partial<INode>): INode => ({
		id: name,
		name,
		type: of,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...changes,
	});
	return new Workflow({
		id: 'agent',
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
		nodes: [
			node('Agent', AGENT, {}),
			node('Our tool', `${PACKAGE}.${type}Tool`, {
				parameters,
				credentials: Object.fromEntries(
					Object.keys(credentials).map((name) => [name, { id: `${name}-tool`, name }]),
				),
			}),
		],
		connections: {
			'Our tool': {
				[NodeConnectionTypes.AiTool]: [
					[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }],
				],
			},
		},
	});
}

const AGENT = 'test.agent';

/** Stands where n8n's own agent would: it is there to be given tools. */
const agentNode: INodeType = {
	description: {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform'],
		version: 1,
		description: 'Has tools',
		defaults: { name: 'Agent' },
		inputs: ['main', { type: NodeConnectionTypes.AiTool }],
		outputs: ['main'],
		properties: [],
	},
};

/** The package's nodes, and each as the tool that n8n makes of it. */
class TypesWithTools implements INodeTypes {
	constructor(readonly own: PackageTypes) {}

	getByName(type: string) {
		return type === AGENT ? agentNode : this.own.getByName(type);
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		if (type === AGENT) return agentNode;
		if (!type.endsWith('Tool')) return this.own.getByNameAndVersion(type, version);
		const node = this.own.getByNameAndVersion(type.replace(/Tool$/, ''), version);
		return Object.create(node, {
			description: { value: describedAsTool(node.description) },
		}) as INodeType;
	}

	getKnownTypes() {
		return this.own.getKnownTypes();
	}
}

/** As n8n's server does (`convertNodeToAiTool`): the engine has no part in this. */
function describedAsTool(description: INodeTypeDescription): INodeTypeDescription {
	if (!description.usableAsTool) throw new Error(`${description.name} cannot be used as a tool`);
	return {
		...description,
		name: `${description.name}Tool`,
		inputs: [],
		outputs: [NodeConnectionTypes.AiTool],
		properties: [
			{
				displayName: 'Tool Description',
				name: 'descriptionType',
				type: 'options',
				options: [{ name: 'Set Automatically', value: 'auto' }],
				default: 'auto',
			},
			...description.properties,
		],
	};
}
