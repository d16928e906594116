import type { INodeProperties } from 'n8n-workflow';

import { onlyWhenPeopleFail } from '../../../shared/node/people';
import { accessField, settingsField } from './settingsFields';

const MADE_HERE = ['seminar', 'meeting'];

/** A folder, a licence or a template, picked from a list or typed. */
function place(
	name: string,
	displayName: string,
	searchListMethod: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select, or leave empty…',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 11029' },
		],
	};
}

/** The fields of *Create* webinar, from must to may. */
export const createFields: INodeProperties[] = [
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'options',
		default: 'seminar',
		options: [
			{
				name: 'Event',
				value: 'event',
				description: 'Events can only be created by hand, in Adobe Connect Central',
			},
			{
				name: 'Meeting',
				value: 'meeting',
				description: 'A room that can be used again and again',
			},
			{
				name: 'Seminar',
				value: 'seminar',
				description: 'A room under a seminar licence (webinar licence), with one session',
			},
		],
	},
	{
		displayName:
			"Adobe Connect's API does not create events. Create the event in Adobe Connect Central under Event Management; all other operations then work with it.",
		name: 'eventNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { kind: ['event'] } },
	},
	{
		displayName: 'Topic',
		name: 'topic',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Product Launch',
		description: 'The name in Adobe Connect. A folder holds each name only once.',
		displayOptions: { show: { kind: MADE_HERE } },
	},
	{
		displayName: 'Schedule',
		name: 'schedule',
		type: 'options',
		default: 'once',
		options: [
			{ name: 'Once', value: 'once' },
			{
				name: 'Without Fixed Time',
				value: 'recurringNoFixedTime',
				description: 'The host starts it whenever it suits, always with the same link',
			},
		],
		displayOptions: { show: { kind: ['meeting'] } },
	},
	...timed(),
	{
		...place(
			'licence',
			'Seminar Licence',
			'searchLicences',
			'Decides where the seminar is created and how many people it takes. Empty means the only licence that fits.',
		),
		displayOptions: { show: { kind: ['seminar'] } },
	},
	{
		...place(
			'folder',
			'Folder',
			'searchFolders',
			'Where to create the meeting. Empty means My Meetings of the user of the credential.',
		),
		displayOptions: { show: { kind: ['meeting'] } },
	},
	{
		...place(
			'template',
			'Room Template',
			'searchTemplates',
			"What the room looks like. Empty means the account's own template.",
		),
		displayOptions: { show: { kind: MADE_HERE } },
	},
	{ ...accessField, displayOptions: { show: { kind: MADE_HERE } } },
	{
		displayName: 'Description',
		name: 'agenda',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		displayOptions: { show: { kind: MADE_HERE } },
	},
	{ ...settingsField, displayOptions: { show: { kind: MADE_HERE } } },
	onlyWhenPeopleFail,
];

/** Shown unless a meeting has no fixed time. */
function timed(): INodeProperties[] {
	const fields: INodeProperties[] = [
		{
			displayName: 'Start',
			name: 'startTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'For a time without a time zone, Time Zone applies',
		},
		{
			displayName: 'Duration (Minutes)',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
		},
		{
			displayName: 'Time Zone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Berlin',
			description: "Empty means the workflow's time zone",
		},
	];
	return fields.map((field) => ({
		...field,
		displayOptions: {
			show: { kind: MADE_HERE },
			hide: { schedule: ['recurringNoFixedTime'] },
		},
	}));
}
