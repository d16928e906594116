import type { INodeProperties } from 'n8n-workflow';

import { limitFields } from '../../../shared/node/limit';
import { newSinceFields, returnField } from '../../../shared/recordings/fields';
import { hostLocator } from '../../descriptions/hostLocator';
import { pastWebinarLocator } from '../../descriptions/webinarLocator';
import { shareLinkOption, syncOptions } from './optionFields';

const filesField: INodeProperties = {
	displayName: 'Files',
	name: 'files',
	type: 'multiOptions',
	default: ['transcript', 'video'],
	description: 'Which files of a recording come out, one item per file',
	options: [
		{ name: 'Audio', value: 'audio', description: 'The sound of everybody, M4A' },
		{
			name: 'Audio of Each Participant',
			value: 'participantAudio',
			description:
				'Where the host records them separately. Only with Recordings Of set to Webinar.',
		},
		{ name: 'Chat', value: 'chat', description: 'The chat messages' },
		{ name: 'Closed Captions', value: 'captions', description: 'Captions with times, VTT' },
		{ name: 'Other', value: 'other', description: 'Kinds of files that are not named here' },
		{ name: 'Poll Answers', value: 'polls', description: 'Who answered what, CSV' },
		{ name: 'Summary', value: 'summary', description: "Zoom's summary, JSON" },
		{ name: 'Thumbnail', value: 'thumbnail', description: 'A picture of the video' },
		{ name: 'Timeline', value: 'timeline', description: 'Who spoke when, JSON' },
		{ name: 'Transcript', value: 'transcript', description: 'What was said, VTT' },
		{ name: 'Video', value: 'video', description: 'MP4, one file per view' },
	],
};

/** The fields of *Sync recordings*, from must to may. */
export const syncFields: INodeProperties[] = [
	{
		displayName: 'Recordings Of',
		name: 'recordingsOf',
		type: 'options',
		default: 'webinar',
		options: [
			{
				name: 'All Hosts',
				value: 'account',
				description: 'Webinars of every active user of the account, one call per user and month',
			},
			{ name: 'Host', value: 'host', description: 'All webinars of a host' },
			{ name: 'Webinar', value: 'webinar', description: 'One webinar' },
		],
	},
	{ ...pastWebinarLocator, displayOptions: { show: { recordingsOf: ['webinar'] } } },
	{
		displayName: 'Session ID',
		name: 'sessionId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4444AAAiAAAAAiAiAiiAii==',
		description:
			"ID of one run of the webinar, as the Zoom Webinar Trigger gives it; Zoom calls it UUID. Empty means the webinar's latest run.",
		displayOptions: { show: { recordingsOf: ['webinar'] } },
	},
	{ ...hostLocator, displayOptions: { show: { recordingsOf: ['host'] } } },
	...newSinceFields,
	filesField,
	returnField,
	{
		displayName:
			'Needs the scopes cloud_recording:read:list_recording_files:admin and webinar:read:webinar:admin for a webinar, cloud_recording:read:list_user_recordings:admin for hosts, user:read:list_users:admin for all hosts, cloud_recording:read:meeting_transcript:admin for transcripts. With report:read:webinar:admin it is also told why a recording is missing.',
		name: 'scopesNotice',
		type: 'notice',
		default: '',
	},
	syncOptions,
];

/** The fields of *Get many*. */
export const manyFields: INodeProperties[] = [
	hostLocator,
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		description: 'Sessions that began before it are left out. Empty means 30 days before To.',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		description: 'Sessions that began at or after this time are left out. Empty means now.',
	},
	...limitFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [shareLinkOption],
	},
];
