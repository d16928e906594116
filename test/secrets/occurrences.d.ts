export interface Occurrence {
	/** What the secret is. */
	name: string;
	/** Up to 120 characters of what stands around it. */
	before: string;
	after: string;
}

export function occurrencesIn(
	text: string,
	secrets: ReadonlyArray<{ name: string; forms: readonly string[] }>,
): Occurrence[];
