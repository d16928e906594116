import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../shared/node/people';
import {
	mapDataField,
	mapEachField,
	optionsField,
	previewField,
} from '../../../shared/node/mapData';
import { withSyncOptions } from '../people/options';
import { contactOptions } from './options';

export { syncRegistrations as operation } from './sync';

const fields: INodeProperties[] = [
	mapDataField({
		description: 'Where the people and their webinar come from',
		automatically:
			'The items are registrants of a webinar node of this package, or come from its trigger',
		elsewhere: 'a CSV file',
	}),
	{
		displayName: 'Webinar',
		name: 'webinar',
		type: 'json',
		default: '={{ $json.webinar }}',
		description:
			'The webinar of each item. Items of a trigger carry it. If yours do not, drag in the whole item of the node that got the webinar.',
		displayOptions: { show: { mapData: ['automatic'] } },
	},
	mapEachField({
		method: 'getRegistrationFields',
		item: 'Registration',
		description:
			'Times like 2026-10-01T09:00:00Z; without a time zone they are taken as UTC. Without a status the registration counts as approved.',
	}),
	{
		displayName: 'Contact Fields',
		name: 'contactFields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description:
			'Further contact properties to write. Name, phone, company and job title are taken from the registration automatically.',
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
	previewField('HubSpot'),
	optionsField([...withSyncOptions(contactOptions), whenPeopleFailOption]),
];

/** The fields of *Sync Registrations*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registration'], operation: ['sync'] } },
	fields,
);
