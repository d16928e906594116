import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** In the order of the week, as Zoom numbers them. */
const WEEKDAYS: INodePropertyOptions[] = [
	'Sunday',
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
].map((name, index) => ({ name, value: index + 1 }));

const WEEKS: INodePropertyOptions[] = [
	{ name: 'First', value: 1 },
	{ name: 'Second', value: 2 },
	{ name: 'Third', value: 3 },
	{ name: 'Fourth', value: 4 },
	{ name: 'Last', value: -1 },
];

/** How a webinar recurs; mapping/recurrence.ts reads them. */
export const recurrenceFields: INodeProperties[] = [
	{
		displayName: 'Repeats',
		name: 'repeats',
		type: 'options',
		default: 'weekly',
		options: [
			{ name: 'Daily', value: 'daily' },
			{ name: 'Weekly', value: 'weekly' },
			{ name: 'Monthly', value: 'monthly' },
		],
	},
	{
		displayName: 'Repeat Every',
		name: 'every',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 1,
		description: 'Number of days (up to 90), weeks (up to 12) or months (up to 3)',
	},
	{
		displayName: 'On Days',
		name: 'weekdays',
		type: 'multiOptions',
		default: [],
		options: WEEKDAYS,
		description: 'Days of the week. Empty means the day of the start.',
		displayOptions: { show: { repeats: ['weekly'] } },
	},
	{
		displayName: 'Monthly By',
		name: 'monthlyBy',
		type: 'options',
		default: 'day',
		options: [
			{ name: 'Day of Month', value: 'day', description: 'For example on the 23rd' },
			{ name: 'Weekday', value: 'weekday', description: 'For example on the second Tuesday' },
		],
		displayOptions: { show: { repeats: ['monthly'] } },
	},
	{
		displayName: 'Day of Month',
		name: 'dayOfMonth',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 31 },
		default: 0,
		description: '1 to 31; 0 means the day of the start',
		displayOptions: { show: { repeats: ['monthly'], monthlyBy: ['day'] } },
	},
	{
		displayName: 'Week of Month',
		name: 'weekOfMonth',
		type: 'options',
		default: 1,
		options: WEEKS,
		displayOptions: { show: { repeats: ['monthly'], monthlyBy: ['weekday'] } },
	},
	{
		displayName: 'Weekday',
		name: 'weekdayOfMonth',
		type: 'options',
		default: 2,
		options: WEEKDAYS,
		displayOptions: { show: { repeats: ['monthly'], monthlyBy: ['weekday'] } },
	},
	{
		displayName: 'Ends',
		name: 'ends',
		type: 'options',
		default: 'after',
		options: [
			{ name: 'After a Number of Dates', value: 'after' },
			{ name: 'On a Date', value: 'on' },
		],
	},
	{
		displayName: 'Number of Dates',
		name: 'occurrences',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 60 },
		default: 7,
		description: 'How many dates the series has, up to 60',
		displayOptions: { show: { ends: ['after'] } },
	},
	{
		displayName: 'End Date',
		name: 'endDate',
		type: 'dateTime',
		default: '',
		description: 'The last day on which the series may have a date, in its time zone',
		displayOptions: { show: { ends: ['on'] } },
	},
];
