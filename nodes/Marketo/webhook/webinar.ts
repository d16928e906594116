import { asText, type JsonObject } from '../../shared/transport/json';
import { heldConnection, splitWebinarId, TOKEN } from '../mapping/connection';

/** The webinar that a person is to be registered for, and who says so. */
export type Wanted = {
	/** zoom or adobeConnect; empty where nothing tells. */
	provider: string;
	/** Digits without blanks and dashes; other IDs as they came. */
	webinarId: string;
	/** Empty for webinars with one date. */
	occurrenceId: string;
	webinarFrom: 'flowStep' | 'program' | 'none';
	/** The general link, of the program's tokens. */
	joinUrl: string;
	/** Says to whoever reads the item that the link is not the person's own. */
	joinUrlIsPersonal: false;
	/** Why there is no webinar; empty where there is one. */
	problem: string;
};

/** What the picklist submits for "From the program". */
export const FROM_PROGRAM = 'program';

/**
 * What was typed or picked at the flow step counts first, then the program's tokens. Tokens that were
 * written for another program came along with a clone and do not count: people would be registered
 * for the original's webinar. Tokens that somebody typed by hand name no program, and do count.
 * @param typed at the flow step; empty or `program` = from the program
 * @param tokens by name
 * @param programId null where the campaign is in no program
 */
export function wantedWebinar(
	typed: string,
	tokens: Readonly<Record<string, string>>,
	programId: number | null,
): Wanted {
	const own = programWebinar(tokens, programId);
	if (typed === '' || typed.toLowerCase() === FROM_PROGRAM) return own;
	if (isUnfilled(typed)) return none(`The webinar is the token ${typed}, which has no value here`);
	const picked = splitWebinarId(typed);
	const isOwn = own.webinarId === picked.webinarId;
	return {
		...picked,
		provider: isOwn ? own.provider : '',
		joinUrl: isOwn ? own.joinUrl : '',
		joinUrlIsPersonal: false,
		webinarFrom: 'flowStep',
		problem: '',
	};
}

function programWebinar(
	tokens: Readonly<Record<string, string>>,
	programId: number | null,
): Wanted {
	const held = heldConnection(new Map(Object.entries(tokens)));
	if (held === null || isUnfilled(held.webinarId)) return none(NOT_CONNECTED);
	const writtenFor = tokens[TOKEN.programId] ?? '';
	if (/^\d+$/.test(writtenFor) && programId !== null && Number(writtenFor) !== programId) {
		return none(
			`The program's webinar tokens were written for program ${writtenFor} and came along with a clone: run Connect Webinar for program ${programId}`,
		);
	}
	const { webinarId, occurrenceId, joinUrl } = held;
	const provider = providerOf(held.provider);
	return {
		provider,
		webinarId,
		occurrenceId,
		webinarFrom: 'program',
		joinUrl,
		joinUrlIsPersonal: false,
		problem: '',
	};
}

const PROVIDERS = ['zoom', 'adobeConnect'];

/** A token may be typed by hand: Zoom, Adobe Connect. */
function providerOf(token: string): string {
	const typed = token.replace(/\s+/g, '').toLowerCase();
	return PROVIDERS.find((provider) => provider.toLowerCase() === typed) ?? '';
}

/** Tokens by name: Marketo's keys may come with or without `my.` and braces. */
export function tokensOf(given: JsonObject): Record<string, string> {
	const entries = Object.entries(given).map(([name, value]): [string, string] => [
		tokenName(name),
		asText(value).trim(),
	]);
	return Object.fromEntries(entries.filter(([name, value]) => name !== '' && value !== ''));
}

function tokenName(written: string): string {
	const opened = written.startsWith('{{') ? written.slice(2) : written;
	const bare = opened.endsWith('}}') ? opened.slice(0, -2) : opened;
	return bare.trim().replace(/^my\./i, '').trim();
}

/** A token that does not exist where the campaign is comes as it was typed. */
function isUnfilled(text: string): boolean {
	return /^\{\{.*\}\}$/.test(text);
}

function none(problem: string): Wanted {
	return {
		provider: '',
		webinarId: '',
		occurrenceId: '',
		webinarFrom: 'none',
		joinUrl: '',
		joinUrlIsPersonal: false,
		problem,
	};
}

const NOT_CONNECTED =
	'No webinar was named, and none is connected to the program: run Connect Webinar for the program';
