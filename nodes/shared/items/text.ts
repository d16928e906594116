import { asText } from '../transport/json';

/** Text as it can stand in a property: one line, no control characters, no broken surrogates. */
export function cleanText(value: unknown): string {
	return asText(value)
		.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
		.trim();
}

/** The same for text of several lines, which keeps them. */
export function cleanLines(value: unknown): string {
	return asText(value)
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.map((line) => line.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trimEnd())
		.join('\n')
		.trim();
}

/** At most `max` characters, never cutting one in two. */
export function cut(text: string, max: number): string {
	const characters = Array.from(text);
	return characters.length <= max ? text : characters.slice(0, max).join('').trimEnd();
}

/** Whether the text is one of the listed words. */
export function isOneOf<T extends string>(words: readonly T[], text: string): text is T {
	return (words as readonly string[]).includes(text);
}
