/**
 * The longest values that Marketo takes, in bytes; it cuts longer ones.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (README, data types)
 */
export const MOST_BYTES = { string: 255, text: 2000 } as const;

/** At most so many bytes of UTF-8, never cutting a character in two. */
export function cutBytes(text: string, bytes: number): string {
	if (Buffer.byteLength(text) <= bytes) return text;
	let length = 0;
	let result = '';
	for (const character of text) {
		length += Buffer.byteLength(character);
		if (length > bytes) break;
		result += character;
	}
	return result.trimEnd();
}

/** A link that was cut leads nowhere: too long a one is left out. */
export function linkWithin(link: string, bytes: number): string {
	return Buffer.byteLength(link) <= bytes ? link : '';
}
