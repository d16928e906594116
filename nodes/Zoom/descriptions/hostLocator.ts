import type { INodeProperties } from 'n8n-workflow';

/** A user of the Zoom account who hosts webinars. */
export const hostLocator: INodeProperties = {
	displayName: 'Host',
	name: 'host',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The user who hosts the webinars',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a host…',
			typeOptions: { searchListMethod: 'searchHosts', searchable: true },
		},
		{
			displayName: 'By Email or ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. host@example.com',
		},
	],
};
