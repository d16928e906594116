import type { INodeProperties } from 'n8n-workflow';

/** The options of *Get attendees*, sorted as n8n wants them. */
export const attendeeOptionFields: INodeProperties[] = [
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
		description:
			'Hours after the end from which the report counts as complete, even when it is empty. Zoom needs up to 30 minutes.',
	},
	{
		displayName: 'Include Answer Texts',
		name: 'includeTexts',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the texts of poll answers, questions and survey answers to each person',
	},
	{
		displayName: 'Include Engagement',
		name: 'includeEngagement',
		type: 'boolean',
		default: true,
		description:
			'Whether to read polls, Q&A and survey (three calls) and work out the engagement level',
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
		description:
			'Whether to leave out people who joined or viewed without registering. Panelists and hosts stay.',
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
		description: "What to do while Zoom's report is not complete",
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
