import type { IDataObject, INodeType, INodeTypes } from 'n8n-workflow';

export const BROKEN = 'test.broken';
export const DROPS = 'test.drops';
export const SPLITS = 'test.splits';
export const ITEMS = 'test.items';

function node(name: string, outputs: number, execute: INodeType['execute']): INodeType {
	return {
		description: {
			displayName: name,
			name,
			group: ['transform'],
			version: 1,
			description: name,
			defaults: { name },
			inputs: ['main'],
			outputs: Array.from({ length: outputs }, () => 'main' as const),
			properties: [{ displayName: 'Given', name: 'given', type: 'string', default: '[]' }],
		},
		execute,
	};
}

const TYPES: Record<string, INodeType> = {
	[BROKEN]: node('broken', 1, async () => {
		throw new Error('The node is broken');
	}),
	[DROPS]: node('drops', 1, async () => [[]]),
	/** What the parameter `given` says, as JSON, of each item, and nothing of the item itself. */
	[ITEMS]: node('items', 1, async function () {
		const given = JSON.parse(this.getNodeParameter('given', 0) as string) as IDataObject[];
		return [this.getInputData().map((_, item) => ({ json: given[item] ?? {}, pairedItem: item }))];
	}),
	/** Every other item to the second output. */
	[SPLITS]: node('splits', 2, async function () {
		const items = this.getInputData().map((item, index) => ({ ...item, pairedItem: index }));
		return [
			items.filter((_, index) => index % 2 === 0),
			items.filter((_, index) => index % 2 === 1),
		];
	}),
};

/** The package's types, and nodes that stand for a user's others. */
export function testTypes(types: INodeTypes): INodeTypes {
	return {
		getByName: (type) => TYPES[type] ?? types.getByName(type),
		getByNameAndVersion: (type, version) => TYPES[type] ?? types.getByNameAndVersion(type, version),
		getKnownTypes: () => ({}),
	};
}
