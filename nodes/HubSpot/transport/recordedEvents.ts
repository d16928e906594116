import { asObject, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { PAGE_SIZE } from './limits';
import { allPages } from './pages';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** A marketing event by its record ID, which works for the events of every app. */
export interface RecordedEvent {
	objectId: string;
	/** Empty for an event of this credential; else the app that made it. */
	otherApp: string;
	/** Whether its attendance has been written. */
	completed: boolean;
	/** Values of custom properties by name. */
	custom: Map<string, string>;
}

/** Somebody of the event, in their present state. */
export interface EventContact {
	contactId: string;
	/** Lower case; empty where HubSpot does not tell. */
	email: string;
	state: string;
}

/** The people of an event, page by page. @param state only those in it, e.g. ATTENDED */
export async function* eventContacts(
	client: HubSpotClient,
	objectId: string,
	state?: string,
): AsyncGenerator<EventContact> {
	const request = {
		path: pathOf('marketingEvents', 'participations', objectId, 'breakdown'),
		query: { limit: PAGE_SIZE.participations, ...(state !== undefined && { state }) },
		what: 'to read the participations',
	} as const;
	for await (const { associations, properties } of allPages(client, request)) {
		const contact = asObject(asObject(associations).contact);
		yield {
			contactId: asText(contact.contactId),
			email: asText(contact.email).toLowerCase(),
			state: asText(asObject(properties).attendanceState),
		};
	}
}

/** Sets custom properties of the event; those that are not named stay as they are. */
export async function setCustomProperties(
	client: HubSpotClient,
	objectId: string,
	values: Readonly<Record<string, string>>,
): Promise<void> {
	const customProperties = Object.entries(values).map(([name, value]) => ({ name, value }));
	await client.request({
		path: pathOf('marketingEvents', objectId),
		body: { customProperties },
		write: 'patchEvent',
		what: 'to write the properties of the marketing event',
	});
}

/** @param otherApp the app that made it; empty for an event of this credential */
export function toRecordedEvent(event: JsonObject, otherApp: string): RecordedEvent {
	return {
		objectId: asText(event.objectId) || asText(event.id),
		otherApp,
		completed: event.eventCompleted === true,
		custom: new Map(
			asObjects(event.customProperties).map(({ name, value }) => [asText(name), asText(value)]),
		),
	};
}
