import type { EventKey } from './event';
import { EMPTY_HISTORY, REBUILT, type History, type HistoryEntry } from './history';
import { historyHash, historyKey } from './historyKey';

/** A contact's part in one event. */
export interface ContactParticipation extends EventKey {
	/** Of the event. */
	name: string;
	/** REGISTERED, ATTENDED, CANCELLED, NO_SHOW */
	state: string;
	/** ISO 8601 UTC, moment of the activity that made the state; null when HubSpot does not tell. */
	occurredAt: string | null;
	/** Stayed. */
	seconds: number;
	/** Of the event's length, 0–100, one decimal. */
	percent: number;
}

/**
 * What HubSpot's participations tell of webinars that the history does not know, and the merges it
 * has seen then. The state of somebody who attended does not say whether there was a registration;
 * it counts as one, as in HubSpot's own integration.
 * @param accounts platform accounts of this run; besides them those count that the history knows, so
 * that events which have nothing to do with webinars do not
 * @param merged ids of the contacts that were merged
 */
export function rebuiltHistory(
	participations: readonly ContactParticipation[],
	known: History,
	accounts: readonly string[],
	merged: readonly string[],
): History {
	const ofUs = new Set(
		accounts.map((externalAccountId) => historyKey({ externalAccountId, externalEventId: '' })),
	);
	for (const key of known.entries.keys()) ofUs.add(accountPart(key));
	const entries = new Map<string, HistoryEntry>();
	for (const participation of participations) {
		const key = historyKey(participation);
		const isKnown = known.entries.has(key) || known.folded.has(historyHash(key));
		if (isKnown || !ofUs.has(accountPart(key))) continue;
		const entry = entryOf(participation);
		if (entry !== null) entries.set(key, entry);
	}
	return { ...EMPTY_HISTORY, entries, merged: new Set(merged) };
}

function accountPart(key: string): string {
	return key.slice(0, key.indexOf(':') + 1);
}

/** Learned when it happened: whatever a run has reported since is newer. */
function entryOf(participation: ContactParticipation): HistoryEntry | null {
	const { state, name, occurredAt, seconds, percent } = participation;
	if (occurredAt === null) return null;
	const learnedAt = occurredAt;
	const about = { topic: name, start: occurredAt, learnedAt };
	const at = occurredAt;
	switch (state) {
		case 'ATTENDED': {
			const stay = { attended: true, seconds, percent, start: occurredAt, learnedAt };
			return {
				about,
				registration: { at, learnedAt },
				attendance: new Map([[REBUILT, stay]]),
				note: '',
			};
		}
		case 'REGISTERED':
		case 'NO_SHOW':
			return { about, registration: { at, learnedAt }, attendance: new Map(), note: '' };
		case 'CANCELLED':
			return {
				about,
				registration: { cancelledAt: occurredAt, learnedAt },
				attendance: new Map(),
				note: '',
			};
		default:
			return null;
	}
}
