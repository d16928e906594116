import type { AdobeRecording } from '../world';
import type { AdobeState } from './adobeState';

/** A recording shows some time after it was made. */
export function isThere(state: AdobeState, { createdAt, end }: AdobeRecording): boolean {
	const delay = state.world.recordingDelayMs ?? 0;
	return Date.parse(createdAt ?? end) + delay <= state.kernel.now();
}

const RUNS_MS = 60_000;
const DONE_MS = 5 * 60_000;

/** Conversions go on while nobody looks. */
export function advanceJob(state: AdobeState, { job, createdAt }: AdobeRecording): void {
	if (!job || createdAt === undefined || job.status === 'job-failed') return;
	const age = state.kernel.now() - Date.parse(createdAt);
	if (age >= DONE_MS) job.status = 'job-completed';
	else if (age >= RUNS_MS) job.status = 'job-running';
}
