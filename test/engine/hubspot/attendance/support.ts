import type { IDataObject } from 'n8n-workflow';

import type { HubSpotContactState } from '../../../sandbox/world';
import type { Stage } from '../../support/world';
import type { NodeRunResult } from '../../support/runNode';

export interface Stay {
	webinarId?: string;
	sessionId?: string;
	/** Start of the session; it lasts an hour. */
	start?: string;
	/** 0 = did not come. */
	seconds?: number;
	registeredAt?: string | null;
	engagement?: IDataObject;
}

const HOUR_MS = 3_600_000;
export const START = '2026-03-02T10:00:00Z';

/** An item of *Get attendees*: somebody who registered and stayed for half an hour. */
export function stay(email: string, told: Stay = {}): IDataObject {
	const { webinarId = '900', start = START, seconds = 1800, engagement } = told;
	const { sessionId = `session-${webinarId}-${start}` } = told;
	const registeredAt = told.registeredAt === undefined ? '2026-03-01T09:00:00Z' : told.registeredAt;
	const after = (ms: number) => new Date(Date.parse(start) + ms).toISOString();
	const status = seconds > 0 ? 'attended' : 'noShow';
	return {
		email,
		firstName: 'Ada',
		lastName: 'Byron',
		attendanceStatus: status,
		webinar: {
			provider: 'zoom',
			accountId: 'account-1',
			webinarId,
			sessionId,
			topic: `Webinar ${webinarId}`,
			startTime: start,
			endTime: after(HOUR_MS),
			hostEmail: 'host@example.com',
		},
		registrant: registeredAt === null ? null : { email, status: 'approved', registeredAt },
		attendance: {
			status,
			role: 'attendee',
			firstJoinTime: seconds > 0 ? start : null,
			lastLeaveTime: seconds > 0 ? after(seconds * 1000) : null,
			attendedSeconds: seconds,
			attendedPercent: Math.round(seconds / 3.6) / 10,
		},
		...(engagement && { engagement }),
	};
}

/** The contact with this address. */
export function contactOf({ sandbox }: Stage, email: string): HubSpotContactState {
	const contact = sandbox.hubspot.contactByEmail(email);
	if (contact === undefined) throw new Error(`There is no contact ${email}`);
	return contact;
}

/** Registrations, attendances and average of a contact, as its properties say them. */
export function countsOf(here: Stage, email: string): Array<string | undefined> {
	const { properties } = contactOf(here, email);
	return [
		properties.n8n_webinar_registration_count,
		properties.n8n_webinar_attendance_count,
		properties.n8n_webinar_attendance_average_duration,
	];
}

/** Known people of the portal with one address and nothing special about them. */
export function known({ sandbox, story }: Stage, count: number): HubSpotContactState[] {
	const users = new Set(story.world.hubspot.users.map(({ email }) => email.toLowerCase()));
	const found = [...sandbox.hubspot.contacts.values()].filter(
		({ email, additionalEmails, archivedAt }) =>
			archivedAt === undefined &&
			additionalEmails.length === 0 &&
			email !== '' &&
			!users.has(email),
	);
	if (found.length < count) throw new Error('The portal has too few contacts');
	return found.slice(0, count);
}

/** The items of the second output. */
export function summaries({ outputs }: NodeRunResult): IDataObject[] {
	return (outputs[1] ?? []).map(({ json }) => json);
}
