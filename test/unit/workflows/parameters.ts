import {
	NodeHelpers,
	type INode,
	type INodeProperties,
	type INodePropertyCollection,
	type INodeParameters,
	type INodeTypeDescription,
} from 'n8n-workflow';

/**
 * Parameters of a node that its description does not have, or does not show for this resource and
 * operation; `options.finalAfter` for one inside a collection. n8n would ignore them in silence.
 */
export function unknownParameters(node: INode, description: INodeTypeDescription): string[] {
	const shown = description.properties.filter((property) =>
		NodeHelpers.displayParameter(node.parameters, property, node, description),
	);
	return Object.entries(node.parameters).flatMap(([name, value]) => {
		const property = shown.find((candidate) => candidate.name === name);
		return property ? unknownInside(property, value, name) : [name];
	});
}

function unknownInside(property: INodeProperties, value: unknown, path: string): string[] {
	if (property.type === 'collection') {
		const options = (property.options ?? []) as INodeProperties[];
		return Object.keys(value as INodeParameters).flatMap((key) =>
			options.some(({ name }) => name === key) ? [] : [`${path}.${key}`],
		);
	}
	if (property.type === 'options' || property.type === 'multiOptions') {
		const allowed = ((property.options ?? []) as INodePropertyCollection[] | Choice[]).map(
			(option) => ('value' in option ? option.value : option.name),
		);
		return [value].flat().flatMap((one) => {
			const isExpression = typeof one === 'string' && one.startsWith('=');
			return isExpression || allowed.includes(one as string) ? [] : [`${path}: ${String(one)}`];
		});
	}
	return [];
}

interface Choice {
	name: string;
	value: string;
}
