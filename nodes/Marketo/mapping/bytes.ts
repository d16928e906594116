/** Marketo counts the length of values in bytes of UTF-8. */

/** @returns bytes of the text in UTF-8 */
export function byteLength(text: string): number {
	return Buffer.byteLength(text, 'utf8');
}

/** At most so many bytes, never cutting a character in two. */
export function cutBytes(text: string, max: number): string {
	if (byteLength(text) <= max) return text;
	let bytes = 0;
	let kept = '';
	for (const character of text) {
		bytes += byteLength(character);
		if (bytes > max) break;
		kept += character;
	}
	return kept.trimEnd();
}
