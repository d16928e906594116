import type { Random } from './random';

/** Zoom's UUIDs are 16 bytes in base64; those with slashes need special care in a path. */
export type UuidShape =
	| 'plain'
	/** Starts with `/`. */
	| 'leadingSlash'
	/** Contains `//`. */
	| 'doubleSlash';

const WITHOUT_SLASH = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+';

/** https://developers.zoom.us/docs/api/using-zoom-apis/#meeting-id-and-uuid */
export function webinarUuid(random: Random, shape: UuidShape): string {
	const letters = Array.from({ length: 21 }, () =>
		WITHOUT_SLASH.charAt(random.int(0, WITHOUT_SLASH.length - 1)),
	);
	letters[4] = '+';
	if (shape === 'leadingSlash') letters[0] = '/';
	if (shape === 'doubleSlash') [letters[10], letters[11]] = ['/', '/'];
	// 16 bytes fill 21 letters and 2 bits.
	return `${letters.join('')}${random.pick(['A', 'Q', 'g', 'w'])}==`;
}
