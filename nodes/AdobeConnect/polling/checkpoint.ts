import { asIsoTime, asNumber, asObject, asText } from '../../shared/transport/json';
import { decodeIds, encodeIds } from './ids';

/** A walk over all webinars that takes several polls. */
export type Round = {
	/** When its first poll began, ISO 8601 UTC. */
	startedAt: string;
	/** The webinar that was looked at last; those with larger IDs are still to come. */
	after: string;
};

/** People of one webinar that were handed over, or were there before the trigger. */
export type Known = {
	/** principal-ids. */
	ids: ReadonlySet<string>;
	/** When the webinar was last looked at, epoch seconds. */
	at: number;
};

/** What a trigger remembers between two polls, in the node's static data. */
export type Checkpoint = {
	/** When the trigger was first active, ISO 8601 UTC: what happened earlier starts nothing. */
	notBefore: string;
	/** When the last complete round began, ISO 8601 UTC. */
	since: string;
	round?: Round;
	/** Runs and recordings that were handed over and will be read again, with their end in epoch seconds. */
	seen: Record<string, number>;
	/** Webinars that could not be read, by ID, and since when what happened there is not known. */
	behind: Record<string, string>;
	/** By webinar; of registrants alone, who mostly have no time to go by. */
	people: Record<string, Known>;
};

const VERSION = 1;
/** Our clock and Adobe Connect's are not the same. */
export const MARGIN_MS = 60_000;
const DAY_MS = 86_400_000;
/** What could not be read for so long is given up, so that what is remembered stays small. */
const GIVEN_UP_MS = 30 * DAY_MS;

/** @param notBefore epoch milliseconds */
export function firstCheckpoint(notBefore: number): Checkpoint {
	const since = new Date(notBefore).toISOString();
	return { notBefore: since, since, seen: {}, behind: {}, people: {} };
}

/** Reads what n8n kept; undefined where there is nothing of use, or it is of another version. */
export function readCheckpoint(value: unknown): Checkpoint | undefined {
	const kept = asObject(value);
	const since = asIsoTime(asText(kept.since));
	if (kept.version !== VERSION || since === null) return undefined;
	const round = readRound(kept.round);
	return {
		notBefore: asIsoTime(asText(kept.notBefore)) ?? since,
		since,
		...(round !== undefined && { round }),
		seen: readEntries(kept.seen, asNumber),
		behind: readEntries(kept.behind, (time) => asIsoTime(asText(time)) ?? undefined),
		people: readEntries(kept.people, readKnown),
	};
}

/** The same as JSON, as small as it can be. */
export function keptCheckpoint({ people, ...checkpoint }: Checkpoint): object {
	const lists = Object.entries(people).map(([id, { ids, at }]) => [id, [encodeIds(ids), at]]);
	return { version: VERSION, ...checkpoint, people: Object.fromEntries(lists) as object };
}

function readRound(value: unknown): Round | undefined {
	const { startedAt, after } = asObject(value);
	const time = asIsoTime(asText(startedAt));
	const id = asText(after);
	return time === null || id === '' ? undefined : { startedAt: time, after: id };
}

function readKnown(value: unknown): Known | undefined {
	if (!Array.isArray(value)) return undefined;
	const at = asNumber(value[1]);
	const ids = decodeIds(asText(value[0]));
	return at === undefined || ids === undefined ? undefined : { ids, at };
}

function readEntries<T>(value: unknown, read: (entry: unknown) => T | undefined) {
	const entries = Object.entries(asObject(value)).flatMap(([key, entry]) => {
		const known = read(entry);
		return known === undefined ? [] : [[key, known] as const];
	});
	return Object.fromEntries(entries) as Record<string, T>;
}

/**
 * From when on something of a webinar counts, epoch milliseconds: what is older was visible to an
 * earlier look, unless it shows up later than `lateMs` after it happened.
 */
export function countsFrom(checkpoint: Checkpoint, webinarId: string, lateMs: number): number {
	const { notBefore, since, behind } = checkpoint;
	const last = Object.hasOwn(behind, webinarId) ? behind[webinarId]! : since;
	return Math.max(Date.parse(notBefore) - MARGIN_MS, Date.parse(last) - lateMs);
}

/** What a poll has done. */
export interface Poll {
	/** Epoch milliseconds of its beginning. */
	now: number;
	/** How late things may show up. */
	lateMs: number;
	/** What was handed over, now or earlier, and was read: its key, and its end in epoch seconds. */
	known: ReadonlyArray<{ key: string; at: number }>;
	/** Webinars that were looked at. */
	read: readonly string[];
	/** Webinars that could not be read. */
	failed: readonly string[];
	/** People of webinars that were looked at. */
	people?: Readonly<Record<string, ReadonlySet<string>>>;
	/** The webinar up to which the round has come; undefined = it is complete. */
	after: string | undefined;
}

/**
 * The state after a poll. Only a complete round moves `since`: until then every webinar is read from
 * the last complete one on, so that those at the end of the list lose nothing.
 */
export function moved(before: Checkpoint, poll: Poll): Checkpoint {
	const { notBefore, since, round } = before;
	const startedAt = round?.startedAt ?? new Date(poll.now).toISOString();
	const seen = { ...before.seen };
	for (const { key, at } of poll.known) seen[key] = at;
	const behind = stillBehind(before, poll);
	const people = stillKnown(before, poll);
	if (poll.after !== undefined) {
		const going = { startedAt, after: poll.after };
		return { notBefore, since, round: going, seen, behind, people };
	}
	const oldest = Math.min(...[startedAt, ...Object.values(behind)].map((time) => Date.parse(time)));
	const forgotten = (oldest - poll.lateMs - MARGIN_MS) / 1000;
	return {
		notBefore,
		since: startedAt,
		seen: Object.fromEntries(Object.entries(seen).filter(([, at]) => at >= forgotten)),
		behind,
		people,
	};
}

function stillBehind({ since, behind }: Checkpoint, { now, read, failed }: Poll) {
	const left = new Map(Object.entries(behind));
	for (const id of read) left.delete(id);
	for (const id of failed) if (!left.has(id)) left.set(id, since);
	const oldest = now - GIVEN_UP_MS;
	return Object.fromEntries([...left].filter(([, time]) => Date.parse(time) >= oldest));
}

function stillKnown({ people }: Checkpoint, { now, people: looked = {} }: Poll) {
	const known = new Map(Object.entries(people));
	const at = Math.floor(now / 1000);
	for (const [id, ids] of Object.entries(looked)) known.set(id, { ids, at });
	const oldest = (now - GIVEN_UP_MS) / 1000;
	return Object.fromEntries([...known].filter(([, one]) => one.at >= oldest));
}
