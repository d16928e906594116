import type { INodeProperties } from 'n8n-workflow';

import { optionsField, peopleField } from '../../../shared/attendees/fields';
import { FINAL_AFTER, rightsNotice, whichSession } from './sessionFields';

/** The fields of *Get attendees*, from must to may. */
export const attendeeFields: INodeProperties[] = [
	...whichSession('Every run, rehearsals left out: one item per person and run'),
	peopleField([
		{ name: 'Attendees', value: 'attended', description: 'People who were in the webinar' },
		{ name: 'Host', value: 'host', description: 'The hosts of the room' },
		{
			name: 'No-Shows',
			value: 'noShow',
			description:
				'Approved registrants of an event, or people invited to a room, who did not come',
		},
		{
			name: 'On-Demand Viewers',
			value: 'onDemand',
			description: 'Registrants of an event who came only after it had ended, for the recording',
		},
		{ name: 'Presenters', value: 'panelist', description: 'The presenters of the room' },
	]),
	rightsNotice,
	optionsField({
		platform: 'Adobe Connect',
		finalAfter: FINAL_AFTER,
		includeTexts:
			'Whether to add the texts of poll answers and questions, and the answers given at registration, to each person',
		includeEngagement:
			'Whether to work out the engagement level from polls, questions, files and time. For rooms, this takes one more call.',
		registeredOnly:
			'Whether to leave out people who joined without being registered or invited. Presenters and hosts stay.',
	}),
];
