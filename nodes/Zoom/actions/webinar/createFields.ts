import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { onlyWhenPeopleFail } from '../../../shared/node/people';
import { hostLocator } from '../../descriptions/hostLocator';
import { recurrenceFields } from './recurrenceFields';
import { registrationCoversField, registrationField } from './registrationFields';
import { settingsField } from './settingsFields';

const TIMED = ['once', 'recurring'];

const templateId: INodeProperties = {
	displayName: 'Template ID',
	name: 'templateId',
	type: 'string',
	default: '',
	description: 'A webinar template of the host or of the account',
};

/** The fields of *Create* webinar, from must to may. */
export const createFields: INodeProperties[] = [
	hostLocator,
	{
		displayName: 'Topic',
		name: 'topic',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Product Launch',
	},
	{
		displayName: 'Schedule',
		name: 'schedule',
		type: 'options',
		default: 'once',
		options: [
			{ name: 'Once', value: 'once' },
			{ name: 'Recurring, at Fixed Times', value: 'recurring' },
			{
				name: 'Recurring, Without Fixed Time',
				value: 'recurringNoFixedTime',
				description: 'The host starts it whenever it suits, always with the same link',
			},
		],
	},
	{
		displayName: 'Start',
		name: 'startTime',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'For a time without a time zone, Time Zone applies',
		displayOptions: { show: { schedule: TIMED } },
	},
	{
		displayName: 'Duration (Minutes)',
		name: 'duration',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		displayOptions: { show: { schedule: TIMED } },
	},
	{
		displayName: 'Time Zone',
		name: 'timezone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description: "Empty means the workflow's time zone",
		displayOptions: { show: { schedule: TIMED } },
	},
	...updateDisplayOptions({ show: { schedule: ['recurring'] } }, recurrenceFields),
	registrationField,
	{
		...registrationCoversField,
		displayOptions: {
			show: { schedule: ['recurring'], registration: ['automatic', 'manual'] },
		},
	},
	{
		displayName: 'Description',
		name: 'agenda',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'Shown on the registration page',
	},
	{ ...settingsField, options: [...(settingsField.options ?? []), templateId] } as INodeProperties,
	onlyWhenPeopleFail,
];
