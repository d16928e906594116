import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tries an expectation anew until it holds: n8n's editor draws, copies and saves a moment after what
 * a test can wait for. Throws what the last try threw.
 */
export async function soon(expectation: () => unknown, withinMs = 60_000): Promise<void> {
	for (const end = Date.now() + withinMs; ; await sleep(200)) {
		try {
			await expectation();
			return;
		} catch (error) {
			if (Date.now() > end) throw error;
		}
	}
}
