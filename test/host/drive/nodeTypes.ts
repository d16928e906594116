import { sendJson } from '../server/http';
import type { N8nClient } from '../server/n8nClient';

/** The part of a node type's description that is needed to set a node up from outside. */
export interface NodeTypeInfo {
	name: string;
	version: number | number[];
	group: string[];
	properties: Array<{ name: string; default?: unknown }>;
	credentials?: Array<{
		name: string;
		required?: boolean;
		displayOptions?: { show?: Record<string, unknown[]> };
	}>;
	webhooks?: Array<{ httpMethod: string; path: string }>;
}

/** Every node type that this n8n offers, as its editor loads them. */
export async function loadNodeTypes(n8n: N8nClient): Promise<NodeTypeInfo[]> {
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
	const valueOf = (name: string) =>
		parameters[name] ?? type.properties.find((property) => property.name === name)?.default;
	return (type.credentials ?? [])
		.filter(({ displayOptions }) =>
			Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
				values.includes(valueOf(name)),
			),
		)
		.map(({ name }) => name);
}
