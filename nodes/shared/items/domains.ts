import { emailDomain } from '../model/email';
import { withoutTrailing } from '../transport/trailing';

/** One entry of a list of domains. */
export interface DomainPattern {
	/** Lower case; a star stands for any characters. */
	domain: string;
	/** Only what lies below it. */
	onlySubdomains: boolean;
}

/**
 * Domains as a person lists them: separated by commas, semicolons, blanks or lines; a leading `@` or
 * dot does no harm. A star stands for any characters, dots too, so that `example.*` is at
 * `example.co.uk`; a leading `*.` means subdomains alone.
 */
export function parseDomains(text: string): DomainPattern[] {
	return text
		.toLowerCase()
		.split(/[\s,;]+/)
		.map((entry) => withoutTrailing(entry.replace(/^[@.]+/, ''), '.'))
		.map((entry) => ({
			domain: entry.replace(/^(?:\*\.)+/, '').replace(/\*+/g, '*'),
			onlySubdomains: entry.startsWith('*.'),
		}))
		.filter(({ domain }) => domain !== '' && domain.length <= MAX_DOMAIN);
}

/** Longest domain name, RFC 1035 section 2.3.4. */
const MAX_DOMAIN = 253;

/** Whether the address is at one of the domains or at a subdomain of one. */
export function isAtDomain(email: string, domains: readonly DomainPattern[]): boolean {
	if (domains.length === 0) return false;
	const own = emailDomain(email);
	const above = own.split('.').flatMap((_, index, labels) => {
		return index === 0 ? [] : [labels.slice(index).join('.')];
	});
	return domains.some(({ domain, onlySubdomains }) =>
		(onlySubdomains ? above : [own, ...above]).some((name) => fits(domain, name)),
	);
}

/**
 * Whether the text is as the pattern says. What stands between two stars is taken at its first
 * place, so nothing is ever tried twice.
 */
function fits(pattern: string, text: string): boolean {
	const [start = '', ...parts] = pattern.split('*');
	const end = parts.pop();
	if (end === undefined) return text === pattern;
	if (!text.startsWith(start) || !text.endsWith(end)) return false;
	let from = start.length;
	for (const part of parts) {
		const at = text.indexOf(part, from);
		if (at < 0) return false;
		from = at + part.length;
	}
	return from <= text.length - end.length;
}
