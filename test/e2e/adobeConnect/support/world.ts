import {
	COMPANY_QUESTION,
	COUNTRY_QUESTION,
	UPCOMING_EVENT,
	UPCOMING_ROOM,
} from '../../../sandbox/adobeConnect/testing/ids';
import { adobeWorld } from '../../../sandbox/adobeConnect/testing/world';
import type { World } from '../../../sandbox/world';

/** Next week's event: it asks for the company and, if people like, for the country. */
export const NEXT = {
	eventId: UPCOMING_EVENT,
	roomId: UPCOMING_ROOM,
	company: COMPANY_QUESTION,
	country: COUNTRY_QUESTION,
} as const;

/**
 * Puts a small account in place of the story's: a seminar, a meeting room, and events, of which the next
 * one lets everybody in and has nobody registered.
 * @param now ISO UTC
 */
export function smallAccount(world: World, now: string): void {
	const account = adobeWorld({}, now);
	world.adobeConnect = {
		...account,
		events: account.events.map((event) =>
			event.id === NEXT.eventId
				? { ...event, requireApproval: false, registrationLimit: null, registrants: [] }
				: event,
		),
	};
}
