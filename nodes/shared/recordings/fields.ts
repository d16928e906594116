import type { INodeProperties } from 'n8n-workflow';

/** *New Since* and its moment, as every *Sync recordings* has them. */
export const newSinceFields: INodeProperties[] = [
	{
		displayName: 'New Since',
		name: 'newSince',
		type: 'options',
		default: 'lastRun',
		options: [
			{
				name: 'A Moment',
				value: 'moment',
				description: 'Files of sessions that began at or after a moment',
			},
			{
				name: 'Everything',
				value: 'everything',
				description: 'All files, including those that were returned before',
			},
			{
				name: 'Last Run',
				value: 'lastRun',
				description:
					'Files that this node has not returned before. Only runs of the active workflow count.',
			},
		],
	},
	{
		displayName: 'Since',
		name: 'since',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'Sessions that began before this moment are left out',
		displayOptions: { show: { newSince: ['moment'] } },
	},
];

export const returnField: INodeProperties = {
	displayName: 'Return',
	name: 'return',
	type: 'options',
	default: 'links',
	options: [
		{ name: 'Links Only', value: 'links', description: 'Links to the files' },
		{ name: 'File Only', value: 'file', description: 'The file itself, as binary data' },
		{ name: 'Links and File', value: 'both' },
	],
};

export const allRunsOption: INodeProperties = {
	displayName: 'All Runs',
	name: 'allRuns',
	type: 'boolean',
	default: false,
	description:
		'Whether to look at every run of a recurring webinar instead of the latest one. Only with Recordings Of set to Webinar and Session ID empty.',
};

export const finalAfterOption: INodeProperties = {
	displayName: 'Final After (Hours)',
	name: 'finalAfterHours',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 24,
	description: 'How many hours after the end a missing recording counts as never made',
};

export const firstLookBackOption: INodeProperties = {
	displayName: 'First Look Back (Days)',
	name: 'firstLookBackDays',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 30,
	description:
		'For more than one webinar: how far back the first run with New Since "Last Run", and every run with "Everything", looks',
};

export const lookAgainOption: INodeProperties = {
	displayName: 'Look Again (Days)',
	name: 'lookAgainDays',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 14,
	description:
		'With New Since "Last Run": for so long after a session began, files of it that become ready late are found',
};

export const outputFieldOption: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
};

export const retryAfterOption: INodeProperties = {
	displayName: 'Retry After (Minutes)',
	name: 'retryAfterMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description: 'How many minutes from now retryAt is set to for files that come later',
};

export const untilOption: INodeProperties = {
	displayName: 'Until',
	name: 'until',
	type: 'dateTime',
	default: '',
	description:
		'Sessions that began at or after this time are left out. Has no effect with New Since "Last Run".',
};
