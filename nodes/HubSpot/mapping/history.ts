import { historyHash } from './historyKey';
import {
	after,
	contentOf,
	newerOf,
	succeedAttendance,
	succeedRegistration,
	type AttendancePart,
	type AttendanceReport,
	type RegistrationPart,
	type RegistrationReport,
} from './historyParts';

/** What the webinar of an entry is. */
interface AboutPart {
	topic: string;
	/** ISO 8601 UTC; planned, and actual from the first attendance on. Empty without a fixed time. */
	start: string;
	learnedAt: string;
}

/**
 * What is remembered of one webinar of one contact. Its parts are learned by different operations
 * and never erase one another.
 */
export interface HistoryEntry {
	about: AboutPart;
	/** Absent = nothing was ever told of a registration. */
	registration?: RegistrationPart;
	/** By session, see `sessionHash`; most webinars have one. */
	attendance: ReadonlyMap<string, AttendancePart>;
	/** The note that was written about it; empty = none. */
	note: string;
}

/** What is left of a webinar that was folded: enough to count it, and never to count it twice. */
export interface FoldedEntry {
	registered: boolean;
	attended: boolean;
	/** Percent times ten, a whole number. */
	tenths: number;
}

/**
 * All webinars of a contact. It only grows: two histories are united part by part, so it does not
 * matter in which order writers come, and nothing is ever counted by adding one.
 */
export interface History {
	/** By webinar, see `historyKey`. */
	entries: ReadonlyMap<string, HistoryEntry>;
	/** By hash of the key. A folded webinar is closed: later reports do not change it. */
	folded: ReadonlyMap<string, FoldedEntry>;
	/** Ids of contacts that were merged into this one and whose webinars are in here. */
	merged: ReadonlySet<string>;
}

export const EMPTY_HISTORY: History = { entries: new Map(), folded: new Map(), merged: new Set() };

/** What a run knows of a webinar of a contact: only the parts it was told of. */
export interface HistoryReport {
	topic: string;
	/** ISO 8601 UTC; empty for a webinar without a fixed time. */
	start: string;
	/** Moment of the run, ISO 8601 UTC. */
	learnedAt: string;
	registration?: RegistrationReport;
	attendance?: AttendanceReport;
	note?: string;
	/** Under which an earlier version of this package knew the session. */
	formerKey?: string;
}

/**
 * The union of two histories: every webinar of either, of each part the newer report, and a folded
 * webinar stays folded. Commutative, associative and idempotent.
 */
export function mergeHistories(one: History, other: History): History {
	const folded = new Map(one.folded);
	for (const [hash, entry] of other.folded) {
		const held = folded.get(hash);
		if (held === undefined || foldedRank(entry) > foldedRank(held)) folded.set(hash, entry);
	}
	const entries = new Map<string, HistoryEntry>();
	for (const [key, entry] of [...one.entries, ...other.entries]) {
		if (folded.has(historyHash(key))) continue;
		const held = entries.get(key);
		entries.set(key, held === undefined ? entry : mergeEntries(held, entry));
	}
	return { entries, folded, merged: new Set([...one.merged, ...other.merged]) };
}

/** Adds what a run has learned. A report that says nothing new leaves the history as it is. */
export function recordReport(history: History, key: string, report: HistoryReport): History {
	if (history.folded.has(historyHash(key))) return history;
	const formerKey = report.formerKey === key ? undefined : report.formerKey;
	const former = formerKey === undefined ? undefined : history.entries.get(formerKey);
	const held = either(history.entries.get(key), former, mergeEntries);
	const entry = succeedEntry(held, report);
	if (former === undefined && entry === held) return history;
	const entries = new Map(history.entries);
	if (formerKey !== undefined) entries.delete(formerKey);
	entries.set(key, entry);
	return { ...history, entries };
}

/** Whether the history says already what the report says, or has closed the webinar. */
export function isRecorded(history: History, key: string, report: HistoryReport): boolean {
	return recordReport(history, key, report) === history;
}

/** Whether the history holds everything that the other one holds. */
export function includesHistory(history: History, other: History): boolean {
	const union = mergeHistories(history, other);
	return (
		union.folded.size === history.folded.size &&
		union.merged.size === history.merged.size &&
		union.entries.size === history.entries.size &&
		[...union.entries].every(([key, entry]) => {
			const held = history.entries.get(key);
			return held !== undefined && entryContent(held) === entryContent(entry);
		})
	);
}

/** Whether the registration counts; cancelled and denied ones do not. */
export function isRegistered({ registration }: HistoryEntry): boolean {
	return registration?.at !== undefined && registration.cancelledAt === undefined;
}

/** Of the stays in several sessions of the webinar the longest one; undefined = never attended. */
export function countedStay({ attendance }: HistoryEntry): AttendancePart | undefined {
	const all = [...attendance].filter(([, { attended }]) => attended);
	const reported = all.filter(([session]) => session !== REBUILT);
	const stays = reported.length > 0 ? reported : all;
	stays.sort(
		([one, { seconds: s1, start: t1 }], [other, { seconds: s2, start: t2 }]) =>
			s2 - s1 || Date.parse(t1) - Date.parse(t2) || (one < other ? -1 : 1),
	);
	return stays[0]?.[1];
}

/** The one start under which HubSpot knows the attendance of the webinar: that of its first stay. */
export function attendanceStart({ attendance }: HistoryEntry): string | undefined {
	const starts = [...attendance.values()].filter(({ attended }) => attended);
	starts.sort((one, other) => Date.parse(one.start) - Date.parse(other.start));
	return starts[0]?.start;
}

/**
 * Stands in place of a session for a stay that only HubSpot's participations tell, which do not name
 * it: it counts as long as no platform has reported one.
 */
export const REBUILT = '*';

/** Stands for a session in an entry; empty where the source does not tell sessions apart. */
export function sessionHash(sessionId: string): string {
	return sessionId === '' ? '' : historyHash(sessionId);
}

function mergeEntries(one: HistoryEntry, other: HistoryEntry): HistoryEntry {
	const attendance = new Map(one.attendance);
	for (const [session, part] of other.attendance) {
		const held = attendance.get(session);
		attendance.set(session, held === undefined ? part : newerOf(held, part));
	}
	const registration = either(one.registration, other.registration, newerOf);
	return {
		about: newerOf(one.about, other.about),
		...(registration && { registration }),
		attendance,
		note: greater(one.note, other.note),
	};
}

function either<T>(one: T | undefined, other: T | undefined, unite: (one: T, other: T) => T) {
	return one !== undefined && other !== undefined ? unite(one, other) : (one ?? other);
}

/** Of two notes every writer prefers the same. */
function greater(one: string, other: string): string {
	return one > other ? one : other;
}

/** The entry after the report; the same object when that says nothing new. */
function succeedEntry(held: HistoryEntry | undefined, report: HistoryReport): HistoryEntry {
	const { topic, learnedAt } = report;
	const { registration: told, attendance: stayed } = report;
	// Who only tells of registrations knows the schedule; what is known of the session is better.
	const isKnown = stayed === undefined && (held?.attendance.size ?? 0) > 0;
	const keeps = held !== undefined && (isKnown || report.start === '');
	const start = keeps ? held.about.start : report.start;
	const about = next(held?.about, { topic, start, learnedAt });
	const registration =
		told === undefined
			? held?.registration
			: next(held?.registration, succeedRegistration(held?.registration, told, learnedAt));
	const attendance = new Map(held?.attendance);
	if (stayed !== undefined) {
		const before = attendance.get(stayed.session);
		attendance.set(stayed.session, next(before, succeedAttendance(before, stayed, learnedAt)));
	}
	const entry: HistoryEntry = {
		about,
		...(registration && { registration }),
		attendance,
		note: greater(report.note ?? '', held?.note ?? ''),
	};
	return held !== undefined && entryContent(held) === entryContent(entry) ? held : entry;
}

/** The part to keep: the held one when the other says the same. */
function next<Part extends { learnedAt: string }>(held: Part | undefined, part: Part): Part {
	if (held === undefined) return part;
	if (contentOf(held) === contentOf(part)) return held;
	return { ...part, learnedAt: after(held, part.learnedAt) };
}

function entryContent({ about, registration, attendance, note }: HistoryEntry): string {
	const stays = [...attendance].sort(([one], [other]) => (one < other ? -1 : 1));
	return JSON.stringify([
		contentOf(about),
		registration === undefined ? '' : contentOf(registration),
		stays.map(([session, part]) => [session, contentOf(part)]),
		note,
	]);
}

function foldedRank({ registered, attended, tenths }: FoldedEntry): number {
	return (registered ? 1 : 0) + (attended ? 2 : 0) + tenths * 4;
}
