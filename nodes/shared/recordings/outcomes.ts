import type { Destination, Outcome } from '../model/outcome';
import { explain, type Reason } from '../model/reasons';
import { failedOutcome } from '../node/people';
import { asIsoTime } from '../transport/json';
import { VendorError } from '../transport/vendorError';

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
export function returnedOutcome(
	destination: Destination,
	recordId: string,
	downloaded: boolean,
): Outcome {
	return {
		destination,
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
 * @param retryAt epoch milliseconds; only kept for what comes later
 * @param words what happened and what to do, where the reason's own words say too little
 */
export function withoutFile(
	destination: Destination,
	reason: Reason,
	retryAt: number,
	words: { message?: string; repair?: string } = {},
): Outcome {
	const later = LATER.has(reason);
	const { message, repair } = explain(reason);
	return {
		destination,
		result: later ? 'deferred' : NOTHING_THERE.has(reason) ? 'skipped' : 'failed',
		action: 'none',
		reason,
		message: words.message ?? message,
		repair: words.repair ?? repair,
		steps: {},
		recordId: '',
		retryAt: later ? asIsoTime(retryAt) : null,
		preview: false,
	};
}

/** What an error means for one file; the others go on. */
export function failedFile(
	destination: Destination,
	error: unknown,
	recordId: string,
	retryAt: number,
): Outcome {
	const failed = { ...failedOutcome(destination, error), recordId };
	if (!(error instanceof VendorError)) return failed;
	const { reason, message, repair } = error.details;
	if (NOTHING_THERE.has(reason)) {
		return { ...withoutFile(destination, reason, retryAt, { message, repair }), recordId };
	}
	if (!LATER.has(reason)) return failed;
	return { ...failed, result: 'deferred', retryAt: failed.retryAt ?? asIsoTime(retryAt) };
}
