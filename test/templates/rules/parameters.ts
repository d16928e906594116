import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';
import type { Rule } from '../template';

interface Place {
	node: INode;
	description: INodeTypeDescription;
	/** All values of the node, with defaults: what displayOptions look at. */
	values: INodeParameters;
}

/**
 * Nodes as their type describes them: a known type and version; parameters that n8n knows and shows for
 * what else is set, values that it offers, nothing required left out. Types without a description pass.
 * @param find the description of a node; `none` when its type or version does not exist
 */
export const parameters =
	(find: (node: INode) => INodeTypeDescription | 'none' | 'elsewhere'): Rule =>
	({ file }) =>
		file.nodes.flatMap((node) => {
			const description = find(node);
			if (description === 'elsewhere') return [];
			if (description === 'none' || ![description.version].flat().includes(node.typeVersion)) {
				return [`${node.name}: there is no ${node.type} version ${node.typeVersion}`];
			}
			return parameterProblems(node, description).map((problem) => `${node.name}: ${problem}`);
		});

function parameterProblems(node: INode, description: INodeTypeDescription): string[] {
	const { properties } = description;
	const filled = NodeHelpers.getNodeParameters(
		properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
	// With what is preset, as the editor looks at it.
	const shown = { ...node, parameters: filled ?? node.parameters };
	const issues = NodeHelpers.getNodeParametersIssues(properties, shown, description);
	return [
		...unknownParameters(node, description),
		...Object.values(issues?.parameters ?? {}).flat(),
	];
}

/** Parameters that n8n would not show, and values that it does not offer; both are passed over in silence. */
export function unknownParameters(node: INode, description: INodeTypeDescription): string[] {
	const { properties } = description;
	const filled = NodeHelpers.getNodeParameters(
		properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
	const place = { node, description, values: filled ?? node.parameters };
	return collection(place, properties, node.parameters, '');
}

/** Every value of a collection belongs to a property that is shown there. */
function collection(
	place: Place,
	properties: INodeProperties[],
	values: INodeParameters,
	path: string,
): string[] {
	return Object.entries(values).flatMap(([name, value]) => {
		const at = path === '' ? name : `${path}.${name}`;
		const shown = properties.find(
			(property) =>
				property.name === name &&
				NodeHelpers.displayParameterPath(
					place.values,
					property,
					path,
					place.node,
					place.description,
				),
		);
		return shown ? inside(place, shown, value, at) : [`does not show ${at}`];
	});
}

function inside(place: Place, property: INodeProperties, value: unknown, at: string): string[] {
	if (typeof value === 'string' && value.startsWith('=')) return [];
	const options = property.options ?? [];
	switch (property.type) {
		case 'collection':
			return [value]
				.flat()
				.flatMap((one) =>
					collection(place, options as INodeProperties[], one as INodeParameters, at),
				);
		case 'fixedCollection':
			return group(place, options as INodePropertyCollection[], value as INodeParameters, at);
		case 'options':
		case 'multiOptions':
			return choices(property, value, at);
		case 'boolean':
		case 'number':
			return typeof value === property.type ? [] : [`${at} is no ${property.type}`];
		case 'resourceLocator': {
			const { __rl: marked, mode } = value as { __rl?: unknown; mode?: string };
			const known = property.modes?.some((one) => one.name === mode);
			return marked === true && known ? [] : [`${at} is no resource locator of a known mode`];
		}
		default:
			return [];
	}
}

function group(
	place: Place,
	groups: INodePropertyCollection[],
	value: INodeParameters,
	at: string,
): string[] {
	return Object.entries(value).flatMap(([name, entries]) => {
		const found = groups.find((candidate) => candidate.name === name);
		if (!found) return [`does not show ${at}.${name}`];
		const list = Array.isArray(entries);
		return [entries]
			.flat()
			.flatMap((entry, index) =>
				collection(
					place,
					found.values,
					entry as INodeParameters,
					list ? `${at}.${name}[${index}]` : `${at}.${name}`,
				),
			);
	});
}

function choices(property: INodeProperties, value: unknown, at: string): string[] {
	const { loadOptions, loadOptionsMethod } = property.typeOptions ?? {};
	if (loadOptions !== undefined || loadOptionsMethod !== undefined) return [];
	const offered = (property.options as INodePropertyOptions[]).map((option) => option.value);
	return [value]
		.flat()
		.filter((one) => !offered.includes(one as string))
		.map((one) => `${at} does not offer ${String(one)}`);
}
