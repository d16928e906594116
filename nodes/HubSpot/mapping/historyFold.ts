import type { FoldedEntry, History, HistoryEntry } from './history';
import { historyHash } from './historyKey';
import { MAX_HISTORY_LENGTH, writeHistory } from './historyText';
import { lastAttended, lastRegistered } from './properties';

/** Characters that a folded session takes. */
const FOLDED_LENGTH = 11;

/**
 * The history with its oldest sessions folded, as far as needed for its text to fit into the
 * property. The sessions that the "last …" properties speak of stay whole.
 * @returns null when even everything folded is too long: more than 5,000 sessions of one contact
 */
export function fitHistory(history: History): History | null {
	const excess = writeHistory(history).length - MAX_HISTORY_LENGTH;
	if (excess <= 0) return history;
	const lasts = [lastAttended(history), lastRegistered(history)];
	const kept = new Set(lasts.flatMap((found) => (found === null ? [] : [found.key])));
	const oldestFirst = [...history.entries]
		.filter(([key]) => !kept.has(key))
		.sort((one, other) => age(one) - age(other) || (one[0] < other[0] ? -1 : 1));
	const entries = new Map(history.entries);
	const folded = new Map(history.folded);
	let saved = 0;
	for (const [key, entry] of oldestFirst) {
		if (saved >= excess) break;
		entries.delete(key);
		folded.set(historyHash(key), foldedOf(entry));
		saved += JSON.stringify({ [key]: entry }).length - 1 - FOLDED_LENGTH;
	}
	const fitted = { entries, folded };
	// The first fold adds the field itself, some characters that the sum above does not know.
	if (writeHistory(fitted).length <= MAX_HISTORY_LENGTH) return fitted;
	return entries.size > kept.size ? fitHistory(fitted) : null;
}

function age([, entry]: [string, HistoryEntry]): number {
	return Date.parse(entry.start);
}

function foldedOf(entry: HistoryEntry): FoldedEntry {
	return {
		registered: entry.registeredAt !== undefined,
		attended: entry.attended,
		tenths: entry.attended ? Math.round(entry.percent * 10) : 0,
	};
}
