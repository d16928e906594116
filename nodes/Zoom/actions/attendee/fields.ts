import type { INodeProperties } from 'n8n-workflow';

import {
	occurrenceField,
	optionsField,
	peopleField,
	sessionField,
	sessionIdField,
} from '../../../shared/attendees/fields';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { pastWebinarLocator } from '../../descriptions/webinarLocator';
import { scopeNotices } from './scopeNotices';

/** The fields of *Get attendees*, from must to may. */
export const attendeeFields: INodeProperties[] = [
	pastWebinarLocator,
	sessionField({
		description: 'Which run of the webinar. Every start makes a run of its own.',
		latest: 'The run that ended last',
		one: 'The run that the Zoom Webinar Trigger tells',
		occurrence: 'What was held on one date of a recurring webinar',
		all: 'Every run, practice sessions left out: one item per person and run',
	}),
	sessionIdField({
		placeholder: 'e.g. 4444AAAiAAAAAiAiAiiAii==',
		description:
			"UUID of one run of the webinar, as the Zoom Webinar Trigger gives it. Empty means the webinar's latest run.",
	}),
	occurrenceField(
		occurrenceLocator,
		'The date of the recurring webinar, also when it was moved after it was held',
	),
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		default: 'report',
		description: "Which of Zoom's two places to read from. Both tell the same people.",
		options: [
			{
				name: 'Reports',
				value: 'report',
				description: 'For the whole account. Needs an app with the admin scopes for reports.',
			},
			{
				name: 'Past Webinars',
				value: 'past',
				description: 'Also for the own webinars of one user. Tells no survey.',
			},
		],
	},
	peopleField([
		{ name: 'Attendees', value: 'attended', description: 'People who were in the webinar' },
		{ name: 'Host', value: 'host', description: 'The host and alternative hosts' },
		{
			name: 'No-Shows',
			value: 'noShow',
			description: 'Approved registrants who were not in the webinar',
		},
		{
			name: 'On-Demand Viewers',
			value: 'onDemand',
			description: 'People who viewed the cloud recording and were not in the webinar',
		},
		{ name: 'Panelists', value: 'panelist', description: 'People invited as panelists' },
	]),
	...scopeNotices,
	optionsField({
		platform: 'Zoom',
		finalAfter:
			'Hours after the end from which the report counts as complete, even when it is empty. Zoom needs up to 30 minutes.',
		includeTexts:
			'Whether to add the texts of poll answers, questions and survey answers to each person',
		includeEngagement:
			'Whether to read polls, Q&A and survey (three calls) and work out the engagement level',
		registeredOnly:
			'Whether to leave out people who joined or viewed without registering. Panelists and hosts stay.',
	}),
];
