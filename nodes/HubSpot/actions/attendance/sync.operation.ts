import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../shared/node/people';

export { syncAttendance as operation } from './sync';

const options: INodeProperties[] = [
	{
		displayName: 'Create Missing Properties',
		name: 'createMissingProperties',
		type: 'boolean',
		default: true,
		description:
			'Whether to create the contact properties of this package when HubSpot does not have them yet. Needs the scope crm.schemas.contacts.write.',
	},
	{
		displayName: 'Exclude Account Users',
		name: 'excludeAccountUsers',
		type: 'boolean',
		default: true,
		description:
			'Whether to leave out people who are users of the HubSpot account. Needs the scope settings.users.read.',
	},
	{
		displayName: 'Excluded Domains',
		name: 'excludedDomains',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. example.com, competitor.example',
		description:
			'Leave out addresses at these email domains and at their subdomains. Separate them by commas or lines.',
	},
	{
		displayName: 'Include Panelists and Hosts',
		name: 'includePanelistsAndHosts',
		type: 'boolean',
		default: false,
		description: 'Whether to sync panelists and hosts as well',
	},
	{
		displayName: 'Read Back After (Seconds)',
		name: 'readBackAfter',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 5,
		description:
			'How long to wait before the written contacts are read once more, to see whether another workflow has overwritten them meanwhile',
	},
	whenPeopleFailOption,
];

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
				description: 'The items come from Get Attendees of a webinar node of this package',
			},
			{
				name: 'Map Each Field',
				value: 'manual',
				description: 'The items come from anywhere else, e.g. from a CSV file',
			},
		],
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description:
			'Times are ISO 8601, in UTC unless they name a zone. Attended Percent is counted from the seconds when it is empty.',
		typeOptions: {
			resourceMapper: {
				localResourceMapperMethod: 'getPersonFields',
				mode: 'map',
				valuesLabel: 'Fields of Each Person',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: true,
				multiKeyMatch: false,
				supportAutoMap: false,
			},
		},
		displayOptions: { show: { mapData: ['manual'] } },
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
		options,
	},
];

/** The fields of *Sync Attendance*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['attendance'], operation: ['sync'] } },
	fields,
);
