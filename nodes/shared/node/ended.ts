import type { OutcomeResult } from '../model/outcome';
import type { Reason } from '../model/reasons';

/** Why an item goes no further. */
export interface Ended {
	result: Extract<OutcomeResult, 'skipped' | 'deferred' | 'failed'>;
	reason: Reason;
	message: string;
	repair: string;
	/** ISO 8601 UTC, null unless deferred. */
	retryAt: string | null;
}

/** Those that nothing speaks against so far. */
export function alive<T extends { ended: Ended | null }>(items: Iterable<T>): T[] {
	return [...items].filter(({ ended }) => ended === null);
}
