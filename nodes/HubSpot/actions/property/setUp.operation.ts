import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import { whenPeopleFailOption } from '../../../shared/node/people';

export { setUpProperties as operation } from './setUp';

const fields: INodeProperties[] = [
	{
		displayName:
			'Creates the group Webinars and its properties in HubSpot, where they are missing. The sync operations do the same automatically, unless their option Create Missing Properties is off. Nothing that exists is changed.',
		name: 'setUpNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Preview',
		name: 'preview',
		type: 'boolean',
		default: false,
		description:
			'Whether to only show what is there and what would be created. HubSpot is read, nothing is written.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Properties Of',
				name: 'propertiesOf',
				type: 'multiOptions',
				default: ['contact', 'marketingEvent'],
				description: 'Whose properties to create or check',
				options: [
					{
						name: 'Contacts',
						value: 'contact',
						description: 'Written by Sync Registrations and Sync Attendance',
					},
					{
						name: 'Marketing Events',
						value: 'marketingEvent',
						description: 'Written by Add Recordings to CRM',
					},
				],
			},
			whenPeopleFailOption,
		],
	},
];

/** The fields of *Set Up Properties*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['property'], operation: ['setUp'] } },
	fields,
);
