import type { INodeProperties } from 'n8n-workflow';

import { accessField, settingsField } from './settingsFields';

/** What can be changed besides the settings; what is not added stays as it is. */
export const changeFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [
		{
			displayName: 'Description',
			name: 'agenda',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
		},
		{
			displayName: 'Duration (Minutes)',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
		},
		{
			displayName: 'Start',
			name: 'startTime',
			type: 'dateTime',
			default: '',
			description:
				'For a time without a time zone, Time Zone applies. The webinar keeps its length, unless Duration or End says otherwise.',
		},
		{
			displayName: 'Time Zone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Berlin',
			description: "The time zone of Start and End. Empty means the workflow's time zone.",
		},
		{ displayName: 'Topic', name: 'topic', type: 'string', default: '' },
	],
};

/** Settings of a room; what is not added stays as it is. */
export const changedSettings: INodeProperties = {
	...settingsField,
	description: 'What is not set here stays as it is',
	options: [accessField, ...(settingsField.options ?? [])],
} as INodeProperties;
