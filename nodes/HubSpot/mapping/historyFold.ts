import {
	countedStay,
	isRegistered,
	type FoldedEntry,
	type History,
	type HistoryEntry,
} from './history';
import { historyHash } from './historyKey';
import { entryJson, MAX_HISTORY_LENGTH, writeHistory } from './historyText';
import { lastAttended, lastRegistered } from './properties';

/** Characters that a folded webinar takes. */
const FOLDED_LENGTH = 11;

/**
 * The history with its oldest webinars folded, as far as needed for its text to fit into the
 * property. The webinars that the "last …" properties speak of stay whole.
 * @returns null when even everything folded is too long: more than 5,000 webinars of one contact
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
		saved += JSON.stringify({ [key]: entryJson(entry) }).length - 1 - FOLDED_LENGTH;
	}
	const fitted = { ...history, entries, folded };
	// The first fold adds the field itself, some characters that the sum above does not know.
	if (writeHistory(fitted).length <= MAX_HISTORY_LENGTH) return fitted;
	return entries.size > kept.size ? fitHistory(fitted) : null;
}

function age([, entry]: [string, HistoryEntry]): number {
	const { about, registration } = entry;
	return Date.parse(about.start || (registration?.at ?? about.learnedAt));
}

function foldedOf(entry: HistoryEntry): FoldedEntry {
	const stay = countedStay(entry);
	return {
		registered: isRegistered(entry),
		attended: stay !== undefined,
		tenths: stay === undefined ? 0 : Math.round(stay.percent * 10),
	};
}
