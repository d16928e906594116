import type { INodeProperties } from 'n8n-workflow';

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
		{
			displayName: 'All Runs',
			name: 'allRuns',
			type: 'boolean',
			default: false,
			description:
				'Whether to look at every run of a recurring webinar instead of the latest one. Only for Recordings Of: Webinar without a Session ID.',
		},
		{
			displayName: 'Final After (Hours)',
			name: 'finalAfterHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 24,
			description:
				'Hours after the end from which a recording or transcript that is not there counts as never made. Zoom needs up to 24.',
		},
		{
			displayName: 'First Look Back (Days)',
			name: 'firstLookBackDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30,
			description:
				'For hosts: how far back the first run with New Since "Last Run", and every run with "Everything", looks',
		},
		{
			displayName: 'Look Again (Days)',
			name: 'lookAgainDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 14,
			description:
				'With New Since "Last Run": for so long after a session began, files of it that become ready late are found',
		},
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			hint: 'The name of the output binary field to put the file in',
		},
		{
			displayName: 'Retry After (Minutes)',
			name: 'retryAfterMinutes',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 60,
			description: 'What retryAt of files that come later is set to, counted from now',
		},
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
		{
			displayName: 'Until',
			name: 'until',
			type: 'dateTime',
			default: '',
			description:
				'Sessions that began at or after it are left out. Has no effect with New Since "Last Run".',
		},
	],
};
