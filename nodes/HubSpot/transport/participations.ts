import {
	asIsoTime,
	asNumber,
	asObject,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
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

export interface Participation {
	contactId: string;
	/** REGISTERED, ATTENDED, CANCELLED, NO_SHOW */
	state: string;
}

/** How many people the event holds. */
export async function readCounters(client: HubSpotClient, event: EventTarget): Promise<Counters> {
	const answer = asObject(
		await client.request({
			path: pathOf('marketingEvents', 'participations', ...segmentsOf(event)),
			what: 'to count the participations',
		}),
	);
	const count = (value: unknown) => asNumber(value) ?? 0;
	const attended = count(answer.attended);
	const registered = count(answer.registered);
	const cancelled = count(answer.cancelled);
	const noShows = count(answer.noShows);
	const total = attended + registered + cancelled + noShows;
	return { attended, registered, cancelled, noShows, total };
}

/** The event's people one by one; all of them, or those of one contact. */
export async function* participations(
	client: HubSpotClient,
	event: EventTarget,
	contactId?: string,
): AsyncGenerator<Participation> {
	const request = {
		path: pathOf('marketingEvents', 'participations', ...segmentsOf(event), 'breakdown'),
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

/** Every event that the contact has a part in. */
export async function contactParticipations(
	client: HubSpotClient,
	contactId: string,
): Promise<ContactParticipation[]> {
	const request = {
		path: pathOf('marketingEvents', 'participations', 'contacts', contactId, 'breakdown'),
		query: { limit: PAGE_SIZE.participations },
		what: 'to read the participations of a contact',
	} as const;
	const found: ContactParticipation[] = [];
	for await (const item of allPages(client, request)) found.push(contactParticipation(item));
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

function segmentsOf(event: EventTarget): string[] {
	return 'objectId' in event ? [event.objectId] : [event.externalAccountId, event.externalEventId];
}
