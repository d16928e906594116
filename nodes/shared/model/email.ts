/** An address as it is compared and written: trimmed and lower case. */
export function normaliseEmail(address: unknown): string {
	return typeof address === 'string' ? address.trim().toLowerCase() : '';
}

/** RFC 5321 section 4.5.3.1: 64 characters before the @, 254 in all. */
const MAX_LENGTH = 254;
const MAX_LOCAL = 64;

// Each class is a single character set, so the match is linear in the length.
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/**
 * Whether a normalised address has the form that mail servers take. It says nothing about whether
 * the mailbox exists; the CRM may know more and refuse it.
 */
export function isValidEmail(email: string): boolean {
	if (email.length > MAX_LENGTH) return false;
	const at = email.lastIndexOf('@');
	const local = email.slice(0, at);
	if (at < 1 || local.length > MAX_LOCAL || !LOCAL.test(local)) return false;
	if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
	const labels = email.slice(at + 1).split('.');
	const topLevel = labels[labels.length - 1] ?? '';
	return (
		labels.length >= 2 &&
		labels.every((label) => label.length <= 63 && DOMAIN_LABEL.test(label)) &&
		topLevel.length >= 2 &&
		!/^\d+$/.test(topLevel)
	);
}

/** The part after the last @, lower case; empty when there is none. */
export function emailDomain(email: string): string {
	const at = email.lastIndexOf('@');
	return at < 0 ? '' : email.slice(at + 1).toLowerCase();
}
