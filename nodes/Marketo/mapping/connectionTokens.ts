import { DateTime } from 'luxon';

import { cleanLines, cleanText, cut } from '../../shared/items/text';
import {
	joinedWebinarId,
	NOTHING,
	CANCELLED,
	SCHEDULED,
	TOKEN,
	type Connection,
	type TokenName,
} from './connection';

/** A My Token that is to be written. */
export interface TokenChange {
	name: TokenName;
	value: string;
}

/** What `Webinar Program ID` holds while a program is taken from one webinar to another: no program. */
export const REPLACING = '0';

/** Marketo does not say how long a text may be; mails do not need more. */
const MAX_DESCRIPTION = 2000;
const MAX_TEXT = 255;
/** As long as a member's webinarUrl may be. */
const MAX_URL = 2000;

/** @param locale of dates and times that mails show, e.g. `en-US` */
export function tokensOfConnection(
	connection: Connection,
	programId: number,
	locale: string,
): ReadonlyMap<TokenName, string> {
	const { scheduledStartTime: start, scheduledEndTime: end } = connection;
	const zone = connection.timezone;
	const minutes = Math.round(connection.durationSeconds / 60);
	const values: Array<[TokenName, string]> = [
		[TOKEN.platform, cut(cleanText(connection.provider), MAX_TEXT)],
		[TOKEN.account, cut(cleanText(connection.accountId), MAX_TEXT)],
		[TOKEN.webinarId, joinedWebinarId(connection)],
		[TOKEN.topic, shortened(cleanText(connection.topic), MAX_TEXT)],
		[TOKEN.description, shortened(cleanLines(connection.description), MAX_DESCRIPTION)],
		[TOKEN.start, start ?? ''],
		[TOKEN.end, end ?? ''],
		[TOKEN.startDate, shown(start, zone, locale, DateTime.DATE_FULL)],
		[TOKEN.startTime, shown(start, zone, locale, DateTime.TIME_SIMPLE)],
		[TOKEN.endTime, shown(end, zone, locale, DateTime.TIME_SIMPLE)],
		[TOKEN.timezone, cut(cleanText(zone), MAX_TEXT)],
		[TOKEN.duration, minutes > 0 ? String(minutes) : ''],
		[TOKEN.joinUrl, url(connection.joinUrl)],
		[TOKEN.registrationUrl, url(connection.registrationUrl)],
		[TOKEN.status, connection.cancelled ? CANCELLED : SCHEDULED],
		[TOKEN.programId, String(programId)],
	];
	return new Map(values);
}

/**
 * The writes that make the tokens of a program say this, in their order. `Webinar Program ID` comes
 * last and commits the connection: whatever breaks off before leaves a program that counts as not
 * connected, or that is connected to the same webinar with some news missing, and the next run
 * writes what is left. Where the program leaves another webinar, it is disconnected first, so that it is
 * never connected to a mixture of both.
 * @param held My Tokens of the program, by name
 */
export function tokenChanges(
	held: ReadonlyMap<string, string>,
	wanted: ReadonlyMap<TokenName, string>,
): TokenChange[] {
	const changes = [...wanted].flatMap(([name, value]): TokenChange[] => {
		const now = plain(held.get(name) ?? '');
		// Marketo takes no empty values; what was never there need not be written to say nothing.
		const told = value === '' && now !== '' ? NOTHING : value;
		return plain(told) === now ? [] : [{ name, value: told }];
	});
	const marker = wanted.get(TOKEN.programId);
	const isConnected = marker !== undefined && plain(held.get(TOKEN.programId) ?? '') === marker;
	const leaves = isConnected && changes.some(({ name }) => name === TOKEN.webinarId);
	if (!leaves) return changes;
	const commit = { name: TOKEN.programId, value: marker };
	return [{ name: TOKEN.programId, value: REPLACING }, ...changes, commit];
}

/** What the program's tokens are after these writes. */
export function afterChanges(
	held: ReadonlyMap<string, string>,
	changes: readonly TokenChange[],
): ReadonlyMap<string, string> {
	return new Map([...held, ...changes.map(({ name, value }) => [name, value] as const)]);
}

/** In the webinar's own zone; in UTC where the zone is not known. */
function shown(
	time: string | null,
	zone: string,
	locale: string,
	format: Intl.DateTimeFormatOptions,
): string {
	if (time === null) return '';
	const utc = DateTime.fromISO(time, { zone: 'utc' });
	const local = utc.setZone(zone || 'utc');
	const date = local.isValid ? local : utc;
	if (!date.isValid) return '';
	// Newer tables of the languages put narrow spaces there, which not every mail client shows.
	return date.toLocaleString(format, { locale }).replace(/[\u00a0\u2009\u202f]/g, ' ');
}

/** At a word's end, where one is near. */
function shortened(text: string, max: number): string {
	if (Array.from(text).length <= max) return text;
	const kept = cut(text, max - 1);
	const wordEnd = kept.search(/\s\S*$/);
	return `${(wordEnd > kept.length - 40 ? kept.slice(0, wordEnd) : kept).trimEnd()}…`;
}

/** A link that is cut off leads nowhere. */
function url(link: string): string {
	const text = cleanText(link);
	return text.length <= MAX_URL ? text : '';
}

function plain(value: string): string {
	return value.replace(/\r\n?/g, '\n').trim();
}
