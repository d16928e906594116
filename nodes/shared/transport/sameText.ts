import { timingSafeEqual } from 'crypto';

/** Compares in a time that tells nothing about where two texts differ. */
export function sameText(expected: string, actual: string): boolean {
	const left = Buffer.from(expected);
	const right = Buffer.from(actual);
	// timingSafeEqual throws on different lengths; a signature's length is no secret.
	return left.length === right.length && timingSafeEqual(left, right);
}
