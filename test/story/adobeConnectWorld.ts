import type {
	AdobeConnectWorld,
	AdobeEvent,
	AdobePermission,
	AdobeRoom,
} from '../sandbox/adobeConnect/world';
import { heldSession } from './adobeConnectHeld';
import { ADOBE_USER, AdobePeople, eventRegistrants } from './adobeConnectPeople';
import type { StorySession } from './contract';
import { Random } from './random';
import { DAY, iso, MINUTE } from './time';
import type { Webinar } from './webinars';

const LICENCE = '50001';

/** Ids of a session's event, room and run, as text. */
export interface AdobeIds {
	/** Of the event, or of the room where there is none: the number that Zoom has, too. */
	webinarId: string;
	roomId: string;
	/** Asset id of the held session. */
	sessionId: string;
	/** Of the seminar's date; empty otherwise. */
	occurrenceId: string;
}

export interface AdobeWebinars {
	/** Events. */
	main: Webinar;
	nobody: Webinar;
	neverStarted: Webinar;
	/** A seminar with one date. */
	earlier: Webinar;
	/** A meeting room that is open to everybody. */
	noRegistration: Webinar;
}

export function adobeIds(
	{ webinarId }: StorySession,
	kind: 'event' | 'seminar' | 'meeting',
): AdobeIds {
	const number = webinarId % 1000;
	return {
		webinarId: String(webinarId),
		roomId: kind === 'event' ? String(40_000 + number) : String(webinarId),
		sessionId: String(61_000 + number),
		occurrenceId: kind === 'seminar' ? String(60_000 + number) : '',
	};
}

/** Adobe Connect holds the same people as Zoom: who registered, who was there from when to when, what they did. */
export function adobeConnectWorld(
	seed: number,
	now: number,
	webinars: AdobeWebinars,
): AdobeConnectWorld {
	const people = new AdobePeople();
	const random = new Random(seed, 'adobeConnect');
	const { main, nobody, neverStarted, earlier, noRegistration } = webinars;
	const events = [main, nobody, neverStarted].map((webinar) => ({
		room: eventRoom(people, random, webinar),
		event: eventOf(people, webinar),
	}));
	return {
		accountId: '838570243',
		version: '12.9.0',
		timeZone: { id: '105', javaId: 'Europe/Brussels' },
		enhancedSecurity: true,
		licences: [
			{
				id: LICENCE,
				name: 'Webinars 1000',
				quota: 1000,
				begin: iso(now - 365 * DAY),
				end: iso(now + 365 * DAY),
			},
		],
		rooms: [
			...events.map(({ room }) => room),
			seminarRoom(people, random, earlier),
			openRoom(people, random, noRegistration),
		],
		events: events.map(({ event }) => event),
		// Last: the others have named everybody by now.
		principals: people.principals,
	};
}

function eventOf(people: AdobePeople, { session, state }: Webinar): AdobeEvent {
	const ids = adobeIds(session, 'event');
	const begin = Date.parse(state.startTime);
	const withApproval = state.approvalType === 1;
	return {
		id: ids.webinarId,
		name: session.topic,
		description: state.agenda,
		urlPath: `/e${ids.webinarId}/`,
		roomId: ids.roomId,
		begin: iso(begin),
		end: iso(begin + state.duration * MINUTE),
		createdAt: state.createdAt,
		status: 'not-cancelled',
		requireApproval: withApproval,
		passwordBypass: true,
		registrationLimit: null,
		published: true,
		ownerId: ADOBE_USER.id,
		questions: [],
		registrants: eventRegistrants(people, session.people, state.registrants),
		permissions: crew(people, session),
	};
}

function eventRoom(people: AdobePeople, random: Random, webinar: Webinar): AdobeRoom {
	const ids = adobeIds(webinar.session, 'event');
	return {
		...room(people, random, webinar, ids),
		name: `Room of ${webinar.session.topic}`,
		access: 'denied',
	};
}

/** Invited people have a permission on the room; of when they were invited nothing is known. */
function seminarRoom(people: AdobePeople, random: Random, webinar: Webinar): AdobeRoom {
	const { session, state } = webinar;
	const ids = adobeIds(session, 'seminar');
	const base = room(people, random, webinar, ids);
	const begin = Date.parse(state.startTime);
	const invited = session.people.flatMap((person) => {
		const principal = people.of(person);
		if (person.registeredAt === null || principal === undefined) return [];
		return [[principal.id, 'view' as const]];
	});
	return {
		...base,
		kind: 'seminar',
		folderId: LICENCE,
		access: 'denied',
		permissions: { ...Object.fromEntries(invited), ...base.permissions },
		seminarSessions: [
			{
				id: ids.occurrenceId,
				name: session.topic,
				urlPath: `/s${ids.occurrenceId}/`,
				begin: iso(begin),
				end: iso(begin + state.duration * MINUTE),
				createdAt: state.createdAt,
			},
		],
	};
}

function openRoom(people: AdobePeople, random: Random, webinar: Webinar): AdobeRoom {
	const { session, state } = webinar;
	const begin = Date.parse(state.startTime);
	return {
		...room(people, random, webinar, adobeIds(session, 'meeting')),
		begin: iso(begin),
		end: iso(begin + state.duration * MINUTE),
		access: 'view-hidden',
	};
}

function room(
	people: AdobePeople,
	random: Random,
	{ session, state }: Webinar,
	{ roomId, sessionId }: AdobeIds,
): AdobeRoom {
	const held = heldSession(people, random, session, sessionId);
	return {
		id: roomId,
		kind: 'meeting',
		name: session.topic,
		urlPath: `/r${roomId}/`,
		createdAt: state.createdAt,
		access: 'remove',
		permissions: crew(people, session),
		...held,
		recordings: held.held.map(({ begin, end }) => ({
			id: `7${sessionId}`,
			name: `${session.topic}_0`,
			urlPath: `/p7${sessionId}/`,
			icon: 'archive' as const,
			begin,
			end: end ?? begin,
		})),
	};
}

/** Hosts and presenters. */
function crew(people: AdobePeople, session: StorySession): Record<string, AdobePermission> {
	const roles = session.people.flatMap((person): Array<[string, AdobePermission]> => {
		const id = people.of(person)?.id;
		if (id === undefined) return [];
		if (person.kind === 'host') return [[id, 'host']];
		return person.kind === 'panelist' ? [[id, 'mini-host']] : [];
	});
	return Object.fromEntries(roles);
}
