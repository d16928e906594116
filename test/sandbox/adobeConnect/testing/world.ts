/** A small Adobe Connect for tests: one event of each kind, a seminar, a room that is used again and again. */
import type { AdobeConnectWorld } from '../world';
import { cancelledEvent, endedEvent, upcomingEvent } from './events';
import { ACCOUNT, HOST, LICENCE, OWN_LICENCE } from './ids';
import { PEOPLE } from './people';
import { eventRoom, meetingRoom, seminarRoom, templateRoom, upcomingRoom } from './rooms';

/** ISO UTC at which the test clock stands. */
export const START = '2026-11-20T17:10:00.000Z';

const YEAR = 365 * 24 * 60;

/** @param now ISO UTC; the event has ended ten minutes before */
export function adobeWorld(
	overrides: Partial<AdobeConnectWorld> = {},
	now = START,
): AdobeConnectWorld {
	const at = (minutes: number): string =>
		new Date(Date.parse(now) + minutes * 60_000).toISOString();
	const licence = { quota: 500, begin: at(-YEAR), end: at(YEAR) };
	return {
		accountId: ACCOUNT,
		version: '12.9.0',
		timeZone: { id: '4', javaId: 'America/Los_Angeles' },
		enhancedSecurity: true,
		answerDelayMs: 0,
		principals: PEOPLE.map((one) => ({ ...one })),
		licences: [
			{ ...licence, id: LICENCE, name: 'Webinars 500' },
			{ ...licence, id: OWN_LICENCE, name: 'Hanna Host', quota: 100, ownerId: HOST.id },
		],
		rooms: [eventRoom(at), upcomingRoom(at), seminarRoom(at), meetingRoom(at), templateRoom(at)],
		events: [endedEvent(at), upcomingEvent(at), cancelledEvent(at)],
		...overrides,
	};
}
