/** The fields of *Map Each Field* of *Connect Webinar*, in the order in which the node shows them. */
export const WEBINAR_FIELDS: ReadonlyArray<{
	id: string;
	displayName: string;
	required?: boolean;
}> = [
	{ id: 'webinarId', displayName: 'Webinar ID', required: true },
	{ id: 'topic', displayName: 'Topic', required: true },
	{ id: 'startTime', displayName: 'Start Time', required: true },
	{ id: 'endTime', displayName: 'End Time' },
	{ id: 'timezone', displayName: 'Time Zone' },
	{ id: 'description', displayName: 'Description' },
	{ id: 'joinUrl', displayName: 'Join URL' },
	{ id: 'registrationUrl', displayName: 'Registration URL' },
	{ id: 'registrationRequired', displayName: 'Registration Required (True or False)' },
	{ id: 'cancelled', displayName: 'Cancelled (True or False)' },
	{ id: 'provider', displayName: 'Provider' },
	{ id: 'accountId', displayName: 'Account ID' },
	{ id: 'occurrenceId', displayName: 'Occurrence ID' },
];
