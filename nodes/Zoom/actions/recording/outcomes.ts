import type { Outcome } from '../../../shared/model/outcome';
import { explain, type Reason } from '../../../shared/model/reasons';
import { failedOutcome } from '../../../shared/node/people';
import { asIsoTime } from '../../../shared/transport/json';
import { VendorError } from '../../../shared/transport/vendorError';

/** Nothing is there to fetch, and nobody can change that now. */
const NOTHING_THERE: ReadonlySet<Reason> = new Set([
	'notRecorded',
	'recordingDeleted',
	'transcriptNotFound',
	'neverStarted',
]);
/** Works later by itself. */
const LATER: ReadonlySet<Reason> = new Set([
	'recordingProcessing',
	'dailyLimit',
	'temporarilyUnavailable',
]);

/** A file that came out well. */
export function returnedOutcome(recordId: string, downloaded: boolean): Outcome {
	return {
		destination: 'zoom',
		result: 'synced',
		action: downloaded ? 'downloaded' : 'listed',
		reason: null,
		message: downloaded ? 'The file was downloaded' : 'The links were read',
		repair: '',
		steps: {},
		recordId,
		retryAt: null,
		preview: false,
	};
}

/**
 * Why there is no file: `skipped` where there is nothing to fetch, `deferred` where it comes later.
 * @param message what happened, when the reason's own words say too little
 * @param retryAt epoch milliseconds; only kept for what comes later
 */
export function withoutFile(
	reason: Reason,
	retryAt: number,
	message = explain(reason).message,
): Outcome {
	const later = LATER.has(reason);
	return {
		destination: 'zoom',
		result: later ? 'deferred' : NOTHING_THERE.has(reason) ? 'skipped' : 'failed',
		action: 'none',
		reason,
		message,
		repair: explain(reason).repair,
		steps: {},
		recordId: '',
		retryAt: later ? asIsoTime(retryAt) : null,
		preview: false,
	};
}

/** What an error means for one file; the others go on. */
export function failedFile(error: unknown, recordId: string, retryAt: number): Outcome {
	const failed = { ...failedOutcome('zoom', error), recordId };
	if (!(error instanceof VendorError)) return failed;
	const { reason, message } = error.details;
	if (NOTHING_THERE.has(reason)) return { ...withoutFile(reason, retryAt, message), recordId };
	if (!LATER.has(reason)) return failed;
	return { ...failed, result: 'deferred', retryAt: failed.retryAt ?? asIsoTime(retryAt) };
}
