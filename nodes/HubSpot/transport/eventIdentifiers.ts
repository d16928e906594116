import { asObject, asObjects, asText } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import { isNotFound } from './errors';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** A marketing event of any app, as HubSpot finds it by an external event ID. */
export interface FoundEvent {
	objectId: string;
	/** Name of the app that made it, else its number. */
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
	const answer = await unless(
		isNotFound,
		client.request({
			path: pathOf('marketingEvents', externalEventId, 'identifiers'),
			what: 'to look for marketing events of other apps',
		}),
	);
	return asObjects(answer?.results).flatMap(({ objectId, appInfo }) => {
		const { id, name } = asObject(appInfo);
		const found = { objectId: asText(objectId), app: asText(name) || `app ${asText(id)}` };
		return found.objectId === '' ? [] : [found];
	});
}

/** Record IDs of the events under this external event ID that this key or app has made itself. */
export async function ownEventIds(
	client: HubSpotClient,
	externalEventId: string,
): Promise<Set<string>> {
	const { results } = await client.request({
		path: pathOf('marketingEvents', 'events', 'search'),
		query: { q: externalEventId },
		what: 'to look for own marketing events',
	});
	return new Set(asObjects(results).map(({ objectId }) => asText(objectId)));
}
