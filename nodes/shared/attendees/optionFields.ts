import type { INodeProperties } from 'n8n-workflow';

/** What differs in the options between platforms. */
export interface OptionWords {
	/** Name of the platform, e.g. Zoom. */
	platform: string;
	/** With how long its report takes. */
	finalAfter: string;
	includeTexts: string;
	includeEngagement: string;
	registeredOnly: string;
}

/** The options of *Get attendees*, sorted as n8n wants them. */
export const attendeeOptionFields = (words: OptionWords): INodeProperties[] => [
	{
		displayName: 'Clip to Scheduled Time',
		name: 'clipToScheduled',
		type: 'boolean',
		default: false,
		description:
			'Whether to count only what lies between the scheduled start and end. Percent is then of the scheduled length.',
	},
	{
		displayName: 'Final After (Hours)',
		name: 'finalAfterHours',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 2,
		description: words.finalAfter,
	},
	{
		displayName: 'Include Answer Texts',
		name: 'includeTexts',
		type: 'boolean',
		default: false,
		description: words.includeTexts,
	},
	{
		displayName: 'Include Engagement',
		name: 'includeEngagement',
		type: 'boolean',
		default: true,
		description: words.includeEngagement,
	},
	{
		displayName: 'Minimum Attendance',
		name: 'minimumAttendance',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'Who stayed for less counts as a no-show. The figures stay, and attendance.belowThreshold says so.',
	},
	{
		displayName: 'Minimum Attendance Unit',
		name: 'minimumAttendanceUnit',
		type: 'options',
		default: 'seconds',
		description: 'What the number in Minimum Attendance means',
		options: [
			{ name: 'Percent', value: 'percent', description: 'Of the length of the session' },
			{ name: 'Seconds', value: 'seconds', description: 'Of all stays together' },
		],
	},
	{
		displayName: 'Registered People Only',
		name: 'registeredOnly',
		type: 'boolean',
		default: false,
		description: words.registeredOnly,
	},
	{
		displayName: 'Retry After (Minutes)',
		name: 'retryAfterMinutes',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'What retryAt on the Not Ready output is set to, counted from now',
	},
	{
		displayName: 'When Report Is Not Ready',
		name: 'whenNotReady',
		type: 'options',
		default: 'output',
		description: `What to do while the report of ${words.platform} is not complete`,
		options: [
			{
				name: 'Send to Not Ready Output',
				value: 'output',
				description: 'The input comes out there with retryAt, for a Wait node',
			},
			{ name: 'Fail', value: 'fail', description: 'The execution stops with an error' },
		],
	},
];
