import type { BookEntry } from '../sandbox/contract';

/** What one run of a workflow sent: how often each request. */
export interface Sendings {
	/** Beyond the first sending of each. */
	retries: number;
	/** The most of one write. */
	mostWrites: number;
}

/**
 * A request whose token was refused had no effect and is sent once more by n8n itself, so that it is not
 * counted.
 */
export function sendingsOf(entries: readonly BookEntry[]): Sendings {
	const times = new Map<string, number>();
	let mostWrites = 0;
	for (const { vendor, method, path, query, request, status, write } of entries) {
		if (status === 401) continue;
		const key = JSON.stringify([vendor, method, path, query, request]);
		const sent = (times.get(key) ?? 0) + 1;
		times.set(key, sent);
		if (write) mostWrites = Math.max(mostWrites, sent);
	}
	let sum = 0;
	for (const sent of times.values()) sum += sent - 1;
	return { retries: sum, mostWrites };
}

export function faultsOf(entries: readonly BookEntry[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { fault, vendor, status, response } of entries) {
		if (fault === undefined) continue;
		const name = [vendor, fault, fault === 'status' ? status : codeOf(response, fault)];
		const label = name.filter((part) => part !== '').join(' ');
		counts[label] = (counts[label] ?? 0) + 1;
	}
	return Object.fromEntries(
		Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)),
	);
}

function codeOf(response: unknown, fault: NonNullable<BookEntry['fault']>): string {
	if (fault !== 'marketoError') return '';
	return (response as { errors: Array<{ code: string }> }).errors[0]!.code;
}
