import type { INodeProperties } from 'n8n-workflow';

import { occurrenceField, sessionField, sessionIdField } from '../../../shared/attendees/fields';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { pastWebinarLocator } from '../../descriptions/webinarLocator';

/** What the option *Final After* of every operation on a session says. */
export const FINAL_AFTER =
	'Hours after the end from which the report counts as complete, even when it is empty. While somebody is in the room, it never does.';

/**
 * Which session of which webinar.
 * @param all what comes out when all runs are asked for
 */
export const whichSession = (all: string): INodeProperties[] => [
	pastWebinarLocator,
	sessionField({
		description:
			'Which run of the room, each from the first person in to the last one out. Every webinar may have several.',
		latest:
			'Of an event or a seminar the run at its scheduled time, of a meeting the one that ended last',
		one: 'The run that the Adobe Connect Trigger tells',
		occurrenceName: 'Seminar Session',
		occurrence: 'What was held at one session of a seminar',
		all,
	}),
	sessionIdField({
		placeholder: 'e.g. 1890510',
		description:
			'ID of one run of the room (asset-id), as the Adobe Connect Trigger gives it. Empty means the latest run.',
	}),
	occurrenceField(occurrenceLocator, 'The session of the seminar'),
];

/** Who may read attendance. */
export const rightsNotice: INodeProperties = {
	displayName:
		'The user of the credential must be host or presenter of the room, or in the group Administrators; for events an event manager.',
	name: 'rightsNotice',
	type: 'notice',
	default: '',
};
