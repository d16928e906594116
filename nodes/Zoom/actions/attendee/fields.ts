import type { INodeProperties } from 'n8n-workflow';

import { pastWebinarLocator } from '../../descriptions/webinarLocator';

/** The fields of *Get attendees*, from must to may. */
export const attendeeFields: INodeProperties[] = [
	pastWebinarLocator,
	{
		displayName: 'Session ID',
		name: 'sessionId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4444AAAiAAAAAiAiAiiAii==',
		description:
			"UUID of one run of the webinar, as the Zoom Webinar Trigger gives it. Empty means the webinar's latest run.",
	},
	{
		displayName: 'People to Return',
		name: 'peopleToReturn',
		type: 'multiOptions',
		default: ['attended', 'noShow'],
		description: 'Which people of the webinar come out, one item per person',
		options: [
			{ name: 'Attendees', value: 'attended', description: 'People who were in the webinar' },
			{ name: 'Host', value: 'host', description: 'The host and alternative hosts' },
			{
				name: 'No-Shows',
				value: 'noShow',
				description: 'Approved registrants who were not in the webinar',
			},
			{ name: 'Panelists', value: 'panelist', description: 'People invited as panelists' },
		],
	},
	{
		displayName:
			'Needs the scopes report:read:webinar:admin, report:read:list_webinar_participants:admin, webinar:read:webinar:admin, webinar:read:list_registrants:admin and webinar:read:list_panelists:admin. For engagement also report:read:list_webinar_polls:admin, report:read:webinar_qna:admin and report:read:webinar_survey:admin.',
		name: 'scopesNotice',
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
		],
	},
];
