import { invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import type { Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { decide } from '../state/registration';
import { manageable } from '../state/rights';
import type { Sco } from '../state/scos';
import type { AdobeEvent, AdobePermission, AdobeRegistrant } from '../world';

export const PUBLIC = 'public-access';
const ROLES = ['view', 'mini-host', 'host', 'pending', 'denied', 'publish'] as const;
const ACCESS = ['view-hidden', 'remove', 'denied', 'view'] as const;

/**
 * Trios of acl-id, principal-id and permission-id. The answer is ok although some of several were wrong.
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-update.html
 */
export function permissionsUpdate(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	const names = ['acl-id', 'principal-id', 'permission-id'] as const;
	const [acls = [], principals = [], permissions = []] = names.map((name) => params.all(name));
	const longest = Math.max(1, acls.length, principals.length, permissions.length);
	const short = names.find((name) => params.all(name).length < longest);
	if (short) throw invalid({ field: short, type: 'id', subcode: 'missing' });
	acls.forEach((aclId, index) => {
		try {
			const sco = manageable(state, actorOf(call), aclId);
			give(state, sco, principals[index] ?? '', permissions[index] ?? '');
		} catch (error) {
			if (acls.length === 1) throw error;
		}
	});
	return [];
}

function give(state: AdobeState, { body }: Sco, principalId: string, wanted: string): void {
	if (principalId === PUBLIC) {
		const access = ACCESS.find((one) => one === wanted);
		if (!access || body.kind === 'event' || body.kind === 'folder') return;
		if (body.kind === 'recording' && access !== 'view-hidden') body.recording.access = access;
		if (body.kind !== 'recording' && access !== 'view') body.room.access = access;
		return;
	}
	// Nobody is told of principals that are not there.
	if (!state.principals.has(principalId) && !state.groups.has(principalId)) return;
	const permission = ROLES.find((one) => one === wanted);
	if (!permission && wanted !== 'remove') return;
	if (body.kind === 'event') giveOnEvent(state, body.event, principalId, permission);
	else if (body.kind !== 'folder') setOrDrop(body.room.permissions, principalId, permission);
}

/** Registrants of an event are those who view it, wait to, or may not. */
function giveOnEvent(
	state: AdobeState,
	event: AdobeEvent,
	principalId: string,
	permission: AdobePermission | undefined,
): void {
	event.permissions ??= {};
	const asRegistrant = registrantPermission(permission);
	if (asRegistrant === undefined) {
		event.registrants = event.registrants.filter((one) => one.principalId !== principalId);
		setOrDrop(event.permissions, principalId, permission);
		return;
	}
	delete event.permissions[principalId];
	const isKnown = event.registrants.some((one) => one.principalId === principalId);
	if (!isKnown) {
		event.registrants.push({
			principalId,
			permission: asRegistrant,
			registeredAt: state.nowIso(),
			answers: {},
		});
	}
	decide(state, event, principalId, asRegistrant);
}

function registrantPermission(
	permission: AdobePermission | undefined,
): AdobeRegistrant['permission'] | undefined {
	return (['view', 'pending', 'denied'] as const).find((one) => one === permission);
}

function setOrDrop(
	permissions: Record<string, AdobePermission>,
	id: string,
	permission: AdobePermission | undefined,
): void {
	if (permission === undefined) delete permissions[id];
	else permissions[id] = permission;
}

/** https://helpx.adobe.com/adobe-connect/webservices/permissions-reset.html */
export function permissionsReset(state: AdobeState, call: Call): Element[] {
	const { body } = manageable(state, actorOf(call), call.params.id('acl-id'));
	if (body.kind === 'event') body.event.permissions = {};
	else if (body.kind !== 'folder') body.room.permissions = {};
	return [];
}
