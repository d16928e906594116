import type { JsonObject } from '../transport/json';
import { blankAsNull, type PersonField } from './personFields';

/** The fields of *Map Each Field* of *Sync Registrations*, in the order in which the node shows them. */
export const REGISTRATION_FIELDS: readonly PersonField[] = [
	{ id: 'email', displayName: 'Email', required: true },
	{ id: 'firstName', displayName: 'First Name' },
	{ id: 'lastName', displayName: 'Last Name' },
	{ id: 'phone', displayName: 'Phone' },
	{ id: 'company', displayName: 'Company' },
	{ id: 'jobTitle', displayName: 'Job Title' },
	{
		id: 'status',
		displayName: 'Status',
		options: [
			{ name: 'Approved', value: 'approved' },
			{ name: 'Cancelled', value: 'cancelled' },
			{ name: 'Denied', value: 'denied' },
			{ name: 'Pending', value: 'pending' },
		],
	},
	{ id: 'registeredAt', displayName: 'Registered At' },
	{ id: 'cancelledAt', displayName: 'Cancelled At' },
	{ id: 'joinLink', displayName: 'Join Link of the Person' },
	{ id: 'provider', displayName: 'Provider' },
	{ id: 'accountId', displayName: 'Account ID' },
	{ id: 'webinarId', displayName: 'Webinar ID', required: true },
	{ id: 'occurrenceId', displayName: 'Occurrence ID' },
	{ id: 'topic', displayName: 'Topic', required: true },
	{ id: 'startTime', displayName: 'Start Time' },
	{ id: 'endTime', displayName: 'End Time' },
	{ id: 'hostEmail', displayName: 'Host Email' },
	{ id: 'registrationUrl', displayName: 'Registration URL' },
];

/**
 * The mapped fields in the form of an item of a trigger, so that there is one way to read
 * registrations. A row without a status is approved: a list of registrants holds no other people.
 */
export function itemFromRegistrationFields(values: JsonObject): JsonObject {
	const status = values.status || 'approved';
	const cancelledAt = status === 'approved' ? null : blankAsNull(values.cancelledAt);
	return {
		event: cancelledAt !== null && cancelledAt !== undefined ? 'cancelled' : '',
		eventTime: cancelledAt,
		registrant: {
			email: values.email,
			firstName: values.firstName,
			lastName: values.lastName,
			phone: values.phone,
			company: values.company,
			jobTitle: values.jobTitle,
			status,
			registeredAt: values.registeredAt,
			joinUrl: values.joinLink,
		},
		webinar: {
			provider: values.provider,
			accountId: values.accountId,
			webinarId: values.webinarId,
			occurrenceId: values.occurrenceId,
			topic: values.topic,
			scheduledStartTime: blankAsNull(values.startTime),
			scheduledEndTime: blankAsNull(values.endTime),
			hostEmail: values.hostEmail,
			registrationUrl: values.registrationUrl,
		},
	};
}
