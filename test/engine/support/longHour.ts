import { setTimeout as wait } from 'node:timers/promises';

const HOUR_MS = 3_600_000;
/** Longer than such a test takes. */
const LEAST_MS = 30_000;

/**
 * For tests of what lasts until the end of a day, of whatever time zone: where a full hour is so near that the day
 * might end in the middle of one, waits until it is over.
 */
export async function longHour(): Promise<void> {
	const left = HOUR_MS - (Date.now() % HOUR_MS);
	if (left < LEAST_MS) await wait(left + 1000);
}
