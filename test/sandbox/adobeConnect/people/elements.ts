import { element, textElement, type Element } from '../http/xml';
import { fullName, type AdobeState } from '../state/adobeState';
import { BUILT_IN_GROUPS } from '../state/folders';
import type { AdobeGroup, AdobePrincipal } from '../world';

/** A group as the principal that it is. */
export interface GroupView {
	id: string;
	type: string;
	name: string;
	isPrimary: boolean;
}

export function allGroups(state: AdobeState): GroupView[] {
	return [
		...Object.entries(BUILT_IN_GROUPS).map(([type, { id, name }]) => ({
			id,
			type,
			name,
			isPrimary: true,
		})),
		...[...state.groups.values()].map(groupView),
	];
}

function groupView({ id, name }: AdobeGroup): GroupView {
	return { id, type: 'group', name, isPrimary: false };
}

/** A row of principal-list. */
export function principalRow(
	{ world: { accountId } }: AdobeState,
	principal: AdobePrincipal,
	isMember?: boolean,
): Element {
	const { id, type, login, email } = principal;
	return element('principal', rowAttributes(id, type, accountId, { hasChildren: false }), [
		textElement('name', fullName(principal)),
		textElement('login', login),
		textElement('email', email),
		textElement('display-uid', login),
		isMember === undefined ? undefined : textElement('is-member', String(isMember)),
	]);
}

export function groupRow({ world: { accountId } }: AdobeState, group: GroupView): Element {
	const { id, type, name, isPrimary } = group;
	return element(
		'principal',
		rowAttributes(id, type, accountId, { hasChildren: true, isPrimary }),
		[textElement('name', name), textElement('login', name), textElement('display-uid', name)],
	);
}

function rowAttributes(
	id: string,
	type: string,
	accountId: string,
	{ hasChildren, isPrimary = false }: { hasChildren: boolean; isPrimary?: boolean },
): Element['attributes'] {
	return {
		'principal-id': id,
		'account-id': accountId,
		type,
		'has-children': hasChildren,
		'is-primary': isPrimary,
		'is-hidden': false,
		'training-group-id': '',
	};
}

/** `//principal` after it was made. */
export function madePrincipal(
	{ world: { accountId } }: AdobeState,
	{ id, type, login, name }: { id: string; type: string; login: string; name: string },
	description?: string,
): Element {
	const isGroup = type === 'group';
	return element(
		'principal',
		{
			type,
			'has-children': isGroup ? 1 : 0,
			'account-id': accountId,
			'principal-id': id,
		},
		[
			isGroup ? undefined : textElement('ext-login', login),
			textElement('description', description),
			textElement('name', name),
			textElement('login', login),
		],
	);
}
