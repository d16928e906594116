import type { JsonObject } from '../../shared/transport/json';
import { sessionHash, type HistoryEntry } from './history';
import { isTime, isWithin } from './historyEntry';

/**
 * An entry as version 1 of the property had it: one session, registration and attendance in one.
 * @param key `provider:webinarId:sessionId`
 */
export function readFirstEntry(key: string, value: JsonObject): HistoryEntry | null {
	const { topic, start, registeredAt, attended, seconds, percent, reportedAt: learnedAt } = value;
	if (typeof topic !== 'string' || !isTime(start) || !isTime(learnedAt)) return null;
	if (typeof attended !== 'boolean') return null;
	if (!isWithin(seconds, Number.MAX_SAFE_INTEGER) || !isWithin(percent, 100)) return null;
	if (registeredAt !== undefined && !isTime(registeredAt)) return null;
	const session = sessionHash(key.split(':').slice(2).join(':'));
	return {
		about: { topic, start, learnedAt },
		...(registeredAt !== undefined && { registration: { at: registeredAt, learnedAt } }),
		attendance: new Map([[session, { attended, seconds, percent, start, learnedAt }]]),
		note: '',
	};
}

/** Under which version 1 of the property knew a session. */
export function firstKey(provider: string, webinarId: string, sessionId: string): string {
	return [escaped(provider), escaped(webinarId), sessionId].join(':');
}

function escaped(part: string): string {
	return part.replace(/%/g, '%25').replace(/:/g, '%3A');
}
