import {
	asIsoTime,
	asNumber,
	asObject,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import { addToGroup } from '../../shared/model/groups';
import type { EventTarget } from '../mapping/event';
import type { ContactParticipation } from '../mapping/rebuild';
import { PAGE_SIZE } from './limits';
import { allPages } from './pages';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** People by their present state; somebody who registered and came counts as attended. */
export interface Counters {
	attended: number;
	registered: number;
	cancelled: number;
	noShows: number;
	/** People of all states. */
	total: number;
}

/** Whose participations: one event's, by either of its names, or one contact's in all events. */
export type ParticipationSource =
	| EventTarget
	/** Record ID or email address. */
	| { contact: string };

export interface Participation {
	contactId: string;
	/** Lower case; empty where HubSpot does not tell. */
	email: string;
	/** REGISTERED, ATTENDED, CANCELLED, NO_SHOW */
	state: string;
}

/** How many people the event holds. */
export async function readCounters(client: HubSpotClient, event: EventTarget): Promise<Counters> {
	const answer = await client.request({
		path: pathTo(event),
		what: 'to count the participations',
	});
	const count = (value: unknown) => asNumber(value) ?? 0;
	const attended = count(answer.attended);
	const registered = count(answer.registered);
	const cancelled = count(answer.cancelled);
	const noShows = count(answer.noShows);
	const total = attended + registered + cancelled + noShows;
	return { attended, registered, cancelled, noShows, total };
}

/**
 * Participations as HubSpot has them, page by page.
 * https://developers.hubspot.com/docs/api-reference/marketing-marketing-events-v3/guide
 * @param filter only those of one contact of the event, or in one state, e.g. ATTENDED
 */
export async function* participationRows(
	client: HubSpotClient,
	source: ParticipationSource,
	filter: { contactId?: string; state?: string } = {},
): AsyncGenerator<JsonObject> {
	const { contactId, state } = filter;
	yield* allPages(client, {
		path: pathTo(source, 'breakdown'),
		query: {
			limit: PAGE_SIZE.participations,
			...(contactId !== undefined && { contactIdentifier: contactId }),
			...(state !== undefined && { state }),
		},
		what: 'to read the participations',
	});
}

/** The event's people one by one; filtered as `participationRows` is. */
export async function* participations(
	client: HubSpotClient,
	event: EventTarget,
	filter?: { contactId?: string; state?: string },
): AsyncGenerator<Participation> {
	for await (const { associations, properties } of participationRows(client, event, filter)) {
		const contact = asObject(asObject(associations).contact);
		yield {
			contactId: asText(contact.contactId),
			email: asText(contact.email).toLowerCase(),
			state: asText(asObject(properties).attendanceState),
		};
	}
}

/** The states of each person of the event, by contact; of all of them, or of one. */
export async function statesByContact(
	client: HubSpotClient,
	event: EventTarget,
	contactId?: string,
): Promise<Map<string, string[]>> {
	const states = new Map<string, string[]>();
	for await (const row of participations(client, event, { contactId })) {
		addToGroup(states, row.contactId, row.state);
	}
	return states;
}

/** Every event that the contact has a part in. */
export async function contactParticipations(
	client: HubSpotClient,
	contactId: string,
): Promise<ContactParticipation[]> {
	const found: ContactParticipation[] = [];
	for await (const row of participationRows(client, { contact: contactId })) {
		found.push(contactParticipation(row));
	}
	return found;
}

function contactParticipation(item: JsonObject): ContactParticipation {
	const event = asObject(asObject(item.associations).marketingEvent);
	const { attendanceState, occurredAt, attendanceDurationSeconds, attendancePercentage } = asObject(
		item.properties,
	);
	return {
		externalAccountId: asText(event.externalAccountId),
		externalEventId: asText(event.externalEventId),
		name: asText(event.name),
		state: asText(attendanceState),
		// A number in HubSpot's specification, ISO text in its guide.
		occurredAt: asIsoTime(asNumber(occurredAt) ?? occurredAt),
		seconds: Math.max(0, Math.round(asNumber(attendanceDurationSeconds) ?? 0)),
		percent: percentOf(attendancePercentage),
	};
}

/** HubSpot shows a share of 1; that it may mean a percentage elsewhere is not ruled out. */
function percentOf(value: unknown): number {
	const share = Math.max(0, asNumber(value) ?? 0);
	const percent = share <= 1 ? share * 100 : share;
	return Math.round(Math.min(100, percent) * 10) / 10;
}

function pathTo(source: ParticipationSource, ...rest: string[]): string {
	return pathOf('marketingEvents', 'participations', ...segmentsOf(source), ...rest);
}

function segmentsOf(source: ParticipationSource): string[] {
	if ('contact' in source) return ['contacts', source.contact];
	if ('objectId' in source) return [source.objectId];
	return [source.externalAccountId, source.externalEventId];
}
