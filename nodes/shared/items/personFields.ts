import type { JsonObject } from '../transport/json';

export interface PersonField {
	id: string;
	displayName: string;
	required?: boolean;
	options?: Array<{ name: string; value: string }>;
}

/** The fields of *Map Each Field*, in the order in which the node shows them. */
export const PERSON_FIELDS: readonly PersonField[] = [
	{ id: 'email', displayName: 'Email', required: true },
	{ id: 'firstName', displayName: 'First Name' },
	{ id: 'lastName', displayName: 'Last Name' },
	{ id: 'phone', displayName: 'Phone' },
	{ id: 'company', displayName: 'Company' },
	{ id: 'jobTitle', displayName: 'Job Title' },
	{
		id: 'attendanceStatus',
		displayName: 'Attendance Status',
		required: true,
		options: [
			{ name: 'Attended', value: 'attended' },
			{ name: 'Attended On-Demand', value: 'attendedOnDemand' },
			{ name: 'No-Show', value: 'noShow' },
			{ name: 'Unknown', value: 'unknown' },
		],
	},
	{ id: 'registeredAt', displayName: 'Registered At' },
	{ id: 'firstJoinTime', displayName: 'First Join Time' },
	{ id: 'lastLeaveTime', displayName: 'Last Leave Time' },
	{ id: 'attendedSeconds', displayName: 'Attended Seconds' },
	{ id: 'attendedPercent', displayName: 'Attended Percent' },
	{ id: 'provider', displayName: 'Provider' },
	{ id: 'accountId', displayName: 'Account ID' },
	{ id: 'webinarId', displayName: 'Webinar ID', required: true },
	{ id: 'sessionId', displayName: 'Session ID' },
	{ id: 'topic', displayName: 'Topic', required: true },
	{ id: 'startTime', displayName: 'Start Time', required: true },
	{ id: 'endTime', displayName: 'End Time', required: true },
	{ id: 'hostEmail', displayName: 'Host Email' },
	{ id: 'joinUrl', displayName: 'Join URL' },
];

/**
 * The mapped fields in the form of an item of *Get attendees*, so that there is one way to read
 * people. Somebody with a registration time counts as approved: a list holds no other people.
 */
export function itemFromFields(values: JsonObject): JsonObject {
	return {
		email: values.email,
		firstName: values.firstName,
		lastName: values.lastName,
		attendanceStatus: values.attendanceStatus,
		webinar: {
			provider: values.provider,
			accountId: values.accountId,
			webinarId: values.webinarId,
			sessionId: values.sessionId,
			topic: values.topic,
			startTime: blankAsNull(values.startTime),
			endTime: blankAsNull(values.endTime),
			hostEmail: values.hostEmail,
			joinUrl: values.joinUrl,
		},
		registrant: {
			status: 'approved',
			registeredAt: values.registeredAt,
			phone: values.phone,
			company: values.company,
			jobTitle: values.jobTitle,
		},
		attendance: {
			role: 'attendee',
			firstJoinTime: values.firstJoinTime,
			lastLeaveTime: values.lastLeaveTime,
			attendedSeconds: values.attendedSeconds,
			attendedPercent: values.attendedPercent,
		},
	};
}

export function blankAsNull(value: unknown): unknown {
	return value === '' ? null : value;
}
