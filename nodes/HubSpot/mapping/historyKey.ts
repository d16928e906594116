import { createHash } from 'crypto';

import type { EventKey } from './event';

/**
 * The key of a marketing event in a history: `account:event`. It is made of the event's own ids, so
 * that a history can be rebuilt from what HubSpot tells of a contact's participations.
 */
export function historyKey({ externalAccountId, externalEventId }: EventKey): string {
	return `${escaped(externalAccountId)}:${externalEventId}`;
}

/** The webinar of a key; earlier versions had keys of three parts, with the webinar in the middle. */
export function webinarIdOf(key: string): string {
	const [, id = '', ...more] = key.split(':');
	return more.length > 0 ? id.replace(/%3A/g, ':').replace(/%25/g, '%') : (id.split('.')[0] ?? '');
}

/** Eight characters (48 bits) that stand for a key: among some thousand sessions they do not collide. */
export function historyHash(key: string): string {
	const known = hashes.get(key);
	if (known !== undefined) return known;
	const hash = shortHash(key);
	// A run asks for the same few sessions again and again; nothing is kept of a flood of others.
	if (hashes.size >= HASHES_KEPT) hashes.clear();
	hashes.set(key, hash);
	return hash;
}

/** Eight characters of the alphabet A-Z a-z 0-9 - _ that stand for a text. */
export function shortHash(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

const HASHES_KEPT = 10_000;
const hashes = new Map<string, string>();

function escaped(part: string): string {
	return part.replace(/%/g, '%25').replace(/:/g, '%3A');
}
