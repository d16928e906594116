import type { INodeProperties } from 'n8n-workflow';

import { recurrenceFields } from './recurrenceFields';
import { registrationCoversField, registrationField } from './registrationFields';

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
			description: 'Shown on the registration page',
		},
		{
			displayName: 'Duration (Minutes)',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
		},
		{
			displayName: 'Recurrence',
			name: 'recurrence',
			type: 'fixedCollection',
			placeholder: 'Set recurrence',
			default: {},
			description: 'Makes the webinar a series with fixed times, or changes how it recurs',
			options: [{ displayName: 'Rule', name: 'rule', values: recurrenceFields }],
		},
		registrationField,
		registrationCoversField,
		{
			displayName: 'Start',
			name: 'startTime',
			type: 'dateTime',
			default: '',
			description: 'For a time without a time zone, Time Zone applies',
		},
		{
			displayName: 'Time Zone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Berlin',
			description: 'Empty means the time zone that the webinar has',
		},
		{ displayName: 'Topic', name: 'topic', type: 'string', default: '' },
	],
};
