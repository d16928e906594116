import { isValidEmail, normaliseEmail } from '../../shared/model/email';
import type { Registrant, RegistrantStatus } from '../../shared/model/registrant';
import { splitName } from '../../shared/attendees/names';
import { attributeOf, childOf, type XmlElement } from '../xml/element';

/** Somebody with a permission on an event or a room. */
export interface Permitted {
	principalId: string;
	permission: string;
	login: string;
	/** First and last name in one. */
	name: string;
}

/** Permissions of people who are registered, or were. */
const STATUSES: Readonly<Record<string, RegistrantStatus>> = {
	view: 'approved',
	pending: 'pending',
	denied: 'denied',
};

/** Permissions of people who present, or have the room. */
const PRESENTERS: readonly string[] = ['mini-host'];
const HOSTS: readonly string[] = ['host', 'publish', 'manage'];

/** Everything that is asked for when people are looked up. */
export const KNOWN_PERMISSIONS: readonly string[] = [
	...Object.keys(STATUSES),
	...PRESENTERS,
	...HOSTS,
];

/** `<principal>` of permissions-info; undefined for groups, the public, and who has no permission. */
export function toPermitted(row: XmlElement): Permitted | undefined {
	const principalId = attributeOf(row, 'principal-id');
	const permission = attributeOf(row, 'permission-id').toLowerCase();
	const isGroup = attributeOf(row, 'has-children') === 'true';
	// Where a server knows no filters it lists everybody of the account, with nothing.
	if (!/^\d{1,18}$/.test(principalId) || isGroup || !KNOWN_PERMISSIONS.includes(permission)) {
		return undefined;
	}
	return {
		principalId,
		permission,
		login: childOf(row, 'login').text,
		name: childOf(row, 'name').text,
	};
}

/** The permission that registrants of a status have. */
export function permissionOf(status: 'approved' | 'pending' | 'denied'): string {
	return Object.keys(STATUSES).find((permission) => STATUSES[permission] === status) ?? '';
}

/** undefined = is no registrant, but presents or has the room. */
export function statusOfPermission(permission: string): RegistrantStatus | undefined {
	return Object.hasOwn(STATUSES, permission) ? STATUSES[permission] : undefined;
}

/** Why somebody with this permission cannot be registered; null = nothing speaks against it. */
export function partOf(permission: string): 'hostCannotRegister' | 'panelistCannotRegister' | null {
	if (HOSTS.includes(permission)) return 'hostCannotRegister';
	return PRESENTERS.includes(permission) ? 'panelistCannotRegister' : null;
}

/** What is known of a registrant from elsewhere. */
export type RegistrantFacts = Partial<
	Pick<Registrant, 'email' | 'firstName' | 'lastName' | 'registeredAt' | 'answers'>
>;

/**
 * Somebody with a permission as our registrant, without a link; Adobe Connect has one name and a login,
 * which is the address wherever people registered themselves.
 */
export function toRegistrant(permitted: Permitted, facts: RegistrantFacts = {}): Registrant {
	const { principalId, permission, login, name } = permitted;
	const address = normaliseEmail(login);
	return {
		registrantId: principalId,
		email: isValidEmail(address) ? address : '',
		...splitName(name),
		status: statusOfPermission(permission) ?? 'approved',
		registeredAt: null,
		...facts,
		joinUrl: '',
		joinUrlIsPersonal: false,
	};
}
