/** What every XML knows without being told: five names, and characters by their number. */
const REFERENCE = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,10})|#x([\dA-Fa-f]{1,8}));/g;

const NAMED: Readonly<Record<string, string>> = {
	lt: '<',
	gt: '>',
	amp: '&',
	quot: '"',
	apos: "'",
};

/** Characters that XML 1.0 forbids; Adobe Connect passes them on from names and chat. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const LAST_CHARACTER = 0x10ffff;

/**
 * The characters that a text stands for, once: what comes out is not looked at again. References to
 * anything else stay as they are written; so nothing that an answer declares is ever expanded.
 */
export function decoded(text: string): string {
	if (!text.includes('&')) return text;
	return withoutForbidden(
		text.replace(REFERENCE, (reference, name?: string, decimal?: string, hex?: string) => {
			if (name !== undefined) return NAMED[name] ?? reference;
			const code = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10);
			return code <= LAST_CHARACTER ? String.fromCodePoint(code) : reference;
		}),
	);
}

/** The text without characters that XML does not allow, and without halves of others. */
export function withoutForbidden(text: string): string {
	return text.replace(FORBIDDEN, '');
}
