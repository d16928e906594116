import { createHash } from 'crypto';

import type { SessionInput } from './session';

/** `provider:webinarId:sessionId`, colons within the first two escaped. */
export function historyKey({ provider, webinarId, sessionId }: SessionInput): string {
	return [escaped(provider), escaped(webinarId), sessionId].join(':');
}

/** The webinar of a key. */
export function webinarIdOf(key: string): string {
	return (key.split(':')[1] ?? '').replace(/%3A/g, ':').replace(/%25/g, '%');
}

/** Eight characters (48 bits) that stand for a key: among some thousand sessions they do not collide. */
export function historyHash(key: string): string {
	const known = hashes.get(key);
	if (known !== undefined) return known;
	const hash = createHash('sha256').update(key).digest('base64url').slice(0, 8);
	// A run asks for the same few sessions again and again; nothing is kept of a flood of others.
	if (hashes.size >= HASHES_KEPT) hashes.clear();
	hashes.set(key, hash);
	return hash;
}

const HASHES_KEPT = 10_000;
const hashes = new Map<string, string>();

function escaped(part: string): string {
	return part.replace(/%/g, '%25').replace(/:/g, '%3A');
}
