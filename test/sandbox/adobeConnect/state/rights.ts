import { denied } from '../http/errors';
import type { Params } from '../http/input';
import type { AdobeGroupType, AdobePermission, AdobePrincipal, AdobeRoom } from '../world';
import type { AdobeState } from './adobeState';
import { OWN_FOLDERS, ownFolderId, type OwnShortcut } from './folders';
import { allScos, type Sco } from './scos';

export function isOneOf({ groups = [] }: AdobePrincipal, ...wanted: AdobeGroupType[]): boolean {
	return groups.some((group) => wanted.includes(group));
}

export function isAdministrator(actor: AdobePrincipal): boolean {
	return isOneOf(actor, 'admins', 'admins-limited');
}

/** @throws AdobeError no-access/denied */
export function mustBeAdministrator(actor: AdobePrincipal): void {
	if (!isAdministrator(actor)) throw denied();
}

/** May change it, give permissions on it, and read its reports. */
export function mayManage(state: AdobeState, actor: AdobePrincipal, sco: Sco): boolean {
	if (isAdministrator(actor)) return true;
	const { body } = sco;
	switch (body.kind) {
		case 'folder':
			return mayFill(state, actor, sco.id);
		case 'event':
			return (
				isOneOf(actor, 'event-super-admins', 'event-admins') || body.event.ownerId === actor.id
			);
		default:
			return isHost(body.room, actor);
	}
}

/** Reports are open to presenters too. */
export function mayReport(state: AdobeState, actor: AdobePrincipal, sco: Sco): boolean {
	if (mayManage(state, actor, sco)) return true;
	return 'room' in sco.body && has(sco.body.room, actor, ['mini-host', 'publish']);
}

export function mayRead(state: AdobeState, actor: AdobePrincipal, sco: Sco): boolean {
	if (mayReport(state, actor, sco)) return true;
	const { body } = sco;
	if (body.kind === 'folder') {
		return isOneOf(actor, 'live-admins', 'seminar-admins', 'event-admins', 'event-super-admins');
	}
	if (body.kind === 'event') {
		return body.event.registrants.some(({ principalId }) => principalId === actor.id);
	}
	if (body.kind === 'recording' && body.recording.access === 'view') return true;
	return body.room.access === 'view-hidden' || has(body.room, actor, ['view']);
}

/**
 * What is not there and what one may not see are answered alike.
 * @throws AdobeError no-access/denied
 */
export function readable(state: AdobeState, actor: AdobePrincipal, id: string): Sco {
	const sco = allScos(state).get(id);
	if (!sco || !mayRead(state, actor, sco)) throw denied();
	return sco;
}

export function manageable(state: AdobeState, actor: AdobePrincipal, id: string): Sco {
	const sco = allScos(state).get(id);
	if (!sco || !mayManage(state, actor, sco)) throw denied();
	return sco;
}

/** The SCO of a report. */
export function reportable(state: AdobeState, actor: AdobePrincipal, params: Params): Sco {
	const sco = allScos(state).get(params.id('sco-id'));
	if (!sco || !mayReport(state, actor, sco)) throw denied();
	return sco;
}

/** Hosts make rooms where meetings are, and in the licences that are theirs or everybody's. */
function mayFill(state: AdobeState, actor: AdobePrincipal, folderId: string): boolean {
	const licence = state.licences.get(folderId);
	if (licence) {
		const isTheirs = licence.ownerId === undefined || licence.ownerId === actor.id;
		return isTheirs && isOneOf(actor, 'seminar-admins');
	}
	const own = Object.keys(OWN_FOLDERS).map((name) => ownFolderId(name as OwnShortcut, actor.id));
	return isOneOf(actor, 'live-admins') && own.includes(folderId);
}

function isHost(room: AdobeRoom, actor: AdobePrincipal): boolean {
	return has(room, actor, ['host']);
}

function has(room: AdobeRoom, { id }: AdobePrincipal, wanted: AdobePermission[]): boolean {
	const permission = room.permissions[id];
	return permission !== undefined && wanted.includes(permission);
}
