import type { INodeProperties } from 'n8n-workflow';

import { joinLinkOption } from '../actions/people/joinLinks';
import { DEFAULT_MOST_CALLS } from './settings';

/** What starts the workflow. */
export const eventField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	required: true,
	default: 'webinar.ended',
	options: [
		{
			name: 'Recording Available',
			value: 'recording.completed',
			description: 'When a recording of a webinar can be watched',
		},
		{
			name: 'Registrant Added',
			value: 'webinar.registration_created',
			description: 'When somebody has registered for an event, or was added to a room',
		},
		{
			name: 'Webinar Ended',
			value: 'webinar.ended',
			description: 'When the last person has left the room, or the host has ended the meeting',
		},
	],
};

/** The fields of the Adobe Connect Trigger. */
export const triggerFields: INodeProperties[] = [
	eventField,
	{
		displayName: 'Webinar Names or IDs',
		name: 'webinars',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getTriggerWebinars', loadOptionsDependsOn: ['kinds'] },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Leave empty for all webinars of the kinds below. Links to events and rooms work as well.',
	},
	{
		displayName: 'Kinds of Webinars',
		name: 'kinds',
		type: 'multiOptions',
		default: ['event', 'seminar'],
		description: 'What counts as a webinar if none is chosen above',
		options: [
			{ name: 'Event', value: 'event' },
			{ name: 'Meeting', value: 'meeting' },
			{ name: 'Seminar', value: 'seminar' },
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Hours Before Activation',
				name: 'hoursBefore',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 720 },
				default: 0,
				description:
					'How far back the first poll looks. With 0, nothing that happened before the workflow was activated starts it.',
			},
			{
				displayName: 'Include Other Times',
				name: 'anyTime',
				type: 'boolean',
				default: false,
				description:
					'Whether to start also for what is held at another time than planned, e.g. a rehearsal the day before',
				displayOptions: { show: { '/event': ['webinar.ended', 'recording.completed'] } },
			},
			{
				displayName: 'Minutes After the End',
				name: 'minutesAfterEnd',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 1440 },
				default: 0,
				description:
					'How long to wait after the end, so that the reports of Adobe Connect are complete',
				displayOptions: { show: { '/event': ['webinar.ended'] } },
			},
			{
				displayName: 'Most Calls per Poll',
				name: 'mostCalls',
				type: 'number',
				typeOptions: { minValue: 10, maxValue: 1000 },
				default: DEFAULT_MOST_CALLS,
				description:
					'About how many calls one poll may send to Adobe Connect. Webinars that are left over are read at the next poll.',
			},
			{
				...joinLinkOption,
				displayOptions: { show: { '/event': ['webinar.registration_created'] } },
			},
			{
				displayName: 'Registration Status',
				name: 'statuses',
				type: 'multiOptions',
				default: [],
				description:
					'Start only for people with one of these statuses. People who wait for approval start the workflow once they get one of them. Empty means any.',
				options: [
					{ name: 'Approved', value: 'approved' },
					{ name: 'Denied', value: 'denied' },
					{ name: 'Pending', value: 'pending' },
				],
				displayOptions: { show: { '/event': ['webinar.registration_created'] } },
			},
		],
	},
];
