import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../shared/node/people';
import { withSyncOptions } from '../people/options';
import { contactOptions } from './options';

export { syncRegistrations as operation } from './sync';

const fields: INodeProperties[] = [
	{
		displayName: 'Map Data',
		name: 'mapData',
		type: 'options',
		noDataExpression: true,
		default: 'automatic',
		description: 'Where the people and their webinar come from',
		options: [
			{
				name: 'Automatically',
				value: 'automatic',
				description:
					'The items are registrants of a webinar node of this package, or come from its trigger',
			},
			{
				name: 'Map Each Field',
				value: 'manual',
				description: 'The items come from anywhere else, e.g. from a CSV file',
			},
		],
	},
	{
		displayName: 'Webinar',
		name: 'webinar',
		type: 'json',
		default: '={{ $json.webinar }}',
		description:
			'The webinar of each item. Items of a trigger carry it; where they do not, drag in the whole item of the node that got the webinar.',
		displayOptions: { show: { mapData: ['automatic'] } },
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description:
			'Times are ISO 8601, in UTC unless they name a zone. Without a status the registration counts as approved.',
		typeOptions: {
			resourceMapper: {
				localResourceMapperMethod: 'getRegistrationFields',
				mode: 'map',
				valuesLabel: 'Fields of Each Registration',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: false,
			},
		},
		displayOptions: { show: { mapData: ['manual'] } },
	},
	{
		displayName: 'Contact Fields',
		name: 'contactFields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description:
			'Further contact properties to write. Name, phone, company and job title come from the registration by themselves.',
		typeOptions: {
			loadOptionsDependsOn: ['authentication'],
			resourceMapper: {
				resourceMapperMethod: 'getContactFields',
				mode: 'map',
				valuesLabel: 'Contact Properties',
				fieldWords: { singular: 'property', plural: 'properties' },
				addAllFields: false,
				multiKeyMatch: false,
				supportAutoMap: false,
			},
		},
	},
	{
		displayName: 'Preview',
		name: 'preview',
		type: 'boolean',
		default: false,
		description:
			'Whether to only look what would happen. HubSpot is read, nothing is written, and each outcome says what would have been.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...withSyncOptions(contactOptions), whenPeopleFailOption],
	},
];

/** The fields of *Sync Registrations*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registration'], operation: ['sync'] } },
	fields,
);
