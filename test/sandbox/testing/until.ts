import { setTimeout as wait } from 'node:timers/promises';

/** Longer than anything takes on a busy machine, and shorter than jest's own patience, which ends a test without a word. */
const PATIENCE_MS = 90_000;

/**
 * Looks until it is so: as soon as it comes, however slow the machine is.
 * @param what for the error, e.g. "the second call came"
 * @throws Error when it never comes
 */
export async function until(isSo: () => boolean, what: string): Promise<void> {
	for (const end = performance.now() + PATIENCE_MS; !isSo(); await wait(2)) {
		if (performance.now() > end) throw new Error(`Not within ${PATIENCE_MS / 1000} s: ${what}`);
	}
}
