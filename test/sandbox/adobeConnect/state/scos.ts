import type { AdobeEvent, AdobeRecording, AdobeRoom, AdobeSeminarSession } from '../world';
import type { AdobeState } from './adobeState';
import { OWN_FOLDERS, ownFolderId, SHORTCUTS, type OwnShortcut } from './folders';
import { isThere } from './recordings';

/** What stands behind a SCO. */
export type ScoBody =
	| { kind: 'folder' }
	| { kind: 'room'; room: AdobeRoom }
	| { kind: 'session'; room: AdobeRoom; session: AdobeSeminarSession }
	| { kind: 'event'; event: AdobeEvent }
	| { kind: 'recording'; room: AdobeRoom; recording: AdobeRecording };

/** Everything with an id in the account's tree looks alike to the XML API. */
export interface Sco {
	id: string;
	folderId: string;
	type: 'folder' | 'meeting' | 'seminarsession' | 'event' | 'content';
	icon: string;
	name: string;
	description?: string;
	urlPath: string;
	begin?: string;
	end?: string;
	createdAt: string;
	modifiedAt: string;
	lang: string;
	sourceScoId: string;
	body: ScoBody;
}

const OLD = '2020-01-01T00:00:00.000Z';

/** All of them by id. */
export function allScos(state: AdobeState): Map<string, Sco> {
	const scos = [
		...foldersOf(state),
		...[...state.rooms.values()].flatMap((room) => roomScos(state, room)),
		...[...state.events.values()].map(eventSco),
	];
	return new Map(scos.map((sco) => [sco.id, sco]));
}

export function folderOfRoom(state: AdobeState, { kind, folderId }: AdobeRoom): string {
	if (folderId !== undefined) return folderId;
	if (kind === 'template') return SHORTCUTS['shared-meeting-templates'];
	if (kind === 'meeting') return SHORTCUTS.meetings;
	return [...state.licences.keys()][0] ?? SHORTCUTS.seminars;
}

function foldersOf(state: AdobeState): Sco[] {
	const { accountId } = state.world;
	const shared = Object.entries(SHORTCUTS).map(([name, id]) => folder(id, accountId, name));
	const own = [...state.principals.values()]
		.filter(({ groups }) => groups !== undefined && groups.length > 0)
		.flatMap(({ id, login }) =>
			Object.entries(OWN_FOLDERS).map(([shortcut, { parent }]) =>
				folder(ownFolderId(shortcut as OwnShortcut, id), SHORTCUTS[parent], login),
			),
		);
	const made = [...state.folders.values()].map(({ id, parent, name, urlPath }) => ({
		...folder(id, typeof parent === 'string' ? SHORTCUTS[parent] : parent.id, name),
		urlPath,
	}));
	const licences = [...state.licences.values()].map(({ id, name, begin, end }) => ({
		...folder(id, SHORTCUTS.seminars, name),
		begin,
		end,
	}));
	return [...shared, ...own, ...made, ...licences];
}

function folder(id: string, folderId: string, name: string): Sco {
	return {
		id,
		folderId,
		type: 'folder',
		icon: 'folder',
		name,
		urlPath: `/f${id}/`,
		createdAt: OLD,
		modifiedAt: OLD,
		lang: 'en',
		sourceScoId: '',
		body: { kind: 'folder' },
	};
}

function roomScos(state: AdobeState, room: AdobeRoom): Sco[] {
	const { id, name, urlPath, createdAt, lang = 'en' } = room;
	const common = { createdAt, lang, sourceScoId: '' };
	const self: Sco = {
		...common,
		...datesOf(room),
		id,
		folderId: folderOfRoom(state, room),
		type: 'meeting',
		icon: room.kind === 'seminar' ? 'seminar' : 'meeting',
		name,
		urlPath,
		modifiedAt: room.modifiedAt ?? createdAt,
		sourceScoId: room.sourceScoId ?? '',
		body: { kind: 'room', room },
	};
	const sessions = (room.seminarSessions ?? []).map((session): Sco => ({
		...common,
		...datesOf(session),
		id: session.id,
		folderId: id,
		type: 'seminarsession',
		icon: 'session',
		name: session.name,
		urlPath: session.urlPath,
		createdAt: session.createdAt,
		modifiedAt: session.modifiedAt ?? session.createdAt,
		body: { kind: 'session', room, session },
	}));
	const recordings = (room.recordings ?? [])
		.filter((recording) => isThere(state, recording))
		.map((recording): Sco => recordingSco(room, recording));
	return [self, ...sessions, ...recordings];
}

export function recordingSco(room: AdobeRoom, recording: AdobeRecording): Sco {
	return {
		...datesOf(recording),
		id: recording.id,
		folderId: room.id,
		type: 'content',
		icon: recording.icon,
		name: recording.name,
		urlPath: recording.urlPath,
		createdAt: recording.createdAt ?? recording.begin,
		modifiedAt: recording.createdAt ?? recording.end,
		lang: room.lang ?? 'en',
		sourceScoId: room.id,
		body: { kind: 'recording', room, recording },
	};
}

function eventSco(event: AdobeEvent): Sco {
	return {
		...datesOf(event),
		id: event.id,
		folderId: event.folderId ?? SHORTCUTS.events,
		type: 'event',
		icon: 'event',
		name: event.name,
		urlPath: event.urlPath,
		createdAt: event.createdAt,
		modifiedAt: event.modifiedAt ?? event.createdAt,
		lang: 'en',
		sourceScoId: event.roomId,
		body: { kind: 'event', event },
	};
}

function datesOf({
	begin,
	end,
	description,
}: {
	begin?: string;
	end?: string;
	description?: string;
}): Pick<Sco, 'begin' | 'end' | 'description'> {
	return {
		...(begin === undefined ? {} : { begin }),
		...(end === undefined ? {} : { end }),
		...(description === undefined ? {} : { description }),
	};
}
