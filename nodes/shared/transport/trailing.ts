/**
 * The text without the letters that it ends with, as long as they are among these. Letter by letter,
 * because `/x+$/` looks at a run again from each of its letters, and such texts come from anybody.
 */
export function withoutTrailing(text: string, letters: string): string {
	let end = text.length;
	while (end > 0 && letters.includes(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}
