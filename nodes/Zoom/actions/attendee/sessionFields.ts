import type { INodeProperties } from 'n8n-workflow';

import { occurrenceField, sessionField, sessionIdField } from '../../../shared/attendees/fields';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { pastWebinarLocator } from '../../descriptions/webinarLocator';

/** What the option *Final After* of every operation on a session says. */
export const FINAL_AFTER =
	'How many hours after the end the report counts as complete, even if it is empty. Zoom needs up to 30 minutes.';

/**
 * Which session of which webinar, and where to read it from.
 * @param all what comes out when all runs are asked for
 */
export const whichSession = (all: string): INodeProperties[] => [
	pastWebinarLocator,
	sessionField({
		description:
			'Which run of the webinar to read. Every start of the webinar is a run of its own.',
		latest: 'The run that ended last',
		one: 'One run, e.g. the one that has started the Zoom Webinar Trigger',
		occurrence: 'What was held on one date of a recurring webinar',
		all,
	}),
	sessionIdField({
		placeholder: 'e.g. 4444AAAiAAAAAiAiAiiAii==',
		description:
			"ID of one run of the webinar, as the Zoom Webinar Trigger gives it; Zoom calls it UUID. Empty means the webinar's latest run.",
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
		description: "Which part of Zoom's API to read from. Both name the same people.",
		options: [
			{
				name: 'Reports',
				value: 'report',
				description: 'For the whole account. Needs an app with the admin scopes for reports.',
			},
			{
				name: 'Past Webinars',
				value: 'past',
				description: "Works for one user's own webinars, too. Has no survey answers.",
			},
		],
	},
];
