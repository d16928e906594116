import type { Destination, Outcome } from '../model/outcome';
import { explain, type Reason } from '../model/reasons';
import { failedOutcome } from './people';

/** The outcomes of operations that write one record per item. */
export interface Outcomes {
	/** Written now. */
	done(action: string, recordId: string, message: string): Outcome;
	/** Was already so. */
	alreadySo(recordId: string, message: string, reason?: Reason | null): Outcome;
	/** Left out by a rule. */
	skipped(reason: Reason): Outcome;
	/** Deferred where the vendor named the moment from which it works again, else failed. */
	refused(error: unknown, recordId: string): Outcome;
}

/** Those of one destination. */
export function outcomesOf(destination: Destination): Outcomes {
	const nothing: Outcome = {
		destination,
		result: 'unchanged',
		action: 'none',
		reason: null,
		message: '',
		repair: '',
		steps: {},
		recordId: '',
		retryAt: null,
		preview: false,
	};
	return {
		done: (action, recordId, message) => ({
			...nothing,
			result: 'synced',
			action,
			recordId,
			message,
		}),
		alreadySo: (recordId, message, reason = null) => ({ ...nothing, recordId, message, reason }),
		skipped: (reason) => ({ ...nothing, ...explain(reason), result: 'skipped', reason }),
		refused: (error, recordId) => {
			const outcome = { ...failedOutcome(destination, error), recordId };
			return outcome.retryAt === null ? outcome : { ...outcome, result: 'deferred' };
		},
	};
}
