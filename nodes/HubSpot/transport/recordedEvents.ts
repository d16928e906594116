import { asObjects, asText, type JsonObject } from '../../shared/transport/json';
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
