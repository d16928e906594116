import { asNumber, asObject, asText, isObject, type JsonObject } from '../../shared/transport/json';
import { EMPTY_HISTORY, type FoldedEntry, type History, type HistoryEntry } from './history';

const VERSION = 1;

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
	const sessions = Object.entries(asObject(json.sessions));
	const entries = new Map<string, HistoryEntry>();
	for (const [key, value] of sessions) {
		const entry = readEntry(asObject(value));
		if (entry !== null) entries.set(key, entry);
	}
	const folded = readFolded(asText(json.folded));
	const whole =
		version === VERSION &&
		isObject(json.sessions) &&
		entries.size === sessions.length &&
		asText(json.folded) === writeFolded(folded);
	return { history: { entries, folded }, state: whole ? 'readable' : 'unreadable' };
}

/** The property's text; the same history always gives the same text. */
export function writeHistory(history: History): string {
	const sessions = Object.fromEntries(
		[...history.entries].sort(([one], [other]) => (one < other ? -1 : 1)),
	);
	const folded = writeFolded(history.folded);
	return JSON.stringify({ v: VERSION, sessions, ...(folded !== '' && { folded }) });
}

function parseJson(text: string): JsonObject | null {
	try {
		const parsed: unknown = JSON.parse(text);
		return isObject(parsed) ? parsed : null;
	} catch {
		return null;
	}
}

function readEntry(value: JsonObject): HistoryEntry | null {
	const { topic, start, registeredAt, attended, seconds, percent, reportedAt } = value;
	if (typeof topic !== 'string' || !isTime(start) || !isTime(reportedAt)) return null;
	if (typeof attended !== 'boolean') return null;
	if (!isWithin(seconds, Number.MAX_SAFE_INTEGER) || !isWithin(percent, 100)) return null;
	if (registeredAt !== undefined && !isTime(registeredAt)) return null;
	return {
		topic,
		start,
		...(registeredAt !== undefined && { registeredAt }),
		attended,
		seconds,
		percent,
		reportedAt,
	};
}

function isTime(value: unknown): value is string {
	return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isWithin(value: unknown, max: number): value is number {
	return typeof value === 'number' && value >= 0 && value <= max;
}

/** Per folded session: eight characters of hash, one of flags, two of percent in base 36. */
const FOLDED = /([A-Za-z0-9_-]{8})([0-3])([0-9a-z]{2})/y;

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
	for (const [, hash = '', flag, percent = ''] of text.matchAll(new RegExp(FOLDED, 'gy'))) {
		const flags = Number(flag);
		const tenths = Math.min(1000, parseInt(percent, 36));
		folded.set(hash, { registered: (flags & 1) !== 0, attended: (flags & 2) !== 0, tenths });
	}
	return folded;
}
