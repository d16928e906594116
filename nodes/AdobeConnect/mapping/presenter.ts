import { isValidEmail, normaliseEmail } from '../../shared/model/email';
import type { Permitted } from './permitted';

/** What somebody who presents may do. */
export type PresenterRole = 'presenter' | 'host';

/** A presenter of a webinar, in the words that every platform has for its panelists. */
export type Presenter = {
	/** principal-id */
	panelistId: string;
	name: string;
	/** Trimmed and lower case; empty where it is not told. */
	email: string;
	/** The address of the room: people sign in there. */
	joinUrl: string;
	role: PresenterRole;
};

const ROLES: Readonly<Record<string, PresenterRole>> = { 'mini-host': 'presenter', host: 'host' };

/** Permissions of people who present. */
export const PRESENTING: readonly string[] = Object.keys(ROLES);

/** undefined = does not present. */
export function roleOf(permission: string): PresenterRole | undefined {
	return Object.hasOwn(ROLES, permission) ? ROLES[permission] : undefined;
}

/** The permission of a role. */
export function permissionOfRole(role: PresenterRole): 'mini-host' | 'host' {
	return role === 'host' ? 'host' : 'mini-host';
}

/**
 * Everybody who presents on the event or in its room, once, with the higher role.
 * @param emails by principal-id, of those whose login is no address
 */
export function toPresenters(
	permitted: readonly Permitted[],
	emails: ReadonlyMap<string, string>,
	joinUrl: string,
): Presenter[] {
	const presenters = new Map<string, Presenter>();
	for (const { principalId, permission, login, name } of permitted) {
		const role = roleOf(permission);
		if (role === undefined || presenters.get(principalId)?.role === 'host') continue;
		const address = normaliseEmail(login);
		const email = normaliseEmail(emails.get(principalId) ?? (isValidEmail(address) ? address : ''));
		presenters.set(principalId, { panelistId: principalId, name, email, joinUrl, role });
	}
	return [...presenters.values()];
}

/** The presenter who is meant by an ID or an email. */
export function findPresenter(
	presenters: readonly Presenter[],
	key: string,
): Presenter | undefined {
	const email = normaliseEmail(key);
	return presenters.find(
		(one) => one.panelistId === key.trim() || (email !== '' && one.email === email),
	);
}
