import { setTimeout as wait } from 'node:timers/promises';

/** Longer than anything takes on a busy machine, and shorter than jest's own patience, which ends a test without a word. */
const PATIENCE_MS = 90_000;

/**
 * Looks until something is there: as soon as it comes, however slow the machine is.
 * @param what for the error, e.g. "the second call came"
 * @returns what it has seen
 * @throws Error when it never comes
 */
export async function until<T>(
	look: () => T | Promise<T>,
	what: string,
	{ timeoutMs = PATIENCE_MS, everyMs = 5 } = {},
): Promise<NonNullable<T>> {
	for (const end = performance.now() + timeoutMs; ; await wait(everyMs)) {
		const found = await look();
		if (found) return found;
		if (performance.now() > end) throw new Error(`Not within ${timeoutMs / 1000} s: ${what}`);
	}
}
