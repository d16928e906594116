import { asNumber } from '../../shared/transport/json';
import { readTime } from '../../shared/items/time';

/** The My Tokens that a connected program has; mails and landing pages use them as `{{my.…}}`. */
export const TOKEN = {
	platform: 'Webinar Platform',
	account: 'Webinar Account',
	webinarId: 'Webinar ID',
	programId: 'Webinar Program ID',
	status: 'Webinar Status',
	topic: 'Webinar Topic',
	description: 'Webinar Description',
	start: 'Webinar Start',
	end: 'Webinar End',
	startDate: 'Webinar Start Date',
	startTime: 'Webinar Start Time',
	endTime: 'Webinar End Time',
	timezone: 'Webinar Time Zone',
	duration: 'Webinar Duration',
	joinUrl: 'Webinar Join URL',
	registrationUrl: 'Webinar Registration URL',
} as const;

export type TokenName = (typeof TOKEN)[keyof typeof TOKEN];

/** What a token holds that has nothing to say: Marketo refuses empty values. */
export const NOTHING = '-';

/** Of `Webinar Status`: the webinar is planned, or has been held. */
export const SCHEDULED = 'Scheduled';
/** The webinar was cancelled or deleted. */
export const CANCELLED = 'Cancelled';

/** The webinar that a program is connected to, as its My Tokens tell it. Names are those of our webinars. */
export interface Connection {
	provider: string;
	accountId: string;
	webinarId: string;
	/** Empty = the whole webinar. */
	occurrenceId: string;
	topic: string;
	description: string;
	/** ISO 8601 UTC; null for a webinar without a fixed time. */
	scheduledStartTime: string | null;
	scheduledEndTime: string | null;
	durationSeconds: number;
	timezone: string;
	/** The general link. */
	joinUrl: string;
	registrationUrl: string;
	cancelled: boolean;
}

/** `cloned`: the tokens were written for another program, of which this one is a clone. */
export type ConnectionState = Connection | 'cloned' | null;

/**
 * The webinar that a program is connected to. `Webinar Program ID` is what commits a connection: it
 * is written last and names the program, so that half-written tokens count as no connection, and
 * those that came along with a clone are told by the original's ID.
 * @param tokens My Tokens of the program, by name
 */
export function readConnection(
	tokens: ReadonlyMap<string, string>,
	programId: number,
): ConnectionState {
	const owner = asNumber(tokens.get(TOKEN.programId)?.trim());
	const { webinarId, occurrenceId } = splitWebinarId(text(tokens, TOKEN.webinarId));
	if (owner === undefined || owner <= 0 || webinarId === '') return null;
	if (owner !== programId) return 'cloned';
	return heldWebinar(tokens, { webinarId, occurrenceId });
}

/** What the tokens hold of a webinar, whoever they were written for; null = they name none. */
export function heldConnection(tokens: ReadonlyMap<string, string>): Connection | null {
	const id = splitWebinarId(text(tokens, TOKEN.webinarId));
	return id.webinarId === '' ? null : heldWebinar(tokens, id);
}

function heldWebinar(
	tokens: ReadonlyMap<string, string>,
	id: Pick<Connection, 'webinarId' | 'occurrenceId'>,
): Connection {
	return {
		provider: text(tokens, TOKEN.platform),
		accountId: text(tokens, TOKEN.account),
		...id,
		topic: text(tokens, TOKEN.topic),
		description: text(tokens, TOKEN.description),
		scheduledStartTime: readTime(text(tokens, TOKEN.start)) ?? null,
		scheduledEndTime: readTime(text(tokens, TOKEN.end)) ?? null,
		durationSeconds: Math.max(0, asNumber(text(tokens, TOKEN.duration)) ?? 0) * 60,
		timezone: text(tokens, TOKEN.timezone),
		joinUrl: text(tokens, TOKEN.joinUrl),
		registrationUrl: text(tokens, TOKEN.registrationUrl),
		cancelled: text(tokens, TOKEN.status).toLowerCase() === CANCELLED.toLowerCase(),
	};
}

/** `Webinar ID` of a webinar or of one occurrence. */
export function joinedWebinarId({
	webinarId,
	occurrenceId,
}: Pick<Connection, 'webinarId' | 'occurrenceId'>): string {
	return occurrenceId === '' ? webinarId : `${webinarId}.${occurrenceId}`;
}

/** The same read again; IDs as people type them, with spaces or hyphens between digits, are taken. */
export function splitWebinarId(typed: string): Pick<Connection, 'webinarId' | 'occurrenceId'> {
	const plain = /^[\d\s.-]+$/.test(typed) ? typed.replace(/[\s-]+/g, '') : typed.trim();
	const dot = plain.indexOf('.');
	if (dot < 0) return { webinarId: plain, occurrenceId: '' };
	return { webinarId: plain.slice(0, dot), occurrenceId: plain.slice(dot + 1) };
}

function text(tokens: ReadonlyMap<string, string>, name: TokenName): string {
	const value = tokens.get(name)?.trim() ?? '';
	return value === NOTHING ? '' : value;
}
