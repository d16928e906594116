import type { Portal } from '../context';
import { customOf, textOf, timeOf } from './fields';
import { countersOf, isOver, participationsOf, type Participation } from './participation';
import type { EventRecord } from './store';

/** What every answer about an event says of it. */
function base(event: EventRecord) {
	return {
		eventName: textOf(event, 'eventName'),
		eventType: textOf(event, 'eventType'),
		startDateTime: isoOrNull(timeOf(event, 'startDateTime')),
		endDateTime: isoOrNull(timeOf(event, 'endDateTime')),
		eventOrganizer: textOf(event, 'eventOrganizer'),
		eventDescription: textOf(event, 'eventDescription'),
		eventUrl: textOf(event, 'eventUrl'),
		eventCancelled: event.cancelled,
		eventCompleted: event.completed,
		customProperties: customOf(event),
		objectId: event.objectId,
	};
}

function appInfo({ app }: EventRecord) {
	return { id: String(app.id), name: app.name };
}

function stamps(event: EventRecord) {
	const createdAt = event.createdAt ?? new Date(0).toISOString();
	return { createdAt, updatedAt: event.updatedAt ?? createdAt };
}

/** Create, complete, cancel. */
export function shortAnswer(event: EventRecord) {
	return base(event);
}

/** Upsert and update by external id. */
export function writeAnswer(event: EventRecord) {
	return { ...base(event), id: event.objectId, ...stamps(event) };
}

/** Update by record id. */
export function writeAnswerByObjectId(event: EventRecord) {
	return { ...base(event), appInfo: appInfo(event), ...stamps(event) };
}

/** Read by external id. */
export function readAnswer(portal: Portal, event: EventRecord, delayMs: number) {
	return {
		...base(event),
		id: event.objectId,
		externalEventId: event.externalEventId,
		...counts(portal, event, delayMs),
		...stamps(event),
	};
}

/** Read by record id, and the list. */
export function readAnswerByObjectId(portal: Portal, event: EventRecord, delayMs: number) {
	const status = statusOf(event, portal.kernel.now());
	return {
		...base(event),
		externalEventId: event.externalEventId,
		eventStatus: status,
		eventStatusV2: status.toLowerCase(),
		appInfo: appInfo(event),
		...counts(portal, event, delayMs),
		...stamps(event),
	};
}

export function identifierAnswer(event: EventRecord) {
	return {
		objectId: event.objectId,
		marketingEventName: textOf(event, 'eventName'),
		externalEventId: event.externalEventId,
		externalAccountId: event.externalAccountId,
		appInfo: appInfo(event),
	};
}

export function searchAnswer({ app, externalAccountId, externalEventId, objectId }: EventRecord) {
	return { appId: app.id, externalAccountId, externalEventId, objectId };
}

export function participationAnswer({ event, contact, activity, state, createdAt }: Participation) {
	const seconds = secondsOf(activity.joinedAt, activity.leftAt);
	return {
		id: `${event.objectId}-${contact.id}`,
		createdAt: new Date(createdAt).toISOString(),
		associations: {
			marketingEvent: {
				marketingEventId: event.objectId,
				externalAccountId: event.externalAccountId,
				externalEventId: event.externalEventId,
				name: textOf(event, 'eventName'),
			},
			contact: {
				contactId: contact.id,
				email: contact.email,
				firstname: contact.properties.firstname ?? null,
				lastname: contact.properties.lastname ?? null,
			},
		},
		properties: {
			occurredAt: activity.interactionDateTime,
			attendanceState: state,
			attendanceDurationSeconds: seconds,
			attendancePercentage: shareOf(event, seconds),
		},
	};
}

function counts(portal: Portal, event: EventRecord, delayMs: number) {
	const counters = countersOf(participationsOf(portal, event, delayMs));
	return {
		registrants: counters.registered,
		attendees: counters.attended,
		cancellations: counters.cancelled,
		noShows: counters.noShows,
	};
}

/** ONGOING is what HubSpot says of an event without dates. */
function statusOf(event: EventRecord, now: number): string {
	if (event.cancelled) return 'CANCELLED';
	if (isOver(event, now)) return 'PAST';
	const start = timeOf(event, 'startDateTime');
	return start !== null && start > now ? 'UPCOMING' : 'ONGOING';
}

function secondsOf(joinedAt: string | null, leftAt: string | null): number | null {
	if (joinedAt === null || leftAt === null) return null;
	return Math.max(0, Math.round((Date.parse(leftAt) - Date.parse(joinedAt)) / 1000));
}

/** `0.95` = 95 % of the event's length; text, as the vendor sends it. */
function shareOf(event: EventRecord, seconds: number | null): string | null {
	const start = timeOf(event, 'startDateTime');
	const end = timeOf(event, 'endDateTime');
	if (seconds === null || start === null || end === null || end <= start) return null;
	return String(Math.round(Math.min(1, (seconds * 1000) / (end - start)) * 10_000) / 10_000);
}

function isoOrNull(time: number | null): string | null {
	return time === null ? null : new Date(time).toISOString();
}
