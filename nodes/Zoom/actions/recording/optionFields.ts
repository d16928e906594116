import type { INodeProperties } from 'n8n-workflow';

import {
	allRunsOption,
	finalAfterOption,
	firstLookBackOption,
	lookAgainOption,
	outputFieldOption,
	retryAfterOption,
	untilOption,
} from '../../../shared/recordings/fields';

export const shareLinkOption: INodeProperties = {
	displayName: 'Share Link With Passcode',
	name: 'shareLinkWithPasscode',
	type: 'boolean',
	default: false,
	description:
		'Whether the share link carries the passcode, so that whoever has the link can watch at once',
};

/** What few people need of *Sync recordings*. */
export const syncOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		allRunsOption,
		{
			...finalAfterOption,
			description:
				'How many hours after the end a missing recording or transcript counts as never made. Zoom needs up to 24.',
		},
		{
			...firstLookBackOption,
			description:
				'For hosts: how far back the first run with New Since "Last Run", and every run with "Everything", looks',
		},
		lookAgainOption,
		outputFieldOption,
		retryAfterOption,
		shareLinkOption,
		{
			displayName: 'Transcript As',
			name: 'transcript',
			type: 'options',
			default: 'text',
			description: 'How transcripts and captions come out in the item itself',
			options: [
				{ name: 'Not at All', value: 'none', description: 'As a link or file only' },
				{ name: 'Segments', value: 'segments', description: 'With times and speakers' },
				{ name: 'Text', value: 'text', description: 'For reading, with speakers' },
				{ name: 'Text and Segments', value: 'both' },
			],
		},
		untilOption,
	],
};
