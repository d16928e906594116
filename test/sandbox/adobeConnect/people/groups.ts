import { denied, invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import type { Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { BUILT_IN_GROUPS } from '../state/folders';
import { mustBeAdministrator } from '../state/rights';
import type { AdobeGroupType } from '../world';
import { madePrincipal } from './elements';

/** principal-update with type=group, or of a group. */
export function groupUpdate(
	state: AdobeState,
	{ params }: Call,
	known: string | undefined,
): Element[] {
	const name = params.required('name');
	const isTaken = [...state.groups.values()].some((one) => one.name === name && one.id !== known);
	if (isTaken) throw invalid({ field: 'login', type: 'string', subcode: 'duplicate' });
	const id = known ?? state.newId();
	const members = state.groups.get(id)?.members ?? [];
	state.groups.set(id, { id, name, members });
	const group = { id, type: 'group', login: name, name };
	return [madePrincipal(state, group, params.text('description'))];
}

/** https://helpx.adobe.com/adobe-connect/webservices/group-membership-update.html */
export function groupMembershipUpdate(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const { params } = call;
	const groupId = params.id('group-id');
	const principal = state.principals.get(params.id('principal-id'));
	params.required('is-member');
	const isIn = params.flag('is-member') === true;
	const own = state.groups.get(groupId);
	const builtIn = Object.entries(BUILT_IN_GROUPS).find(([, { id }]) => id === groupId);
	if (!principal || (!own && !builtIn)) throw denied();
	if (own) own.members = withOrWithout(own.members, principal.id, isIn);
	if (builtIn) {
		const type = builtIn[0] as AdobeGroupType;
		principal.groups = withOrWithout(principal.groups ?? [], type, isIn);
	}
	return [];
}

function withOrWithout<T>(list: readonly T[], one: T, isIn: boolean): T[] {
	const others = list.filter((other) => other !== one);
	return isIn ? [...others, one] : others;
}
