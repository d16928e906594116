import type { INodeProperties } from 'n8n-workflow';

/** A field that people do not see. */
export function hidden(
	displayName: string,
	name: string,
	value: string | boolean,
): INodeProperties {
	return { displayName, name, type: 'hidden', default: value };
}

/**
 * n8n sends the client secret to these addresses by itself, before any node could check them, so
 * the Base URL is held to the rule of the nodes here already: https, http on this machine only, no
 * user name, no query. What breaks it leads nowhere. One rule, two forms: the nodes' own check says
 * what is wrong.
 */
export const SAFE_ADDRESS =
	'/^(https:\\/\\/[^@/?#\\\\\\s]+|http:\\/\\/(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d+)?)(\\/[^?#\\\\\\s]*)?$/i';

/** Expression part: whether the field Base URL may be used. */
export const IS_SAFE = `${SAFE_ADDRESS}.test($self["baseUrl"].trim())`;

/** Expression part: the field Base URL without its last slashes. */
export const BASE_URL = '$self["baseUrl"].trim().replace(/\\/+$/, "")';

/**
 * The address for a Test button: n8n sends the secrets there by itself, before any node could check it.
 * @param expression the address, over `$credentials`
 */
export function safeOnly(expression: string): string {
	return `={{ ${SAFE_ADDRESS}.test(${expression}) ? ${expression} : "" }}`;
}
