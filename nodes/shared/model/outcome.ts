import type { Reason } from './reasons';

/** What became of a person; see docs/outcomes.md. */
export type OutcomeResult =
	/** Written now. */
	| 'synced'
	/** Was already so; nothing was written. */
	| 'unchanged'
	/** Left out by a rule, on purpose. */
	| 'skipped'
	/** Will work later; `retryAt` says when. */
	| 'deferred'
	/** Could not be done; `repair` says what to mend. */
	| 'failed';

/** The systems that outcomes speak of. */
export type Destination = 'hubspot' | 'marketo' | 'zoom' | 'adobeConnect';

export interface OutcomeStep {
	result: OutcomeResult;
	/** Only where it says more than the result. */
	message?: string;
}

export type Outcome = {
	destination: Destination;
	result: OutcomeResult;
	/** What was done: created, updated, registered, …; `none` when nothing was. */
	action: string;
	/** null = no reason to name (synced, unchanged). */
	reason: Reason | null;
	message: string;
	/** What a person can do about it; empty when nothing needs doing. */
	repair: string;
	/** contact, event, registration, attendance, properties …: each with its own result. */
	steps: Record<string, OutcomeStep>;
	/** The record in the destination, empty when there is none. */
	recordId: string;
	/** ISO 8601 UTC, null unless deferred. */
	retryAt: string | null;
	/** true = nothing was written; the outcome says what would have been. */
	preview: boolean;
};

/** Items of a run by result, for summaries and hints. Every result is present, 0 when it never came. */
export function countResults(results: Iterable<OutcomeResult>): Record<OutcomeResult, number> {
	const counts: Record<OutcomeResult, number> = {
		synced: 0,
		unchanged: 0,
		skipped: 0,
		deferred: 0,
		failed: 0,
	};
	for (const result of results) counts[result] += 1;
	return counts;
}
