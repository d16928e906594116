import { asNumber, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import type { EventFields, EventKey, EventTarget } from '../mapping/event';
import { batchErrors, type BatchError } from './batchAnswer';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** HubSpot's current guide names states here; the live API takes these verbs. */
export type Verb = 'register' | 'attend' | 'cancel';

export interface AttendanceInput {
	contactId: string;
	/** Epoch milliseconds: with contact and verb the natural key of the activity. */
	interactionDateTime: number;
	/** ISO 8601 UTC; of `attend` only. */
	joinedAt?: string;
	leftAt?: string;
}

/**
 * The event as HubSpot holds it. Under its external ids an app finds its own events only, by record
 * ID those of every app.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 * @throws VendorError with status 404 when there is none
 */
export async function getEvent(client: HubSpotClient, target: EventTarget): Promise<JsonObject> {
	return await client.request({
		...('objectId' in target
			? { path: pathOf('marketingEvents', target.objectId) }
			: byKey('events', target)),
		what: 'to read the marketing event',
	});
}

/** What a write sets; what it does not name may be lost, so all of it is named. */
export interface EventBody extends EventFields {
	eventCancelled: boolean;
	eventCompleted: boolean;
	customProperties: Array<{ name: string; value: string }>;
}

/** Creates the event or sets all its fields. @returns its record ID */
export async function putEvent(
	client: HubSpotClient,
	key: EventKey,
	body: EventBody,
): Promise<string> {
	const answer = await client.request({
		path: pathOf('marketingEvents', 'events', key.externalEventId),
		body: { ...key, ...body },
		write: 'putEvent',
		what: 'to write the marketing event',
	});
	return asText(answer.objectId);
}

/** Sets some fields of an event of another app; what is not named stays. */
export async function patchEvent(
	client: HubSpotClient,
	objectId: string,
	changes: Partial<EventFields> & { eventCancelled?: boolean },
): Promise<void> {
	await client.request({
		path: pathOf('marketingEvents', objectId),
		body: { ...changes, customProperties: [] },
		write: 'patchEvent',
		what: 'to write the marketing event of another app',
	});
}

/** Says that the event is over, with its actual times; HubSpot counts no-shows from then on. */
export async function completeEvent(
	client: HubSpotClient,
	key: EventKey,
	times: { startDateTime: string; endDateTime: string },
): Promise<void> {
	await client.request({
		...byKey('events', key, 'complete'),
		body: times,
		write: 'completeEvent',
		what: 'to complete the marketing event',
	});
}

/** Says that the event will not be held; its registrations stay. */
export async function cancelEvent(client: HubSpotClient, key: EventKey): Promise<void> {
	await client.request({
		...byKey('events', key, 'cancel'),
		write: 'cancelEvent',
		what: 'to cancel the marketing event',
	});
}

function byKey(api: 'events' | 'attendance', key: EventKey, ...more: string[]) {
	return {
		path: pathOf('marketingEvents', api, key.externalEventId, ...more),
		query: { externalAccountId: key.externalAccountId },
	};
}

const WRITING: Record<Verb, string> = {
	register: 'to write registrations',
	attend: 'to write attendance',
	cancel: 'to write cancellations',
};

/**
 * Writes one activity per person; at most 100.
 * @returns the contact ids that HubSpot confirms, and its errors (they can come with a status 200)
 */
export async function recordAttendance(
	client: HubSpotClient,
	target: EventTarget,
	verb: Verb,
	inputs: readonly AttendanceInput[],
): Promise<{ contactIds: Set<string>; failed: number; errors: BatchError[] }> {
	const answer = await client.request({
		...('objectId' in target
			? { path: pathOf('marketingEvents', target.objectId, 'attendance', verb, 'create') }
			: byKey('attendance', target, verb, 'create')),
		body: {
			inputs: inputs.map(({ contactId, interactionDateTime, joinedAt, leftAt }) => ({
				vid: Number(contactId),
				interactionDateTime,
				properties: { ...(joinedAt && { joinedAt }), ...(leftAt && { leftAt }) },
			})),
		},
		write: 'recordAttendance',
		what: WRITING[verb],
	});
	const errors = batchErrors(answer);
	return {
		contactIds: new Set(asObjects(answer.results).map(({ vid }) => asText(vid))),
		failed: asNumber(answer.numErrors) ?? errors.length,
		errors,
	};
}
