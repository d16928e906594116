import type { INodeProperties } from 'n8n-workflow';

import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { pastWebinarLocator } from '../../descriptions/webinarLocator';
import { attendeeOptionFields } from './optionFields';
import { scopeNotices } from './scopeNotices';

/** The fields of *Get attendees*, from must to may. */
export const attendeeFields: INodeProperties[] = [
	pastWebinarLocator,
	{
		displayName: 'Session',
		name: 'session',
		type: 'options',
		default: 'latest',
		description: 'Which run of the webinar. Every start makes a run of its own.',
		options: [
			{ name: 'Latest', value: 'latest', description: 'The run that ended last' },
			{
				name: 'By Session ID',
				value: 'one',
				description: 'The run that the Zoom Webinar Trigger tells',
			},
			{
				name: 'Occurrence',
				value: 'occurrence',
				description: 'What was held on one date of a recurring webinar',
			},
			{
				name: 'All',
				value: 'all',
				description: 'Every run, practice sessions left out: one item per person and run',
			},
		],
	},
	{
		displayName: 'Session ID',
		name: 'sessionId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4444AAAiAAAAAiAiAiiAii==',
		description:
			"UUID of one run of the webinar, as the Zoom Webinar Trigger gives it. Empty means the webinar's latest run.",
		displayOptions: { show: { session: ['one'] } },
	},
	{
		...occurrenceLocator,
		required: true,
		description: 'The date of the recurring webinar, also when it was moved after it was held',
		displayOptions: { show: { session: ['occurrence'] } },
	},
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		default: 'report',
		description: "Which of Zoom's two places to read from. Both tell the same people.",
		options: [
			{
				name: 'Reports',
				value: 'report',
				description: 'For the whole account. Needs an app with the admin scopes for reports.',
			},
			{
				name: 'Past Webinars',
				value: 'past',
				description: 'Also for the own webinars of one user. Tells no survey.',
			},
		],
	},
	{
		displayName: 'People to Return',
		name: 'peopleToReturn',
		type: 'multiOptions',
		default: ['attended', 'noShow'],
		description: 'Which people of the webinar come out, one item per person',
		options: [
			{ name: 'Attendees', value: 'attended', description: 'People who were in the webinar' },
			{ name: 'Host', value: 'host', description: 'The host and alternative hosts' },
			{
				name: 'No-Shows',
				value: 'noShow',
				description: 'Approved registrants who were not in the webinar',
			},
			{
				name: 'On-Demand Viewers',
				value: 'onDemand',
				description: 'People who viewed the cloud recording and were not in the webinar',
			},
			{ name: 'Panelists', value: 'panelist', description: 'People invited as panelists' },
		],
	},
	...scopeNotices,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: attendeeOptionFields,
	},
];
