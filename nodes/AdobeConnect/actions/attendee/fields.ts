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

/** The fields of *Get attendees*, from must to may. */
export const attendeeFields: INodeProperties[] = [
	pastWebinarLocator,
	sessionField({
		description:
			'Which run of the room, each from the first person in to the last one out. Every webinar may have several.',
		latest:
			'Of an event or a seminar the run at its scheduled time, of a meeting the one that ended last',
		one: 'The run that the Adobe Connect Trigger tells',
		occurrenceName: 'Seminar Session',
		occurrence: 'What was held at one session of a seminar',
		all: 'Every run, rehearsals left out: one item per person and run',
	}),
	sessionIdField({
		placeholder: 'e.g. 1890510',
		description:
			'ID of one run of the room (asset-id), as the Adobe Connect Trigger gives it. Empty means the latest run.',
	}),
	occurrenceField(occurrenceLocator, 'The session of the seminar'),
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
	{
		displayName:
			'The user of the credential must be host or presenter of the room, or in the group Administrators; for events an event manager.',
		name: 'rightsNotice',
		type: 'notice',
		default: '',
	},
	optionsField({
		platform: 'Adobe Connect',
		finalAfter:
			'Hours after the end from which the report counts as complete, even when it is empty. While somebody is in the room, it never does.',
		includeTexts:
			'Whether to add the texts of poll answers and questions, and the answers given at registration, to each person',
		includeEngagement:
			'Whether to work out the engagement level from polls, questions, files and time; of rooms it takes one call more',
		registeredOnly:
			'Whether to leave out people who joined without being registered or invited. Presenters and hosts stay.',
	}),
];
