import { asNumber, asObject, asText } from '../../shared/transport/json';
import type { EventKey } from '../mapping/event';
import { PAGE_SIZE } from './limits';
import { allPages } from './pages';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** People by their present state; somebody who registered and came counts as attended. */
export interface Counters {
	attended: number;
	/** People of all states. */
	total: number;
}

export interface Participation {
	contactId: string;
	/** REGISTERED, ATTENDED, CANCELLED, NO_SHOW */
	state: string;
}

/** How many people the event holds. */
export async function readCounters(client: HubSpotClient, key: EventKey): Promise<Counters> {
	const answer = asObject(
		await client.request({
			path: pathOf('marketingEvents', 'participations', key.externalAccountId, key.externalEventId),
			what: 'to count the participations',
		}),
	);
	const [attended, registered, cancelled, noShows] = [
		answer.attended,
		answer.registered,
		answer.cancelled,
		answer.noShows,
	].map((count) => asNumber(count) ?? 0) as [number, number, number, number];
	return { attended, total: attended + registered + cancelled + noShows };
}

/** The event's people one by one; all of them, or those of one contact. */
export async function* participations(
	client: HubSpotClient,
	key: EventKey,
	contactId?: string,
): AsyncGenerator<Participation> {
	const request = {
		path: pathOf(
			'marketingEvents',
			'participations',
			key.externalAccountId,
			key.externalEventId,
			'breakdown',
		),
		query: {
			limit: PAGE_SIZE.participations,
			...(contactId !== undefined && { contactIdentifier: contactId }),
		},
		what: 'to read the participations',
	} as const;
	for await (const item of allPages(client, request)) {
		yield {
			contactId: asText(asObject(asObject(item.associations).contact).contactId),
			state: asText(asObject(item.properties).attendanceState),
		};
	}
}
