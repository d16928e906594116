import type { AdobeRecording } from '../world';
import type { AdobeState } from './adobeState';

/** A recording shows some time after it was made. */
export function isThere(state: AdobeState, { createdAt, end }: AdobeRecording): boolean {
	const delay = state.world.recordingDelayMs ?? 0;
	return Date.parse(createdAt ?? end) + delay <= state.kernel.now();
}
