import type { INodeProperties } from 'n8n-workflow';

/** One date of a recurring webinar, picked from a list or typed; empty means the whole series. */
export const occurrenceLocator: INodeProperties = {
	displayName: 'Occurrence',
	name: 'occurrence',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'One date of a recurring webinar. Leave it empty for webinars with a single date.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an occurrence…',
			typeOptions: { searchListMethod: 'searchOccurrences', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1648194360000',
		},
	],
};
