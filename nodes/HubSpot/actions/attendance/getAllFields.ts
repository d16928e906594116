import type { INodeProperties } from 'n8n-workflow';

import { limitFields } from '../../../shared/node/limit';

const OF_PEOPLE = ['people', 'both'];
const OF_EVENTS = ['webinar', 'event'];

/** The fields of *Get Many*: participation as HubSpot holds it. */
export const getAllFields: INodeProperties[] = [
	{
		displayName: 'Participation Of',
		name: 'participationOf',
		type: 'options',
		noDataExpression: true,
		default: 'webinar',
		description: 'Whose participation to get',
		options: [
			{
				name: 'Webinar',
				value: 'webinar',
				description: 'Its marketing event is found by the ID of the webinar',
			},
			{
				name: 'Marketing Event',
				value: 'event',
				description: 'Any marketing event, by its record ID in HubSpot',
			},
			{ name: 'Contact', value: 'contact', description: 'All webinars of one person' },
		],
	},
	{
		displayName: 'Webinar ID',
		name: 'webinarId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 95426371234',
		description: 'ID of the webinar on its platform',
		displayOptions: { show: { participationOf: ['webinar'] } },
	},
	{
		displayName: 'Occurrence or Session ID',
		name: 'partId',
		type: 'string',
		default: '',
		description:
			'For a recurring webinar, the ID of the occurrence; where each session has its own marketing event, the ID of the session. Leave it empty for all others.',
		displayOptions: { show: { participationOf: ['webinar'] } },
	},
	{
		displayName: 'Record ID',
		name: 'eventRecordId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 555442196839',
		description: 'The last number in the address of the marketing event in HubSpot',
		displayOptions: { show: { participationOf: ['event'] } },
	},
	{
		displayName: 'Contact',
		name: 'contact',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. nathan@example.com',
		description: 'Email address or record ID',
		displayOptions: { show: { participationOf: ['contact'] } },
	},
	{
		displayName: 'Return',
		name: 'participationReturn',
		type: 'options',
		default: 'people',
		displayOptions: { show: { participationOf: OF_EVENTS } },
		options: [
			{ name: 'People', value: 'people', description: 'One item per person' },
			{
				name: 'Counts',
				value: 'counts',
				description: 'One item: how many attended, registered, cancelled and did not come',
			},
			{
				name: 'Counts and People',
				value: 'both',
				description: 'One item with the counts and the list of people',
			},
		],
	},
	...forPeople([
		{
			displayName: 'States',
			name: 'states',
			type: 'multiOptions',
			default: [],
			description:
				'Which people to get, by their current state. Empty means all. HubSpot turns Registered into No Show once the event is over.',
			options: [
				{ name: 'Attended', value: 'ATTENDED' },
				{ name: 'Cancelled', value: 'CANCELLED' },
				{ name: 'No Show', value: 'NO_SHOW' },
				{ name: 'Registered', value: 'REGISTERED' },
			],
		},
		...limitFields,
		{
			displayName: 'Simplify',
			name: 'simple',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
	]),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { participationOf: ['webinar'] } },
		options: [
			{
				displayName: 'Account ID',
				name: 'accountId',
				type: 'string',
				default: '',
				description:
					'The account on the webinar platform, as the items of its node name it. Saves a search for the event, and is needed where webinars of several accounts have the same ID.',
			},
		],
	},
];

/** Shown where people come out: for events when they are wanted, for a contact always. */
function forPeople(fields: INodeProperties[]): INodeProperties[] {
	const shows = [
		{ participationOf: OF_EVENTS, participationReturn: OF_PEOPLE },
		{ participationOf: ['contact'] },
	];
	return shows.flatMap((show) =>
		fields.map((field) => ({
			...field,
			displayOptions: { show: { ...field.displayOptions?.show, ...show } },
		})),
	);
}
