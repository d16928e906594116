import type { INodeProperties } from 'n8n-workflow';

import { occurrenceField, sessionField, sessionIdField } from '../../../shared/attendees/fields';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { pastWebinarLocator } from '../../descriptions/webinarLocator';

/** What the option *Final After* of every operation on a session says. */
export const FINAL_AFTER =
	'How many hours after the end the report counts as complete, even if it is empty. It never does while somebody is in the room.';

/**
 * Which session of which webinar.
 * @param all what comes out when all runs are asked for
 */
export const whichSession = (all: string): INodeProperties[] => [
	pastWebinarLocator,
	sessionField({
		description:
			'Which run of the room to read. A run lasts from the first person in to the last one out, and a webinar may have several.',
		latest:
			'For an event or a seminar, the run at its scheduled time; for a meeting, the one that ended last',
		one: 'One run, e.g. the one that has started the Adobe Connect Trigger',
		occurrenceName: 'Seminar Session',
		occurrence: 'What was held in one session of a seminar',
		all,
	}),
	sessionIdField({
		placeholder: 'e.g. 1890510',
		description:
			'ID of one run of the room, as the Adobe Connect Trigger gives it. Empty means the latest run.',
	}),
	occurrenceField(occurrenceLocator, 'The session of the seminar'),
];

/** Who may read attendance. */
export const rightsNotice: INodeProperties = {
	displayName:
		'The user of the credential must be a host or presenter of the room, or in the group Administrators. For events, the user must be an event manager.',
	name: 'rightsNotice',
	type: 'notice',
	default: '',
};
