import { NodeHelpers, type INodeParameters, type INodeTypeDescription } from 'n8n-workflow';

import { sendJson } from '../server/http';
import type { N8nClient } from '../server/n8nClient';

/** The part of a node type's description that is needed to set a node up from outside. */
export interface NodeTypeInfo {
	name: string;
	version: number | number[];
	group: string[];
	properties: Array<{ name: string; default?: unknown }>;
	credentials?: Array<{ name: string; required?: boolean }>;
	webhooks?: Array<{ httpMethod: string; path: string }>;
}

/** Every node type that this n8n offers, as its editor loads them. */
export async function loadNodeTypes(n8n: N8nClient): Promise<NodeTypeInfo[]> {
	if (n8n.nodeTypes) return n8n.nodeTypes;
	const answer = await sendJson('GET', `${n8n.url}/types/nodes.json`, { cookie: n8n.cookie });
	return answer.body as NodeTypeInfo[];
}

/** The description that a node of this type and version has. */
export function findNodeType(
	types: NodeTypeInfo[],
	node: { type: string; typeVersion: number },
): NodeTypeInfo | undefined {
	return types.find(
		({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion),
	);
}

/** The credential types that a node's own settings make it ask for, as the editor shows them. */
export function credentialTypesOf(
	type: NodeTypeInfo,
	parameters: Record<string, unknown>,
): string[] {
	const description = type as unknown as INodeTypeDescription;
	const node = { typeVersion: [type.version].flat()[0]! };
	const given = parameters as INodeParameters;
	// As the editor does it: defaults filled in, what is not displayed left out.
	const values = NodeHelpers.getNodeParameters(
		description.properties,
		given,
		true,
		false,
		node,
		description,
	);
	return (description.credentials ?? [])
		.filter((credential) =>
			NodeHelpers.displayParameter(values ?? given, credential, node, description),
		)
		.map(({ name }) => name);
}
