import { ExecuteContext, LoadOptionsContext } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INode,
	type INodeParameters,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import type { CredentialValues } from './credentials';
import { PACKAGE, type PackageTypes } from './nodeTypes';
import { additionalDataFor, packageTypes } from './runNode';
import { searchResult } from './searched';

interface LoneNode {
	/** Without the package's prefix. */
	type: string;
	credentials: CredentialValues;
	parameters?: INodeParameters;
	changes?: Pick<INode, 'onError' | 'rewireOutputLogTo'>;
}

/** One node on an empty canvas, for tests that build n8n's contexts themselves. */
export async function loneNode({
	type,
	credentials,
	parameters = {},
	changes = {},
}: LoneNode): Promise<{
	workflow: Workflow;
	node: INode;
	nodeType: INodeType;
	nodeTypes: PackageTypes;
	additionalData: IWorkflowExecuteAdditionalData;
}> {
	const nodeTypes = await packageTypes();
	const id = credentialId(credentials);
	const workflow = new Workflow({
		id: 'lone',
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
		connections: {},
		nodes: [
			{
				id: 'node',
				name: 'Node',
				type: `${PACKAGE}.${type}`,
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: Object.fromEntries(
					Object.keys(credentials).map((name) => [name, { id, name }]),
				),
				...changes,
			},
		],
	});
	const node = workflow.getNode('Node')!;
	return {
		workflow,
		node,
		nodeType: nodeTypes.getByNameAndVersion(node.type),
		nodeTypes,
		additionalData: additionalDataFor(nodeTypes, credentials, workflow),
	};
}

/** n8n renews tokens once per credential at a time, so that every store needs its own. */
const ids = new WeakMap<CredentialValues, string>();
let last = 0;
function credentialId(credentials: CredentialValues): string {
	const id = ids.get(credentials) ?? `credential-${(last += 1)}`;
	ids.set(credentials, id);
	return id;
}

/** What the editor calls, and in which context, when somebody opens a field or a list. */
export async function panelOf(
	options: LoneNode,
	path = 'parameters',
): Promise<{
	methods: Required<NonNullable<INodeType['methods']>>;
	context: ILoadOptionsFunctions;
}> {
	const { workflow, node, nodeType, additionalData } = await loneNode(options);
	// The editor sends the fields that people left alone as well.
	additionalData.currentNodeParameters = node.parameters;
	return {
		methods: searched(nodeType.methods ?? {}) as Required<NonNullable<INodeType['methods']>>,
		context: new LoadOptionsContext(workflow, node, additionalData, path),
	};
}

/** The same methods; what they give to the editor is searched for secrets. */
function searched(methods: NonNullable<INodeType['methods']>): object {
	const watch = (name: string, method: unknown): unknown =>
		typeof method !== 'function'
			? method
			: async function (this: unknown, ...all: unknown[]): Promise<unknown> {
					return await searchResult(name, Promise.resolve(method.apply(this, all) as unknown));
				};
	return Object.fromEntries(
		Object.entries(methods).map(([kind, group]) => [
			kind,
			Object.fromEntries(
				Object.entries(group as object).map(([name, method]) => [name, watch(name, method)]),
			),
		]),
	);
}

/** An execution of the node, for tests that call what lies below it. */
export async function executionOf(
	options: LoneNode,
	signal?: AbortSignal,
): Promise<IExecuteFunctions> {
	const { workflow, node, additionalData } = await loneNode(options);
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		'manual',
		createRunExecutionData({}),
		0,
		[],
		{ main: [[]] },
		{ node, data: { main: [[]] }, source: null },
		[],
		signal,
	);
}
