import type { Candidate, Choice } from '../../../../shared/items/webinarChoices';

/** One page of HubSpot's drop-down. */
export interface Page {
	shown: Candidate[];
	/** Where the next page begins; absent on the last one. */
	after?: string;
}

export const PAGE_SIZE = 50;

/**
 * The page that HubSpot asks for; no value comes twice.
 * @param q what the user typed, in any case
 * @param after where the page before ended; anything unreadable is the beginning
 */
export function pageOf(
	candidates: readonly Candidate[],
	{ q, after }: { q: string; after: string },
): Page {
	const byValue = new Map<string, Candidate>();
	for (const candidate of candidates) {
		const { value } = candidate.choice;
		if (!byValue.has(value)) byValue.set(value, candidate);
	}
	const found = [...byValue.values()].filter(({ choice }) => matches(choice, q));
	const begin = /^[0-9]{1,9}$/.test(after) ? Number(after) : 0;
	const end = begin + PAGE_SIZE;
	return { shown: found.slice(begin, end), ...(end < found.length && { after: String(end) }) };
}

function matches({ label, description, value }: Choice, q: string): boolean {
	const wanted = q.trim().toLowerCase();
	const compact = wanted.replace(/[\s-]/g, '');
	return (
		`${label}\n${description}`.toLowerCase().includes(wanted) ||
		value.toLowerCase().replace(/[\s-]/g, '').includes(compact)
	);
}
