import { emailDomain } from '../../shared/model/email';

/** Domains as a person lists them: separated by commas, semicolons, blanks or lines; `@` and `*.` do no harm. */
export function parseDomains(text: string): string[] {
	return text
		.toLowerCase()
		.split(/[\s,;]+/)
		.map((domain) => domain.replace(/^(?:\*\.|@|\.)+/, '').replace(/\.+$/, ''))
		.filter((domain) => domain !== '');
}

/** Whether the address is at one of the domains or at a subdomain of one. */
export function isAtDomain(email: string, domains: readonly string[]): boolean {
	const own = emailDomain(email);
	return domains.some((domain) => own === domain || own.endsWith(`.${domain}`));
}
