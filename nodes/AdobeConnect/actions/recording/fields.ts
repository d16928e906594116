import type { INodeProperties } from 'n8n-workflow';

import { limitFields } from '../../../shared/node/limit';
import {
	allRunsOption,
	finalAfterOption,
	firstLookBackOption,
	lookAgainOption,
	newSinceFields,
	outputFieldOption,
	retryAfterOption,
	returnField,
	untilOption,
} from '../../../shared/recordings/fields';
import { pastWebinarLocator } from '../../descriptions/webinarLocator';

const recordingsOf: INodeProperties = {
	displayName: 'Recordings Of',
	name: 'recordingsOf',
	type: 'options',
	default: 'webinar',
	options: [
		{
			name: 'All Webinars',
			value: 'account',
			description: 'All events, seminars and meetings that the user of the credential may read',
		},
		{ name: 'Webinar', value: 'webinar', description: 'One event, seminar or meeting' },
	],
};

const webinar: INodeProperties = {
	...pastWebinarLocator,
	displayOptions: { show: { recordingsOf: ['webinar'] } },
};

const filesField: INodeProperties = {
	displayName: 'Files',
	name: 'files',
	type: 'multiOptions',
	default: ['archive', 'mp4-archive'],
	description: 'Which recordings come out, one item each',
	options: [
		{
			name: 'MP4',
			value: 'mp4-archive',
			description: 'Where somebody has had a recording converted to MP4',
		},
		{
			name: 'Recording',
			value: 'archive',
			description: 'What the room recorded, to be watched on its page in the browser',
		},
	],
};

const viewsOption: INodeProperties = {
	displayName: 'Include Views',
	name: 'includeViews',
	type: 'boolean',
	default: false,
	description:
		'Whether to add how often and when last each recording was opened. Takes one call per recording; Adobe Connect does not say who opened it.',
};

const publicOption: INodeProperties = {
	displayName: 'Make Public',
	name: 'makePublic',
	type: 'boolean',
	default: false,
	description:
		'Whether everybody who has the link can watch without signing in. If off, only people who may enter the room can.',
};

/** The fields of *Sync recordings*, from must to may. */
export const syncFields: INodeProperties[] = [
	recordingsOf,
	webinar,
	{
		displayName: 'Session ID',
		name: 'sessionId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1890510',
		description:
			"ID of one run of the room, as the Adobe Connect Trigger gives it. Empty means the webinar's latest run.",
		displayOptions: { show: { recordingsOf: ['webinar'] } },
	},
	...newSinceFields,
	filesField,
	returnField,
	{
		displayName:
			'The user of the credential needs the role Host in the rooms, or the group Administrators. Adobe Connect offers no transcripts for download.',
		name: 'rightsNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				...allRunsOption,
				description:
					'Whether to look at every run of a room that is used again and again, instead of the latest one. Only with Recordings Of set to Webinar and Session ID empty.',
			},
			finalAfterOption,
			{
				...firstLookBackOption,
				description:
					'For all webinars: how far back the first run with New Since "Last Run", and every run with "Everything", looks',
			},
			viewsOption,
			lookAgainOption,
			publicOption,
			outputFieldOption,
			retryAfterOption,
			untilOption,
		],
	},
];

/** The fields of *Get many*. */
export const manyFields: INodeProperties[] = [
	{ ...recordingsOf, default: 'account' },
	webinar,
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		description:
			'Recordings that began before this time are left out. Empty means 30 days before To.',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		description: 'Recordings that began at or after this time are left out. Empty means now.',
	},
	...limitFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [viewsOption],
	},
];
