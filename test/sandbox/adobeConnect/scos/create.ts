import { AdobeError, denied, invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import type { Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { SHORTCUTS } from '../state/folders';
import { manageable } from '../state/rights';
import { allScos, type Sco } from '../state/scos';
import type { AdobeRoom, AdobeSeminarSession } from '../world';
import { checkedDates, checkedUrlPath, checkName, isMeetingFolder } from './checks';
import { scoElement } from './elements';

/**
 * sco-update with folder-id: a meeting, a seminar room, a date of one, a folder. Events are made by people only.
 * https://helpx.adobe.com/adobe-connect/webservices/sco-update.html
 */
export function createSco(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	const folder = manageable(state, actorOf(call), params.id('folder-id'));
	const name = params.required('name');
	const type = params.required('type');
	const id = state.newId();
	checkName(state, name, { folderId: folder.id });
	const urlPath = checkedUrlPath(state, params.text('url-path'));
	const made = { id, name, ...(urlPath === undefined ? {} : { urlPath }) };
	if (type === 'meeting') addRoom(state, call, folder, made);
	else if (type === 'seminarsession') addSession(state, call, folder, made);
	else if (type === 'folder') addFolder(state, folder, made);
	else throw invalid({ field: 'type', type: 'string', subcode: 'illegal-operation' });
	const sco = allScos(state).get(id);
	if (!sco) throw denied();
	return [scoElement(state, sco)];
}

interface Made {
	id: string;
	name: string;
	urlPath?: string;
}

function addRoom(state: AdobeState, call: Call, folder: Sco, made: Made): void {
	const { params } = call;
	const licence = state.licences.get(folder.id);
	if (!licence && !isMeetingFolder(state, folder)) throw illegalParent();
	if (licence && Date.parse(licence.end) < state.kernel.now()) {
		throw new AdobeError('no-access', 'no-quota');
	}
	const sourceScoId = params.optionalId('source-sco-id');
	if (sourceScoId !== undefined && !state.rooms.has(sourceScoId)) {
		throw new AdobeError('template-not-found');
	}
	const isTemplate = folder.id === SHORTCUTS['shared-meeting-templates'];
	const description = params.text('description');
	const room: AdobeRoom = {
		urlPath: randomPath('r', made.id),
		...made,
		...(licence && !params.has('date-begin') ? {} : checkedDates(params)),
		...(description === undefined ? {} : { description }),
		...(sourceScoId === undefined ? {} : { sourceScoId }),
		kind: licence ? 'seminar' : isTemplate ? 'template' : 'meeting',
		folderId: folder.id,
		lang: params.text('lang') ?? 'en',
		createdAt: state.nowIso(),
		access: 'remove',
		permissions: { [actorOf(call).id]: 'host' },
	};
	state.rooms.set(room.id, room);
}

/** Its dates come later, by seminar-session-sco-update. */
function addSession(state: AdobeState, { params }: Call, folder: Sco, made: Made): void {
	const { body } = folder;
	if (body.kind !== 'room' || body.room.kind !== 'seminar') throw illegalParent();
	const description = params.text('description');
	const session: AdobeSeminarSession = {
		urlPath: randomPath('s', made.id),
		...made,
		...(description === undefined ? {} : { description }),
		createdAt: state.nowIso(),
	};
	body.room.seminarSessions = [...(body.room.seminarSessions ?? []), session];
}

function addFolder(state: AdobeState, folder: Sco, made: Made): void {
	if (folder.type !== 'folder') throw illegalParent();
	const folderMade = { urlPath: `/f${made.id}/`, ...made, parent: { id: folder.id } };
	state.folders.set(made.id, folderMade);
}

function illegalParent(): AdobeError {
	return invalid({ field: 'folder-id', type: 'id', subcode: 'illegal-parent' });
}

/** As Adobe Connect makes them up: `/r7nu3n8yvqa/`. */
function randomPath(letter: string, id: string): string {
	return `/${letter}${Number(id).toString(36)}/`;
}
