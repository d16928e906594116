/** The fields of *Map Each Field* of webinars, in the order in which the node shows them. */
export const WEBINAR_FIELDS: ReadonlyArray<{
	id: string;
	displayName: string;
	required?: boolean;
}> = [
	{ id: 'webinarId', displayName: 'Webinar ID', required: true },
	{ id: 'topic', displayName: 'Topic', required: true },
	{ id: 'startTime', displayName: 'Start Time', required: true },
	{ id: 'endTime', displayName: 'End Time' },
	{ id: 'description', displayName: 'Description' },
	{ id: 'hostEmail', displayName: 'Host Email' },
	{ id: 'registrationUrl', displayName: 'Registration URL' },
	{ id: 'joinUrl', displayName: 'Join URL' },
	{ id: 'cancelled', displayName: 'Cancelled (True or False)' },
	{ id: 'provider', displayName: 'Provider' },
	{ id: 'accountId', displayName: 'Account ID' },
	{ id: 'occurrenceId', displayName: 'Occurrence ID' },
];
