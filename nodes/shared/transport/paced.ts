import type { Place, RateWindow } from './rate';
import { pause } from './send';

/**
 * Sends as soon as the vendor's limit has a place. The place is taken in the moment of sending, so that a
 * busy process does not send in a bunch what had been waiting.
 * @throws CancelledError when the execution is cancelled meanwhile
 */
export async function paced<T>(
	window: RateWindow,
	signal: AbortSignal | undefined,
	send: (place: Place) => Promise<T>,
): Promise<T> {
	let wait = window.wait(Date.now());
	do {
		await pause(wait, signal);
		wait = window.wait(Date.now());
	} while (wait > 0);
	const place = window.take(Date.now());
	try {
		return await send(place);
	} finally {
		place.answered(Date.now());
	}
}
