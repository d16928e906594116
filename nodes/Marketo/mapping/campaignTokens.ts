import { asText, type JsonObject } from '../../shared/transport/json';

/** A My Token as *Request Campaign* gives it for one run. */
export interface CampaignToken {
	/** With braces, as Marketo wants it: `{{my.message}}`. */
	name: string;
	value: string;
}

/** Names of My Tokens are at most as long; of one request there are at most as many. */
const MAX_NAME = 50;
const MAX_TOKENS = 100;

/** What is wrong with the tokens of an item. */
export interface TokenProblem {
	message: string;
	repair: string;
}

/**
 * The tokens of an item as a request takes them, in the order of their names, so that items with the
 * same ones are told to be alike. Names may be written with or without braces and `my.`.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/smart-campaigns#trigger
 * @param rows `{ name, value }`, as the node's fields hold them; rows without a name are left out
 */
export function readCampaignTokens(
	rows: readonly JsonObject[],
): { tokens: CampaignToken[] } | { problem: TokenProblem } {
	const tokens = new Map<string, string>();
	for (const row of rows) {
		const typed = asText(row.name).trim();
		if (typed === '') continue;
		const name = plainName(typed);
		if (name === null) {
			return problem(`Token ${shown(typed)} is not the name of a My Token`);
		}
		if (tokens.has(name)) return problem(`Token ${shown(name)} is there twice`);
		tokens.set(name, textOf(row.value));
	}
	if (tokens.size > MAX_TOKENS) {
		return problem(`${tokens.size} tokens are more than the ${MAX_TOKENS} that Marketo takes`);
	}
	const byName = [...tokens].sort(([one], [other]) => (one < other ? -1 : 1));
	return { tokens: byName.map(([name, value]) => ({ name: `{{my.${name}}}`, value })) };
}

/** The name without braces and `my.`; null = it cannot be one. */
function plainName(typed: string): string | null {
	const inner = /^\{\{([^{}]*)\}\}$/.exec(typed)?.[1] ?? typed;
	const name = inner.trim().replace(/^my\./i, '').trim();
	const isName = name !== '' && Array.from(name).length <= MAX_NAME && !/[{}\p{Cc}]/u.test(name);
	return isName ? name : null;
}

function textOf(value: unknown): string {
	return typeof value === 'boolean' ? String(value) : asText(value);
}

function problem(message: string): { problem: TokenProblem } {
	const repair = `Write names as in the program's My Tokens tab, each once, e.g. message or {{my.message}}, with at most ${MAX_NAME} characters`;
	return { problem: { message, repair } };
}

function shown(name: string): string {
	return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
