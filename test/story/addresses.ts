import type { Random } from './random';

/** How the address stands in the world, one of which everybody with an address has. */
export type Standing =
	| 'absent'
	| 'known'
	| 'secondary'
	| 'deleted'
	| 'accountUser'
	/** Syntactically broken: no mail server would take it. */
	| 'invalid'
	/** At a domain that a test may exclude, or at a subdomain of it, or at one that only looks like it. */
	| 'rival'
	| 'rivalSubdomain'
	| 'rivalLookalike';

/** The address as somebody typed it. */
export type AddressForm = 'clean' | 'upperCase' | 'blanks' | 'both';

/** A domain with people in every story from 200 registrants up; for tests of excluded domains. */
export const RIVAL_DOMAIN = 'rival.example.org';

/** Reserved for examples, yet below a top level that exists: HubSpot refuses `.example` itself. */
const DOMAINS = ['mail.example.com', 'acme.example.com', 'eu.acme.example.com', 'example.net'];

/** Lower case and unique through the number. */
export function address(random: Random, standing: Standing, number: number): string {
	const word = random.pick(['anna', 'bob', 'c.diaz', "d'arcy", 'eva+news', 'f_ito', 'g-hugo']);
	const local = `${word}${number}`;
	switch (standing) {
		case 'invalid':
			return random.pick([`${local}@`, `bob${number} example.com`, `${local}@@example.com`]);
		case 'rival':
			return `${local}@${RIVAL_DOMAIN}`;
		case 'rivalSubdomain':
			return `${local}@sales.${RIVAL_DOMAIN}`;
		case 'rivalLookalike':
			return `${local}@not${RIVAL_DOMAIN}`;
		default:
			return `${local}@${random.pick(DOMAINS)}`;
	}
}

export function typed(random: Random, email: string, form: AddressForm): string {
	const shouted = form === 'upperCase' || form === 'both' ? mixCase(random, email) : email;
	return form === 'blanks' || form === 'both' ? ` ${shouted}  ` : shouted;
}

/** First letter in upper case, or all of it. */
function mixCase(random: Random, email: string): string {
	return random.chance(0.5) ? email.toUpperCase() : email.charAt(0).toUpperCase() + email.slice(1);
}
