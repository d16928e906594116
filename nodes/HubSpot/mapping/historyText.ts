import {
	asArray,
	asNumber,
	asObject,
	asText,
	isObject,
	type JsonObject,
} from '../../shared/transport/json';
import { EMPTY_HISTORY, type FoldedEntry, type History, type HistoryEntry } from './history';
import { readEntry } from './historyEntry';
import { readFirstEntry } from './historyFirst';

const VERSION = 2;

/** HubSpot keeps at most 65,536 characters in a property; some are left free. */
export const MAX_HISTORY_LENGTH = 65_000;

export interface ParsedHistory {
	history: History;
	/**
	 * `unreadable`: somebody edited the property; what can be read of it is kept, the rest is
	 * replaced at the next write. `newer`: written by a later version of this node, to be left alone.
	 */
	state: 'empty' | 'readable' | 'unreadable' | 'newer';
}

/** Reads the property; never throws, whatever stands in it. */
export function parseHistory(text: string): ParsedHistory {
	if (text.trim() === '') return { history: EMPTY_HISTORY, state: 'empty' };
	const json = parseJson(text);
	if (json === null) return { history: EMPTY_HISTORY, state: 'unreadable' };
	const version = asNumber(json.v);
	if (version !== undefined && version > VERSION) return { history: EMPTY_HISTORY, state: 'newer' };
	const first = version === 1;
	const told = first ? json.sessions : json.webinars;
	const rows = Object.entries(asObject(told));
	const entries = new Map<string, HistoryEntry>();
	for (const [key, value] of rows) {
		const entry = first ? readFirstEntry(key, asObject(value)) : readEntry(asObject(value));
		if (entry !== null) entries.set(key, entry);
	}
	const folded = readFolded(asText(json.folded));
	const merged = new Set(asArray(json.merged).map(asText).filter(Boolean));
	const whole =
		(first || version === VERSION) &&
		isObject(told) &&
		entries.size === rows.length &&
		merged.size === asArray(json.merged).length &&
		asText(json.folded) === writeFolded(folded);
	return { history: { entries, folded, merged }, state: whole ? 'readable' : 'unreadable' };
}

/** The property's text; the same history always gives the same text. */
export function writeHistory({ entries, folded, merged }: History): string {
	const hashes = writeFolded(folded);
	return JSON.stringify({
		v: VERSION,
		webinars: Object.fromEntries(inOrder(entries).map(([key, entry]) => [key, entryJson(entry)])),
		...(hashes !== '' && { folded: hashes }),
		...(merged.size > 0 && { merged: [...merged].sort() }),
	});
}

/** An entry as it stands in the text; the order of its members is always the same. */
export function entryJson({ about, registration, attendance, note }: HistoryEntry): JsonObject {
	const { topic, start, learnedAt } = about;
	return {
		topic,
		start,
		learnedAt,
		...(registration && {
			registration: {
				at: registration.at,
				cancelledAt: registration.cancelledAt,
				joinUrl: registration.joinUrl,
				url: registration.url,
				learnedAt: registration.learnedAt,
			},
		}),
		...(attendance.size > 0 && {
			attendance: Object.fromEntries(
				inOrder(attendance).map(([session, part]) => [
					session,
					{
						attended: part.attended,
						seconds: part.seconds,
						percent: part.percent,
						start: part.start,
						engagement: part.engagement && {
							level: part.engagement.level,
							polls: part.engagement.polls,
							questions: part.engagement.questions,
						},
						learnedAt: part.learnedAt,
					},
				]),
			),
		}),
		...(note !== '' && { note }),
	};
}

function inOrder<T>(map: ReadonlyMap<string, T>): Array<[string, T]> {
	return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}

function parseJson(text: string): JsonObject | null {
	try {
		const parsed: unknown = JSON.parse(text);
		return isObject(parsed) ? parsed : null;
	} catch {
		return null;
	}
}

/** Per folded webinar: eight characters of hash, one of flags, two of percent in base 36. */
const FOLDED = /([A-Za-z0-9_-]{8})([0-3])([0-9a-z]{2})/gy;

function writeFolded(folded: ReadonlyMap<string, FoldedEntry>): string {
	return [...folded]
		.map(([hash, { registered, attended, tenths }]) => {
			const flags = (registered ? 1 : 0) + (attended ? 2 : 0);
			return `${hash}${flags}${tenths.toString(36).padStart(2, '0')}`;
		})
		.sort()
		.join('');
}

function readFolded(text: string): Map<string, FoldedEntry> {
	const folded = new Map<string, FoldedEntry>();
	for (const [, hash = '', flag, percent = ''] of text.matchAll(FOLDED)) {
		const flags = Number(flag);
		const tenths = Math.min(1000, parseInt(percent, 36));
		folded.set(hash, { registered: (flags & 1) !== 0, attended: (flags & 2) !== 0, tenths });
	}
	return folded;
}
