import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import { findNodeType, type NodeTypeInfo } from '../../host/drive/nodeTypes';
import type { TemplateFile } from '../../templates/template';

/** A workflow as n8n exports it, with what an import may add. */
export type Imported = TemplateFile & { id?: string };

/**
 * What a workflow is, without what every n8n gives it anew: the ids of nodes and webhooks. Of those it is said
 * whether they are there.
 */
export function essenceOf({ name, nodes, connections, settings, active }: Imported) {
	return {
		name,
		active,
		executionOrder: settings?.executionOrder,
		connections,
		nodes: nodes
			.map(({ id, webhookId, ...node }) => ({
				...node,
				hasId: Boolean(id),
				hasWebhookId: Boolean(webhookId),
			}))
			.sort((one, other) => one.name.localeCompare(other.name)),
	};
}

/**
 * The same for a workflow that went through the editor, which moves what comes in to where one looks, and
 * leaves out of the parameters what is preset.
 */
export function asEdited(workflow: Imported, types: NodeTypeInfo[]) {
	const { nodes, ...rest } = essenceOf(workflow);
	return {
		...rest,
		nodes: nodes.map(({ position: _, ...node }) => {
			const description = findNodeType(types, node) as unknown as INodeTypeDescription;
			const { properties } = description;
			const given = node.parameters;
			return {
				...node,
				parameters: NodeHelpers.getNodeParameters(
					properties,
					given,
					true,
					false,
					node as unknown as INode,
					description,
				),
			};
		}),
	};
}
