import type { INodeProperties } from 'n8n-workflow';

import { optionsField, peopleField } from '../../../shared/attendees/fields';
import { scopeNotices } from './scopeNotices';
import { FINAL_AFTER, whichSession } from './sessionFields';

/** The fields of *Get attendees*, from must to may. */
export const attendeeFields: INodeProperties[] = [
	...whichSession('Every run, practice sessions left out: one item per person and run'),
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
		finalAfter: FINAL_AFTER,
		includeTexts:
			'Whether to add the texts of poll answers, questions and survey answers to each person',
		includeEngagement:
			'Whether to read polls, Q&A and survey (three calls) and work out the engagement level',
		registeredOnly:
			'Whether to leave out people who joined or viewed without registering. Panelists and hosts stay.',
	}),
];
