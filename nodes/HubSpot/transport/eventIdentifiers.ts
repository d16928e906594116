import { asObject, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import { isNotFound } from './errors';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** A marketing event as HubSpot's search by external ID names it. */
export interface FoundEvent {
	/** Record ID. */
	objectId: string;
	externalAccountId: string;
	externalEventId: string;
	/** Name of the app that made it, else its number; empty where HubSpot tells no app. */
	app: string;
}

/**
 * The events of all apps under this external event ID. A new event is found only some minutes after
 * it was made.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
export async function findEvents(
	client: HubSpotClient,
	externalEventId: string,
): Promise<FoundEvent[]> {
	const path = pathOf('marketingEvents', externalEventId, 'identifiers');
	const found = client.request({ path, what: 'to look for marketing events of other apps' });
	return eventsOf(await unless(isNotFound, found));
}

/** The events under this external event ID that this key or app has made itself. */
export async function findOwnEvents(
	client: HubSpotClient,
	externalEventId: string,
): Promise<FoundEvent[]> {
	return eventsOf(
		await client.request({
			path: pathOf('marketingEvents', 'events', 'search'),
			query: { q: externalEventId },
			what: 'to look for own marketing events',
		}),
	);
}

function eventsOf(answer: JsonObject | undefined): FoundEvent[] {
	return asObjects(answer?.results)
		.map(({ objectId, externalAccountId, externalEventId, appInfo }) => ({
			objectId: asText(objectId),
			externalAccountId: asText(externalAccountId),
			externalEventId: asText(externalEventId),
			app: appOf(asObject(appInfo)),
		}))
		.filter((event) => event.objectId !== '');
}

function appOf({ id, name }: JsonObject): string {
	const number = asText(id);
	return asText(name) || (number === '' ? '' : `app ${number}`);
}
