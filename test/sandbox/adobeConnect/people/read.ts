import { denied } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import { fullName, type AdobeState } from '../state/adobeState';
import { BUILT_IN_GROUPS } from '../state/folders';
import { isAdministrator, isOneOf, mustBeAdministrator } from '../state/rights';
import type { AdobePrincipal } from '../world';
import { allGroups, groupRow, principalRow, type GroupView } from './elements';

/**
 * Users and groups; guests of events are not listed.
 * https://helpx.adobe.com/adobe-connect/webservices/principal-list.html
 */
export function principalList(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	mayLook(actorOf(call));
	const groupId = params.optionalId('group-id');
	const users = [...state.principals.values()].filter(({ type }) => type !== 'guest');
	const rows =
		groupId === undefined
			? [
					...users.map((user) => principalRow(state, user)),
					...allGroups(state).map((group) => groupRow(state, group)),
				]
			: membersOf(state, call, groupId, users);
	return [element('principal-list', {}, listed(state, params, rows))];
}

function membersOf(
	state: AdobeState,
	{ params }: Call,
	groupId: string,
	users: AdobePrincipal[],
): Element[] {
	const group = allGroups(state).find(({ id }) => id === groupId);
	if (!group) throw denied();
	const wanted = params.flag('filter-is-member') ?? params.flag('filter-ismember');
	return users
		.map((user) => ({ user, isIn: isMember(state, user, group) }))
		.filter(({ isIn }) => wanted === undefined || isIn === wanted)
		.map(({ user, isIn }) => principalRow(state, user, isIn));
}

function isMember(state: AdobeState, user: AdobePrincipal, group: GroupView): boolean {
	const own = state.groups.get(group.id);
	if (own) return own.members.includes(user.id);
	if (group.id === BUILT_IN_GROUPS.everyone.id) return true;
	return (user.groups ?? []).some((type) => BUILT_IN_GROUPS[type].id === group.id);
}

/** https://helpx.adobe.com/adobe-connect/webservices/principal-info.html */
export function principalInfo(state: AdobeState, call: Call): Element[] {
	const actor = actorOf(call);
	const id = call.params.id('principal-id');
	const principal = state.principals.get(id);
	if (!principal || (actor.id !== id && !isAdministrator(actor))) throw denied();
	const { type, login, email, firstName, lastName, disabled } = principal;
	const { accountId, timeZone } = state.world;
	const names = [
		textElement('email', email),
		textElement('first-name', firstName),
		textElement('last-name', lastName),
	];
	return [
		element('contact', {}, names),
		element('preferences', { 'acl-id': id, lang: 'en', 'time-zone-id': timeZone.id }),
		element(
			'principal',
			{
				'account-id': accountId,
				disabled: disabled ? 'true' : '',
				'has-children': false,
				'is-hidden': false,
				'is-primary': false,
				'principal-id': id,
				'tos-status': '',
				type,
			},
			[
				textElement('ext-login', login),
				textElement('login', login),
				textElement('name', fullName(principal)),
				...names,
			],
		),
	];
}

/**
 * Everybody, guests too; people of the last hours may be missing.
 * https://helpx.adobe.com/adobe-connect/webservices/report-bulk-users.html
 */
export function reportBulkUsers(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const seenUntil = state.kernel.now() - (state.world.reportLagMs ?? 0);
	const rows = [...state.principals.values()]
		.filter(({ id }) => (state.madeAt.get(id) ?? 0) <= seenUntil)
		.map((principal) =>
			element('row', { 'principal-id': principal.id, type: principal.type }, [
				textElement('login', principal.login),
				textElement('name', fullName(principal)),
				textElement('email', principal.email),
				element('manager'),
			]),
		);
	return [element('report-bulk-users', {}, listed(state, call.params, rows))];
}

/** Hosts choose people for their rooms. */
function mayLook(actor: AdobePrincipal): void {
	const isHost = isOneOf(actor, 'live-admins', 'seminar-admins', 'event-admins');
	if (!isHost) mustBeAdministrator(actor);
}
