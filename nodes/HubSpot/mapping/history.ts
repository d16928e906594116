import { historyHash } from './historyKey';

/** What is remembered of one session of one contact. Times are ISO 8601 UTC. */
export interface HistoryEntry {
	topic: string;
	/** Start of the session. */
	start: string;
	/** Absent = never registered. */
	registeredAt?: string;
	attended: boolean;
	seconds: number;
	/** 0–100, one decimal. */
	percent: number;
	/** When this was learned; of two reports the newer one counts. */
	reportedAt: string;
}

/** What is left of a session that was folded: enough to count it, and never to count it twice. */
export interface FoldedEntry {
	registered: boolean;
	attended: boolean;
	/** Percent times ten, a whole number. */
	tenths: number;
}

/**
 * All sessions of a contact. It only grows: two histories are united session by session, so it does
 * not matter in which order writers come, and nothing is ever counted by adding one.
 */
export interface History {
	/** By session, see `historyKey`. */
	entries: ReadonlyMap<string, HistoryEntry>;
	/** By hash of the session. A folded session is closed: later reports do not change it. */
	folded: ReadonlyMap<string, FoldedEntry>;
}

export const EMPTY_HISTORY: History = { entries: new Map(), folded: new Map() };

/** What this run knows of a session; `reportedAt` is the moment of the run. */
export type HistoryReport = HistoryEntry;

/**
 * The union of two histories: every session of either; of two reports on one session the newer one,
 * and a folded session stays folded. Commutative, associative and idempotent.
 */
export function mergeHistories(one: History, other: History): History {
	const folded = new Map(one.folded);
	for (const [hash, entry] of other.folded) {
		const held = folded.get(hash);
		if (held === undefined || foldedRank(entry) > foldedRank(held)) folded.set(hash, entry);
	}
	const entries = new Map<string, HistoryEntry>();
	for (const [key, entry] of [...one.entries, ...other.entries]) {
		const held = entries.get(key);
		if (held !== undefined && !isNewer(entry, held)) continue;
		if (!folded.has(historyHash(key))) entries.set(key, entry);
	}
	return { entries, folded };
}

/** Adds what a run has learned. A report that says nothing new leaves the history as it is. */
export function recordReport(history: History, key: string, report: HistoryReport): History {
	if (isRecorded(history, key, report)) return history;
	const held = history.entries.get(key);
	const entries = new Map(history.entries);
	entries.set(key, held === undefined ? report : succeed(held, report));
	return { ...history, entries };
}

/** Whether the history says already what the report says, or has closed the session. */
export function isRecorded(history: History, key: string, report: HistoryReport): boolean {
	if (history.folded.has(historyHash(key))) return true;
	const held = history.entries.get(key);
	return held !== undefined && contentOf(succeed(held, report)) === contentOf(held);
}

/** Whether the history holds everything that the other one holds. */
export function includesHistory(history: History, other: History): boolean {
	const union = mergeHistories(history, other);
	return (
		union.folded.size === history.folded.size &&
		union.entries.size === history.entries.size &&
		[...union.entries].every(([key, entry]) => {
			const held = history.entries.get(key);
			return held !== undefined && contentOf(held) === contentOf(entry);
		})
	);
}

/**
 * A later report on a known session. A registration once seen stays, also when a later source does
 * not tell it; and so does the start that an attendance was written under, because it is the
 * attendance's key.
 */
function succeed(held: HistoryEntry, report: HistoryReport): HistoryEntry {
	const registeredAt = report.registeredAt ?? held.registeredAt;
	const next = Math.max(Date.parse(report.reportedAt), Date.parse(held.reportedAt) + 1000);
	return {
		...report,
		start: held.attended && report.attended ? held.start : report.start,
		...(registeredAt !== undefined && { registeredAt }),
		reportedAt: new Date(next).toISOString(),
	};
}

function contentOf(entry: HistoryEntry): string {
	const { topic, start, registeredAt, attended, seconds, percent } = entry;
	return JSON.stringify([topic, start, registeredAt ?? '', attended, seconds, percent]);
}

/** A total order, so that every writer prefers the same of two reports. */
function isNewer(entry: HistoryEntry, held: HistoryEntry): boolean {
	const difference = Date.parse(entry.reportedAt) - Date.parse(held.reportedAt);
	return difference === 0 ? contentOf(entry) > contentOf(held) : difference > 0;
}

function foldedRank({ registered, attended, tenths }: FoldedEntry): number {
	return (registered ? 1 : 0) + (attended ? 2 : 0) + tenths * 4;
}
