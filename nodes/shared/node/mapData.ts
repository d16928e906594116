import type { INodeProperties } from 'n8n-workflow';

/** The choice between items of this package and any others, with which every sync operation begins. */
export function mapDataField(words: {
	/** Where what comes from. */
	description: string;
	automatically: string;
	/** An example of anything else. */
	elsewhere: string;
}): INodeProperties {
	return {
		displayName: 'Map Data',
		name: 'mapData',
		type: 'options',
		noDataExpression: true,
		default: 'automatic',
		description: words.description,
		options: [
			{ name: 'Automatically', value: 'automatic', description: words.automatically },
			{
				name: 'Map Each Field',
				value: 'manual',
				description: `The items come from anywhere else, e.g. from ${words.elsewhere}`,
			},
		],
	};
}

/** The fields of *Map Each Field*. */
export function mapEachField(mapper: {
	/** Of the node's local resource mapping. */
	method: string;
	/** What each item is: Person, Webinar … */
	item: string;
	description: string;
}): INodeProperties {
	return {
		displayName: 'Fields',
		name: 'fields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description: mapper.description,
		typeOptions: {
			resourceMapper: {
				localResourceMapperMethod: mapper.method,
				mode: 'map',
				valuesLabel: `Fields of Each ${mapper.item}`,
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: false,
			},
		},
		displayOptions: { show: { mapData: ['manual'] } },
	};
}

/** @param vendor as people know it, e.g. `HubSpot` */
export function previewField(vendor: string): INodeProperties {
	return {
		displayName: 'Preview',
		name: 'preview',
		type: 'boolean',
		default: false,
		description: `Whether to only show what would happen. ${vendor} is read, nothing is written, and each outcome says what would have been done.`,
	};
}

export function optionsField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	};
}
