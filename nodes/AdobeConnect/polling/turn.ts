import type { Plan } from '../mapping/heldRuns';
import type { WebinarKind } from '../mapping/webinar';

/** A webinar that the trigger looks at. */
export interface Watched {
	/** sco-id of the event, of the room or of one seminar session; else the path of the link that was entered. */
	id: string;
	/** What it is; undefined = it was chosen, and is not looked up yet. */
	place?: Place;
}

/** What of a webinar decides where and what to look for. */
export interface Place {
	/** sco-id of the event or of the room. */
	webinarId: string;
	kind: WebinarKind;
	/** sco-id of the room behind it; empty when nobody tells. */
	roomId: string;
	/** sco-id of the only seminar session that counts; empty = all of the room. */
	occurrenceId: string;
	plan: Plan;
}

/** By ID, as numbers: the one order that stays the same from poll to poll. */
export function byId({ id: left }: Watched, { id: right }: Watched): number {
	if (left.length !== right.length) return left.length - right.length;
	if (left === right) return 0;
	return left < right ? -1 : 1;
}

/**
 * Whom a poll looks at, in order: those where something is likely to have happened, at most so many,
 * then the rest of the round. The first ones come on top, so that nobody waits for the whole round,
 * and never in place of those whose turn it is, so that none is left out for ever.
 * @param after the webinar up to which the round has come; empty = a new one begins
 */
export function turn(
	watched: readonly Watched[],
	after: string,
	isLikely: (one: Watched) => boolean,
	mostLikely: number,
): { likely: Watched[]; round: Watched[] } {
	const round = [...watched].sort(byId).filter((one) => byId(one, { id: after }) > 0);
	const soon = new Set(round.slice(0, mostLikely).map(({ id }) => id));
	const likely = watched.filter((one) => isLikely(one) && !soon.has(one.id));
	return { likely: likely.sort(byEnd).slice(0, mostLikely), round };
}

/** The latest first: it is what people wait for. */
function byEnd(one: Watched, other: Watched): number {
	return (plannedEnd(other) ?? 0) - (plannedEnd(one) ?? 0) || byId(one, other);
}

/** Epoch milliseconds; undefined = not planned, or not known yet. */
export function plannedEnd({ place }: Watched): number | undefined {
	const end = Date.parse(place?.plan.scheduledEndTime ?? '');
	return Number.isNaN(end) ? undefined : end;
}
