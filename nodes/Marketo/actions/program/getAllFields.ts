import type { INodeProperties } from 'n8n-workflow';

import { limitFields } from '../../../shared/node/limit';

/** The fields of *Get Many*. */
export const getAllFields: INodeProperties[] = [
	...limitFields,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			{
				displayName: 'Channel',
				name: 'channel',
				type: 'string',
				default: '',
				placeholder: 'e.g. Webinar',
				description: 'Name of the channel, in upper or lower case',
			},
			{
				displayName: 'Connected Only',
				name: 'connectedOnly',
				type: 'boolean',
				default: false,
				description:
					'Whether to return only programs that are connected to a webinar. Takes one call for each program that passes the other filters.',
			},
			{
				displayName: 'Connected Webinar ID',
				name: 'webinarId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 95426371234',
				description:
					'Only programs that are connected to this webinar, or to one of its dates. Takes one call for each program that passes the other filters.',
			},
			{
				displayName: 'Name Contains',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Webinar',
			},
			{
				displayName: 'Types',
				name: 'types',
				type: 'multiOptions',
				default: [],
				options: [
					{ name: 'Default', value: 'default' },
					{ name: 'Email', value: 'email' },
					{ name: 'Engagement', value: 'engagement' },
					{ name: 'Event', value: 'event' },
					{ name: 'Event with Webinar', value: 'webinar' },
				],
			},
			{
				displayName: 'Workspace',
				name: 'workspace',
				type: 'string',
				default: '',
				placeholder: 'e.g. Default',
				description: 'Name of the workspace, in upper or lower case',
			},
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
				displayName: 'With Webinar',
				name: 'withWebinar',
				type: 'boolean',
				default: false,
				description:
					'Whether to return the webinar that each program is connected to. Takes one call for each program.',
			},
		],
	},
];
