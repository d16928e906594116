import type { INodeProperties } from 'n8n-workflow';

/** What differs between platforms. */
export interface SessionOptionWords {
	/** Name of the platform, e.g. Zoom. */
	platform: string;
	/** With how long its report takes. */
	finalAfter: string;
	/** What becomes of those who stayed for less than *Minimum Attendance*. */
	tooShort: string;
}

/** The options of everything that reads the people of a session: what counts, and when it is final. */
export const sessionOptionFields = (words: SessionOptionWords): INodeProperties[] => [
	{
		displayName: 'Clip to Scheduled Time',
		name: 'clipToScheduled',
		type: 'boolean',
		default: false,
		description:
			'Whether to count only the time between the scheduled start and end. Percentages are then of the scheduled length.',
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
		displayName: 'Minimum Attendance',
		name: 'minimumAttendance',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: words.tooShort,
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
		displayName: 'Retry After (Minutes)',
		name: 'retryAfterMinutes',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'How many minutes from now retryAt is set to on the Not Ready output',
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
