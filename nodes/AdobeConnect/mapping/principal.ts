import { normaliseEmail } from '../../shared/model/email';
import { attributeOf, childOf, type XmlElement } from '../xml/element';

/** A user or a guest of the account. */
export interface Principal {
	id: string;
	/** `user`, `external-user`, `guest`, … */
	type: string;
	login: string;
	/** Trimmed and lower case; empty where it is not told. */
	email: string;
	/** First and last name in one. */
	name: string;
}

/** A row of principal-list or report-bulk-users; undefined for groups and what has no ID. */
export function toPrincipal(row: XmlElement): Principal | undefined {
	const id = attributeOf(row, 'principal-id');
	// The public and other nobodies have words for IDs.
	if (!/^\d{1,18}$/.test(id) || attributeOf(row, 'has-children') === 'true') return undefined;
	return {
		id,
		type: attributeOf(row, 'type'),
		login: childOf(row, 'login').text,
		email: normaliseEmail(childOf(row, 'email').text),
		name: childOf(row, 'name').text,
	};
}

/** Users before guests: an account that somebody signs in with is the person. */
const RANKS = ['user', 'external-user', 'guest'];

/**
 * The principal of an address, among those that have it: whoever has it as login, then users before
 * guests, then the oldest.
 */
export function principalOf(
	principals: readonly Principal[],
	email: string,
): Principal | undefined {
	const rank = ({ login, type }: Principal): number =>
		(normaliseEmail(login) === email ? 0 : RANKS.length) +
		(RANKS.includes(type) ? RANKS.indexOf(type) : RANKS.length);
	return principals
		.filter((one) => one.email === email || normaliseEmail(one.login) === email)
		.sort((a, b) => rank(a) - rank(b) || a.id.length - b.id.length || (a.id < b.id ? -1 : 1))[0];
}
