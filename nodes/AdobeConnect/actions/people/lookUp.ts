import { normaliseEmail } from '../../../shared/model/email';
import { addToGroup } from '../../../shared/model/groups';
import { inBatches } from '../../../shared/transport/batch';
import { unless } from '../../../shared/transport/unless';
import { KNOWN_PERMISSIONS, toPermitted, type Permitted } from '../../mapping/permitted';
import { principalOf, toPrincipal, type Principal } from '../../mapping/principal';
import { principalsWith } from '../../transport/endpoints/people';
import { PERMISSIONS_AT_ONCE } from '../../transport/endpoints/permissions';
import { findGuests, findUsers } from '../../transport/endpoints/principals';
import type { AdobeClient } from '../../transport/request';
import { isHidden } from '../../transport/told';
import type { XmlElement } from '../../xml/element';

/** What Adobe Connect knows of an address. */
export interface Known {
	/** On the event or the room. */
	permitted?: Permitted;
	/** Of the account; absent also where the permission told enough. */
	principal?: Principal;
}

/** Who of these people has a permission; 200 in a call. @throws VendorError */
export async function permittedAmong(
	client: AdobeClient,
	aclId: string,
	by: 'login' | 'principal-id',
	values: readonly string[],
): Promise<Permitted[]> {
	const found: Permitted[] = [];
	for (const batch of inBatches([...new Set(values)], PERMISSIONS_AT_ONCE)) {
		const among = { by, values: batch };
		const what = 'the list of who is registered and who presents';
		for await (const row of principalsWith(client, aclId, KNOWN_PERMISSIONS, what, among)) {
			const permitted = toPermitted(row);
			if (permitted !== undefined) found.push(permitted);
		}
	}
	return found;
}

/**
 * Looks addresses up: on the event or the room by their login, then among the people of the account, because
 * some have another login than their address.
 * @param emails trimmed and lower case
 * @param within `users` also where the user of the credential may not see the people of the account
 * @throws VendorError
 */
export async function lookUp(
	client: AdobeClient,
	aclId: string,
	emails: readonly string[],
	within: 'users' | 'everybody',
): Promise<Map<string, Known>> {
	const known = new Map<string, Known>();
	for (const permitted of await permittedAmong(client, aclId, 'login', emails)) {
		known.set(normaliseEmail(permitted.login), { permitted });
	}
	const principals = await principalsOf(
		client,
		emails.filter((email) => !known.has(email)),
		within,
	);
	for (const [email, principal] of principals) known.set(email, { principal });
	const otherwise = [...principals.values()].filter(
		({ login, email }) => normaliseEmail(login) !== email,
	);
	const ids = otherwise.map(({ id }) => id);
	const byId = new Map(
		(await permittedAmong(client, aclId, 'principal-id', ids)).map((one) => [one.principalId, one]),
	);
	for (const [email, principal] of principals) {
		const permitted = byId.get(principal.id);
		if (permitted !== undefined) known.set(email, { principal, permitted });
	}
	return known;
}

/** The people of the account by address. @throws VendorError */
export async function principalsOf(
	client: AdobeClient,
	emails: readonly string[],
	within: 'users' | 'everybody',
): Promise<Map<string, Principal>> {
	const what = 'the people of the account';
	if (emails.length === 0) return new Map();
	const asked = findUsers(client, 'email', emails, what);
	const users = within === 'users' ? ((await unless(isHidden, asked)) ?? []) : await asked;
	const found = byAddress(users, emails);
	if (within === 'users') return found;
	const missing = emails.filter((email) => !found.has(email));
	const guests = await findGuests(client, 'email', missing, what);
	return new Map([...found, ...byAddress(guests, missing)]);
}

/**
 * Who has a login that is taken, written in whatever capitals; undefined where nobody tells, which is so for
 * guests of the last hours.
 * @throws VendorError
 */
export async function principalWithLogin(
	client: AdobeClient,
	login: string,
): Promise<Principal | undefined> {
	const what = 'the people of the account';
	const of = (rows: readonly XmlElement[]): Principal | undefined =>
		rows.map(toPrincipal).find((one) => one !== undefined && normaliseEmail(one.login) === login);
	const user = of(await findUsers(client, 'like-login', [login], what));
	return user ?? of(await findGuests(client, 'like-login', [login], what));
}

function byAddress(rows: readonly XmlElement[], emails: readonly string[]): Map<string, Principal> {
	const principals = rows.map(toPrincipal).filter((one) => one !== undefined);
	const groups = new Map<string, Principal[]>();
	for (const one of principals) {
		for (const address of new Set([one.email, normaliseEmail(one.login)])) {
			addToGroup(groups, address, one);
		}
	}
	return new Map(
		emails.flatMap((email): Array<[string, Principal]> => {
			const principal = principalOf(groups.get(email) ?? [], email);
			return principal === undefined ? [] : [[email, principal]];
		}),
	);
}
