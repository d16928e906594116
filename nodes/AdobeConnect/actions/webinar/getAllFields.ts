import type { INodeProperties } from 'n8n-workflow';

import { limitFields } from '../../../shared/node/limit';

/** The fields of *Get many* webinars. */
export const getAllFields: INodeProperties[] = [
	{
		displayName: 'Webinars',
		name: 'which',
		type: 'options',
		default: 'ended',
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'All webinars, newest first, including meetings without a date',
			},
			{
				name: 'Ended',
				value: 'ended',
				description: 'Those whose planned end has passed, newest first',
			},
			{
				name: 'Upcoming',
				value: 'upcoming',
				description: 'Upcoming and live webinars, soonest first, then meetings without a date',
			},
		],
	},
	{
		displayName: 'Ended Within (Days)',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 7,
		description: 'How far to look back',
		displayOptions: { show: { which: ['ended'] } },
	},
	{
		displayName: 'Kinds',
		name: 'kinds',
		type: 'multiOptions',
		default: ['event', 'seminar', 'meeting'],
		description:
			'Which kinds to return. A seminar comes once per session, and the room of an event is not listed again beside its event.',
		options: [
			{ name: 'Events', value: 'event' },
			{ name: 'Meetings', value: 'meeting' },
			{ name: 'Seminars', value: 'seminar' },
		],
	},
	...limitFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Starts From',
				name: 'startsFrom',
				type: 'dateTime',
				default: '',
				description: 'With Ended, it replaces Ended Within (Days)',
			},
			{ displayName: 'Starts Until', name: 'startsUntil', type: 'dateTime', default: '' },
			{
				displayName: 'Topic Contains',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. product launch',
				description: 'Upper and lower case do not matter',
			},
		],
	},
];
