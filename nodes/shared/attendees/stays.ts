import type { MatchedBy } from '../model/attendance';
import type { Registrant } from '../model/registrant';
import { asIsoTime } from '../transport/json';

/** One stay of somebody in a session, from joining to leaving. */
export interface JoinRow {
	/** Of the platform's list of registrants; empty where the stay does not tell. */
	registrantId: string;
	/** Normalised; empty where the stay does not tell. */
	email: string;
	/** User of the platform, of people who were signed in; empty for the others. */
	userId: string;
	/** Given anew at each join. */
	joinId: string;
	name: string;
	/** Epoch milliseconds. */
	from: number;
	to: number;
	/** Where a row stands for several stays: their length together, which is shorter. */
	seconds?: number;
}

/** A person with all their stays. */
export interface Person {
	registrant: Registrant | null;
	email: string;
	name: string;
	matchedBy: MatchedBy;
	rows: JoinRow[];
}

/**
 * From the first join to the last leave, ISO 8601 UTC; nulls when nobody was there. It stands for a
 * session of which the platform tells no start or end. In one loop: 50,000 arguments would overflow the stack.
 */
export function spanOf(rows: readonly JoinRow[]): { start: string | null; end: string | null } {
	let from = Infinity;
	let to = -Infinity;
	for (const row of rows) {
		from = Math.min(from, row.from);
		to = Math.max(to, row.to);
	}
	return to < from ? { start: null, end: null } : { start: asIsoTime(from), end: asIsoTime(to) };
}
