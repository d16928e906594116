import {
	asIsoTime,
	asNumber,
	asObject,
	asObjects,
	asText,
	isObject,
} from '../../shared/transport/json';
import type { Activity } from '../mapping/activity';

/** One list of the activity log that a poll reads: at most ten types. */
export type Stream = {
	typeIds: number[];
	/** Where reading goes on; empty = read to its end. */
	token: string;
};

/** A poll that ran out of time; the next one goes on here. */
export type Unfinished = {
	/** When the first poll of the chain began, ISO 8601 UTC. */
	startedAt: string;
	streams: Stream[];
};

/** What a trigger remembers between two polls, in the node's static data. */
export type Checkpoint = {
	/** When the trigger was first active, ISO 8601 UTC: what happened earlier starts nothing. */
	notBefore: string;
	/** When the last complete reading began, ISO 8601 UTC. */
	since: string;
	/** Activities that were handed over and will be read again, with their date in epoch seconds. */
	seen: Record<string, number>;
	unfinished?: Unfinished;
};

/** Activities are compared by whole seconds, and Marketo's clock is not ours. */
const MARGIN_MS = 60_000;

export function firstCheckpoint(now: number): Checkpoint {
	const since = new Date(now).toISOString();
	return { notBefore: since, since, seen: {} };
}

/** Reads what n8n kept; undefined where there is nothing of use. */
export function readCheckpoint(value: unknown): Checkpoint | undefined {
	const { notBefore, since, seen, unfinished } = asObject(value);
	const time = asIsoTime(since);
	if (time === null) return undefined;
	const known = Object.entries(asObject(seen)).flatMap(([guid, date]) => {
		const seconds = asNumber(date);
		return seconds === undefined ? [] : [[guid, seconds] as const];
	});
	const rest = isObject(unfinished) ? unfinishedOf(unfinished) : undefined;
	return {
		notBefore: asIsoTime(notBefore) ?? time,
		since: time,
		seen: Object.fromEntries(known),
		...(rest !== undefined && { unfinished: rest }),
	};
}

function unfinishedOf({ startedAt, streams }: Record<string, unknown>): Unfinished | undefined {
	const time = asIsoTime(startedAt);
	const read = asObjects(streams).map(({ typeIds, token }) => ({
		typeIds: Array.isArray(typeIds) ? typeIds.flatMap((id) => asNumber(id) ?? []) : [],
		token: asText(token),
	}));
	return time === null || read.length === 0 ? undefined : { startedAt: time, streams: read };
}

/**
 * From when on a poll has to read: what is older was visible to the last one, unless it shows up later
 * than the overlap. Marketo takes no milliseconds.
 * @returns ISO 8601 UTC without milliseconds
 */
export function readFrom({ since }: Checkpoint, overlapMs: number): string {
	const seconds = Math.floor((Date.parse(since) - overlapMs) / 1000);
	return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** What was not handed over yet, each once, and did not happen before the trigger was active, as far as clocks agree. */
export function unseen(
	{ notBefore, seen }: Checkpoint,
	activities: readonly Activity[],
): Activity[] {
	const known = new Set(Object.keys(seen));
	const first = Date.parse(notBefore) - MARGIN_MS;
	return activities.filter(({ guid, date }) => {
		if (known.has(guid) || (date !== null && Date.parse(date) < first)) return false;
		known.add(guid);
		return true;
	});
}

/**
 * The state after a poll that has handed these over. As long as a reading is unfinished, nothing is
 * forgotten: should its token be refused, everything since the last complete one is read again.
 * @param startedAt when the reading began, ISO 8601 UTC
 */
export function moved(
	before: Checkpoint,
	handedOver: readonly Activity[],
	reading: { startedAt: string; overlapMs: number; unfinished?: Unfinished },
): Checkpoint {
	const { startedAt, overlapMs, unfinished } = reading;
	const { notBefore, since } = before;
	const seen = { ...before.seen };
	for (const { guid, date } of handedOver) {
		seen[guid] = Math.floor(Date.parse(date ?? startedAt) / 1000);
	}
	if (unfinished !== undefined) return { notBefore, since, seen, unfinished };
	const oldest = (Date.parse(startedAt) - overlapMs - MARGIN_MS) / 1000;
	return {
		notBefore,
		since: startedAt,
		seen: Object.fromEntries(Object.entries(seen).filter(([, date]) => date >= oldest)),
	};
}
