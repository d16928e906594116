import type { Outcome } from '../../../shared/model/outcome';
import { explain, type Reason } from '../../../shared/model/reasons';
import { failedOutcome } from '../../../shared/node/people';

const NOTHING: Outcome = {
	destination: 'zoom',
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

/** Written now. */
export function done(action: string, recordId: string, message: string): Outcome {
	return { ...NOTHING, result: 'synced', action, recordId, message };
}

/** Was already so. */
export function alreadySo(
	recordId: string,
	message: string,
	reason: Reason | null = null,
): Outcome {
	return { ...NOTHING, recordId, message, reason };
}

/** Left out by a rule. */
export function skipped(reason: Reason): Outcome {
	return { ...NOTHING, ...explain(reason), result: 'skipped', reason };
}

/** Deferred where the vendor named the moment from which it works again, else failed. */
export function refused(error: unknown, recordId: string): Outcome {
	const outcome = { ...failedOutcome('zoom', error), recordId };
	return outcome.retryAt === null ? outcome : { ...outcome, result: 'deferred' };
}
