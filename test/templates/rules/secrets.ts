import { isNote, textsIn, type Rule } from '../template';

/** What a secret looks like, and what it is. */
const SECRETS: Array<[string, RegExp]> = [
	['a HubSpot token', /\bpat-[a-z]{2,3}\d*-\w/i],
	['a bearer token', /\bbearer\s+[\w.~+/-]{8,}/i],
	['a JSON web token', /\beyJ[\w-]{10,}\./],
	['a private key', /-----BEGIN/],
	['a key of Slack, OpenAI or AWS', /\b(xox[abp]-|sk-[\w-]{20,}|AKIA[0-9A-Z]{16})/],
	['a long random text', /(?=[\w+/]*\d)(?=[\w+/]*[a-z])(?=[\w+/]*[A-Z])[\w+/]{40,}/],
];

/** Names of parameters that hold a secret, wherever they stand. */
const SECRET_NAMES = /(password|secret|api_?key|access_?token|authorization)$/i;

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

const URL_PATTERN = /https?:\/\/([\w.-]+)[^\s)'"]*/g;

/** Whose pages a note may name. */
const DOCUMENTATION =
	/^(github\.com|docs\.n8n\.io|[\w.]+\.zoom\.(us|com)|[\w.]+\.hubspot\.com|[\w.]+\.adobe\.com|n8n\.example\.com)$/;

/** Nothing of anybody's account: no secrets, no addresses, nothing picked from a list, no n8n of its own. */
export const secrets: Rule = ({ file }) => [
	...textsIn(file, 'the file').flatMap(({ at, text }) => [
		...SECRETS.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${at} holds ${what}`),
		...(text.match(EMAIL) ?? [])
			.filter((email) => !email.endsWith('@example.com'))
			.map((email) => `${at} holds the address ${email}`),
		...(SECRET_NAMES.test(at) && text !== '' && !text.startsWith('=') ? [`${at} is filled`] : []),
	]),
	...file.nodes.flatMap((node) =>
		textsIn(node.parameters, node.name).flatMap(({ at, text }) =>
			[...text.matchAll(URL_PATTERN)]
				.filter(([, host]) => !isNote(node) || !DOCUMENTATION.test(host))
				.map(([url]) => `${at} names ${url}`),
		),
	),
	...file.nodes.flatMap((node) => picked(node.parameters, node.name)),
	...(JSON.stringify(file).includes('instanceId') ? ['an instanceId is there'] : []),
];

/** Resource locators that point at something of one account; Data Tables are found by their name. */
function picked(value: unknown, at: string): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const { __rl: locator, mode, value: chosen } = value as Record<string, unknown>;
	if (locator === true) {
		const open = chosen === '' || (typeof chosen === 'string' && chosen.startsWith('='));
		return open || mode === 'name' ? [] : [`${at} points at ${String(chosen)}`];
	}
	return Object.entries(value).flatMap(([key, inner]) => picked(inner, `${at}.${key}`));
}
