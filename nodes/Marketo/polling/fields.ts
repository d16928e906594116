import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_OVERLAP_MINUTES } from './settings';

const OF_MEMBER = { show: { event: ['programStatusChanged', 'memberDataChanged'] } };

/** What starts the workflow. */
export const eventField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	required: true,
	default: 'programStatusChanged',
	options: [
		{
			name: 'Interactive Webinar Activity',
			value: 'interactiveWebinar',
			description:
				'When somebody attends, asks, answers a poll, downloads or clicks in an Interactive Webinar',
		},
		{
			name: 'Member Data Changed',
			value: 'memberDataChanged',
			description: 'When a field of a program member is changed',
		},
		{
			name: 'Program Status Changed',
			value: 'programStatusChanged',
			description: 'When somebody gets another status in a program, e.g. Registered',
		},
	],
};

/** The fields of the Marketo Trigger. */
export const triggerFields: INodeProperties[] = [
	eventField,
	{
		displayName: 'Program Names or IDs',
		name: 'programs',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getTriggerPrograms' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Leave empty for all programs',
		displayOptions: OF_MEMBER,
	},
	{
		displayName: 'New Status Names or IDs',
		name: 'newStatuses',
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: 'getTriggerStatuses',
			loadOptionsDependsOn: ['programs'],
		},
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Leave empty for any status',
		displayOptions: { show: { event: ['programStatusChanged'] } },
	},
	{
		displayName: 'Field Names or IDs',
		name: 'memberFields',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getTriggerMemberFields' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Leave empty for any field',
		displayOptions: { show: { event: ['memberDataChanged'] } },
	},
	{
		displayName: 'Activity Type Names or IDs',
		name: 'activityTypes',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getTriggerActivityTypes' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Leave empty for those whose names are like those of Interactive Webinars. They come first in the list.',
		displayOptions: { show: { event: ['interactiveWebinar'] } },
	},
	{
		displayName: 'Include Connected Webinar',
		name: 'includeWebinar',
		type: 'boolean',
		default: true,
		description:
			'Whether to add the webinar that the program is connected to. It is read from the My Tokens of the program, which Connect Webinar of the Marketo Program node writes.',
		displayOptions: OF_MEMBER,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Person Field Names or IDs',
				name: 'leadFields',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getTriggerLeadFields' },
				default: ['email', 'firstName', 'lastName', 'company', 'phone'],
				description:
					'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				hint: 'Read for each person and added at the top level of the item. Leave empty to not read people.',
			},
			{
				displayName: 'Leave Out Changes by API',
				name: 'excludeApi',
				type: 'boolean',
				default: false,
				description:
					'Whether to leave out changes made by API users, including this n8n. Adobe does not publish how Marketo names such changes, so look at Reason in your items first.',
				displayOptions: { show: { '/event': ['programStatusChanged', 'memberDataChanged'] } },
			},
			{
				displayName: 'Look Back (Minutes)',
				name: 'lookBackMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1440 },
				default: DEFAULT_OVERLAP_MINUTES,
				description:
					'How late Marketo may show an activity without the trigger missing it. Each poll reads this time once more.',
			},
		],
	},
];
