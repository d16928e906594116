import type {
	INode,
	INodeProperties,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

import { packageName } from '../../host/paths';
import { unknownParameters } from '../../templates/rules/parameters';
import { packageNodes } from '../../unit/workflows/packageNodes';

function described(type: string): INodeTypeDescription {
	const description = packageNodes().get(`${packageName}.${type}`);
	if (!description) throw new Error(`The package has no node ${type}`);
	return description;
}

const valuesOf = ({ options }: INodeProperties) =>
	(options as INodePropertyOptions[]).map(({ value }) => String(value));

/** Every operation of a node of ours, with its resource. */
export function operationsOf(type: string): Array<[resource: string, operation: string]> {
	return described(type)
		.properties.filter(({ name }) => name === 'operation')
		.flatMap((property) => {
			const resources = property.displayOptions?.show?.resource ?? [];
			return resources.flatMap((resource) =>
				valuesOf(property).map((operation): [string, string] => [String(resource), operation]),
			);
		});
}

/**
 * Throws when the package's node would not show these parameters: the editor leaves out in silence
 * what it does not know, and an empty panel looks fine to a test.
 */
export function refuseUnknown(type: string, node: INode): void {
	const unknown = unknownParameters(node, described(type));
	if (unknown.length > 0) throw new Error(`The panel of ${type}: ${unknown.join(', ')}`);
}
