import { actorOf, type Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import { fullName, type AdobeState } from '../state/adobeState';
import { manageable } from '../state/rights';
import type { Sco } from '../state/scos';
import { allGroups } from './elements';
import { PUBLIC } from './give';

/**
 * Of one principal, or everybody's.
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-info.html
 */
export function permissionsInfo(state: AdobeState, call: Call): Element[] {
	const { params } = call;
	const sco = manageable(state, actorOf(call), params.id('acl-id'));
	const one = params.text('principal-id');
	const given = permissionsOn(sco);
	if (one !== undefined) {
		const permission = one === PUBLIC ? accessOn(sco) : (given[one] ?? '');
		const attributes = { 'acl-id': sco.id, 'permission-id': permission, 'principal-id': one };
		return [element('permission', attributes)];
	}
	const rows = [
		row('logged-in-access', { name: 'Logged in users', login: '', permission: '' }),
		row(PUBLIC, { name: 'Global Principal', login: PUBLIC, permission: accessOn(sco) }),
		...allGroups(state).map(({ id, name, type, isPrimary }) =>
			row(id, { name, login: name, type, isPrimary, permission: given[id] ?? '' }),
		),
		...[...state.principals.values()]
			.filter(({ id }) => given[id] !== undefined)
			.map((principal) =>
				row(principal.id, {
					name: fullName(principal),
					login: principal.login,
					type: principal.type,
					permission: given[principal.id] ?? '',
				}),
			),
	];
	return [element('permissions', {}, listed(state, params, rows))];
}

/** By principal id, registrants of an event included. */
function permissionsOn({ body }: Sco): Record<string, string> {
	if (body.kind === 'folder') return {};
	if (body.kind !== 'event') return body.room.permissions;
	const registrants = body.event.registrants.map(({ principalId, permission }) => [
		principalId,
		permission,
	]);
	return { ...Object.fromEntries(registrants), ...body.event.permissions };
}

/** Of everybody who has the address. */
function accessOn({ body }: Sco): string {
	if (body.kind === 'recording') return body.recording.access ?? '';
	return body.kind === 'folder' || body.kind === 'event' ? '' : body.room.access;
}

interface PermissionRow {
	name: string;
	login: string;
	permission: string;
	type?: string;
	/** Of groups. */
	isPrimary?: boolean;
}

function row(id: string, shown: PermissionRow): Element {
	const { name, login, permission, type = 'user', isPrimary } = shown;
	const isGroup = isPrimary !== undefined;
	return element(
		'principal',
		{
			'principal-id': id,
			'is-primary': isPrimary ?? false,
			type,
			'has-children': isGroup,
			'permission-id': permission,
			'training-group-id': '',
		},
		[
			textElement('name', name),
			textElement('login', login),
			textElement('display-uid', login),
			isGroup ? textElement('description', `Group ${name}`) : undefined,
		],
	);
}
