import { createHash } from 'crypto';

import { sameText } from '../../shared/transport/sameText';

/** Whoever knows the address can try as often as they like: a key must not be guessable. */
export const SHORTEST_SECRET = 16;

/**
 * What is wrong with a key that only Marketo and n8n know, as the end of a sentence that begins with
 * the field's name; undefined where it can be used.
 */
export function secretFlaw(secret: string): string | undefined {
	if (secret === '') return 'is empty';
	if (/\s/.test(secret)) return 'contains spaces, which are lost in a header';
	if (/[^\x21-\x7e]/.test(secret)) return 'contains characters that cannot be sent in a header';
	if (secret.length < SHORTEST_SECRET) return `is shorter than ${SHORTEST_SECRET} characters`;
	return undefined;
}

/**
 * Tells whether a request carries the key, in a time that tells nothing about it. An unusable key is
 * carried by no request. Never throws.
 * @param sent the header's value, as it came
 */
export function isSecret(sent: unknown, secret: string): boolean {
	if (typeof sent !== 'string' || secretFlaw(secret) !== undefined) return false;
	// Hashed first, so that not even the length of the key can be timed.
	return sameText(hashOf(secret), hashOf(sent));
}

function hashOf(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}
