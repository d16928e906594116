import {
	asNumber,
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import { VendorError } from '../../shared/transport/vendorError';
import type { EventKey } from '../mapping/event';
import { PAGE_SIZE } from './limits';
import { allPages } from './pages';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** Whose participations: one event's, by either of its names, or one contact's in all events. */
export type ParticipationSource =
	| { kind: 'event'; recordId: string }
	| { kind: 'key'; key: EventKey }
	/** Record ID or email address. */
	| { kind: 'contact'; contact: string };

/** People by their present state; nobody is in two of them. */
export type ParticipationCounts = {
	attended: number;
	registered: number;
	cancelled: number;
	noShows: number;
};

/** A marketing event as HubSpot's search by external ID names it. */
export interface FoundEvent {
	recordId: string;
	externalAccountId: string;
	externalEventId: string;
	/** Empty for events of this sign-in's own app. */
	app: string;
}

function pathTo(source: ParticipationSource, ...rest: string[]): string {
	return pathOf('marketingEvents', 'participations', ...idsOf(source), ...rest);
}

function idsOf(source: ParticipationSource): string[] {
	if (source.kind === 'event') return [source.recordId];
	if (source.kind === 'contact') return ['contacts', source.contact];
	return [source.key.externalAccountId, source.key.externalEventId];
}

/**
 * How many people an event holds.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 */
export async function countParticipants(
	client: HubSpotClient,
	source: ParticipationSource,
): Promise<ParticipationCounts> {
	const answer = await client.request({
		path: pathTo(source),
		what: 'to count the participations',
	});
	const count = (name: string) => asNumber(answer[name]) ?? 0;
	return {
		attended: count('attended'),
		registered: count('registered'),
		cancelled: count('cancelled'),
		noShows: count('noShows'),
	};
}

/**
 * Participations as HubSpot has them, one by one.
 * @param state only those in this state: ATTENDED, REGISTERED, CANCELLED or NO_SHOW
 */
export async function* listParticipants(
	client: HubSpotClient,
	source: ParticipationSource,
	state?: string,
): AsyncGenerator<JsonObject> {
	yield* allPages(client, {
		path: pathTo(source, 'breakdown'),
		query: { limit: PAGE_SIZE.participations, ...(state !== undefined && { state }) },
		what: 'to read the participations',
	});
}

/**
 * The events of an external ID: those of this sign-in's own app; where it has none, those of other
 * apps, which HubSpot finds some minutes after they were made.
 */
export async function findEvents(
	client: HubSpotClient,
	externalEventId: string,
): Promise<FoundEvent[]> {
	const own = await search(client, externalEventId, {
		path: pathOf('marketingEvents', 'events', 'search'),
		query: { q: externalEventId },
	});
	if (own.length > 0) return own;
	return await search(client, externalEventId, {
		path: pathOf('marketingEvents', externalEventId, 'identifiers'),
	});
}

async function search(
	client: HubSpotClient,
	externalEventId: string,
	request: { path: string; query?: { q: string } },
): Promise<FoundEvent[]> {
	const isMissing = (error: unknown) =>
		error instanceof VendorError && error.details.status === 404;
	const what = 'to look up the marketing event';
	const answer = await unless(isMissing, client.request({ ...request, what }));
	return asObjects(asObject(answer).results)
		.map((result) => ({
			recordId: asText(result.objectId),
			externalAccountId: asText(result.externalAccountId),
			externalEventId: asText(result.externalEventId),
			app: asText(asObject(result.appInfo).name),
		}))
		.filter((event) => event.recordId !== '' && event.externalEventId === externalEventId);
}
