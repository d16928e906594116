import {
	attributeOf,
	childOf,
	flagOf,
	numberOf,
	timeOf,
	valueOf,
	type XmlElement,
} from '../xml/element';
import { toAccess, type RoomAccess } from './roomAccess';
import { secondsBetween, type WebinarKind } from './webinar';

/** Settings that matter to people who work with a webinar, in the words of the nodes' fields. */
export type WebinarSettings = {
	schedule: 'once' | 'recurring' | 'recurringNoFixedTime';
	/** How people get in: by registering for the event, or by invitation; empty when nobody tells. */
	registration: 'none' | 'automatic' | 'manual' | '';
	/** Events: whether their registrations are limited. */
	registrationLimited: boolean | null;
	/** Events: people who have registered. */
	registeredUsers: number | null;
	/** Events: whether people come in with their email alone. */
	passwordBypass: boolean | null;
	/** Events. */
	cancelled: boolean;
	/** Rooms: who comes in by the link; empty for events. */
	access: RoomAccess | '';
	/** Seminars: people whom the licence takes at a time. */
	capacity: number | null;
	/** Seminars: people whom the session is planned for. */
	expectedAttendees: number | null;
	/** Seminars: sco-id of the licence's folder. Meetings: of the folder. */
	folderId: string;
	/** sco-id of the template that the room was made from; empty when nobody tells. */
	templateId: string;
	/** sco-id of the room in which it takes place; of rooms their own. */
	roomId: string;
	/** e.g. `en` */
	language: string;
};

/** One session of a seminar. Times are ISO 8601 UTC. */
export type ShownOccurrence = {
	occurrenceId: string;
	topic: string;
	startTime: string | null;
	durationSeconds: number;
};

/** What the settings of one webinar are read from. */
export interface SettingsParts {
	kind: WebinarKind;
	sco: XmlElement;
	/** `<results>` of event-info; null for rooms. */
	event: XmlElement | null;
	sessions: readonly XmlElement[];
	/** Empty when nobody tells. */
	roomId: string;
	/** Permission of the public on the room; empty for events. */
	access: string;
	capacity: number | null;
	expectedAttendees: number | null;
}

export function toSettings(parts: SettingsParts): WebinarSettings {
	const { kind, sco, event, sessions, roomId, access, capacity, expectedAttendees } = parts;
	const info = event === null ? undefined : childOf(event, 'event-info');
	return {
		schedule: scheduleOf(kind, sco, sessions),
		registration: info === undefined ? ofRoom(access) : ofEvent(info),
		registrationLimited: (info && flagOf(info, 'is-registration-limit-enabled')) ?? null,
		registeredUsers: (info && numberOf(info, 'number-registered-users')) ?? null,
		passwordBypass: (info && flagOf(info, 'password-bypass')) ?? null,
		cancelled: info !== undefined && /^cancell?ed$/i.test(valueOf(info, 'event-status')),
		access: toAccess(access),
		capacity,
		expectedAttendees,
		folderId: attributeOf(sco, 'folder-id'),
		templateId: kind === 'event' ? '' : valueOf(sco, 'source-sco-id'),
		roomId,
		language: attributeOf(sco, 'lang'),
	};
}

/** The sessions of a seminar, soonest first; those without dates last. */
export function toShownOccurrences(sessions: readonly XmlElement[]): ShownOccurrence[] {
	return sessions
		.map((session) => ({
			occurrenceId: attributeOf(session, 'sco-id'),
			topic: valueOf(session, 'name'),
			startTime: timeOf(session, 'date-begin'),
			durationSeconds: secondsBetween(timeOf(session, 'date-begin'), timeOf(session, 'date-end')),
		}))
		.sort((a, b) => (a.startTime ?? '9').localeCompare(b.startTime ?? '9'));
}

function scheduleOf(
	kind: WebinarKind,
	sco: XmlElement,
	sessions: readonly XmlElement[],
): WebinarSettings['schedule'] {
	if (kind === 'seminar') return sessions.length > 1 ? 'recurring' : 'once';
	return kind === 'meeting' && timeOf(sco, 'date-end') === null ? 'recurringNoFixedTime' : 'once';
}

function ofEvent(info: XmlElement): WebinarSettings['registration'] {
	const approval = flagOf(info, 'require-approval');
	if (approval === undefined) return '';
	return approval ? 'manual' : 'automatic';
}

/** Whom the node registers for a room is invited at once; where everybody comes, nobody needs it. */
function ofRoom(access: string): WebinarSettings['registration'] {
	const word = toAccess(access);
	if (word === '') return '';
	return word === 'everyone' ? 'none' : 'automatic';
}
