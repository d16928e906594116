import { asNumber, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import type { EventFields, EventKey } from '../mapping/event';
import { batchErrors, type BatchError } from './batchAnswer';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** HubSpot's current guide names states here; the live API takes these verbs. */
export type Verb = 'register' | 'attend';

export interface AttendanceInput {
	contactId: string;
	/** Epoch milliseconds: with contact and verb the natural key of the activity. */
	interactionDateTime: number;
	/** ISO 8601 UTC; of `attend` only. */
	joinedAt?: string;
	leftAt?: string;
}

/**
 * The event as HubSpot holds it.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 * @throws VendorError with status 404 when there is none under this key
 */
export async function getEvent(client: HubSpotClient, key: EventKey): Promise<JsonObject> {
	return await client.request({
		path: pathOf('marketingEvents', 'events', key.externalEventId),
		query: { externalAccountId: key.externalAccountId },
		what: 'to read the marketing event',
	});
}

/** Creates the event or sets its fields. */
export async function putEvent(
	client: HubSpotClient,
	key: EventKey,
	fields: EventFields,
): Promise<void> {
	await client.request({
		path: pathOf('marketingEvents', 'events', key.externalEventId),
		body: { ...key, ...fields, customProperties: [] },
		write: 'putEvent',
		what: 'to write the marketing event',
	});
}

/** Says that the event is over, with its actual times; HubSpot counts no-shows from then on. */
export async function completeEvent(
	client: HubSpotClient,
	key: EventKey,
	times: { startDateTime: string; endDateTime: string },
): Promise<void> {
	await client.request({
		path: pathOf('marketingEvents', 'events', key.externalEventId, 'complete'),
		query: { externalAccountId: key.externalAccountId },
		body: times,
		write: 'completeEvent',
		what: 'to complete the marketing event',
	});
}

/**
 * Writes one activity per person; at most 100.
 * @returns the contact ids that HubSpot confirms, and its errors (they can come with a status 200)
 */
export async function recordAttendance(
	client: HubSpotClient,
	key: EventKey,
	verb: Verb,
	inputs: readonly AttendanceInput[],
): Promise<{ contactIds: Set<string>; failed: number; errors: BatchError[] }> {
	const answer = await client.request({
		path: pathOf('marketingEvents', 'attendance', key.externalEventId, verb, 'create'),
		query: { externalAccountId: key.externalAccountId },
		body: {
			inputs: inputs.map(({ contactId, interactionDateTime, joinedAt, leftAt }) => ({
				vid: Number(contactId),
				interactionDateTime,
				properties: { ...(joinedAt && { joinedAt }), ...(leftAt && { leftAt }) },
			})),
		},
		write: 'recordAttendance',
		what: verb === 'register' ? 'to write registrations' : 'to write attendance',
	});
	const errors = batchErrors(answer);
	return {
		contactIds: new Set(asObjects(answer.results).map(({ vid }) => asText(vid))),
		failed: asNumber(answer.numErrors) ?? errors.length,
		errors,
	};
}
