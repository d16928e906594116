import type { OutcomeResult, OutcomeStep } from '../model/outcome';
import { explain, type Reason } from '../model/reasons';
import { isTemporary, type VendorError } from '../transport/vendorError';
import type { Ended } from './ended';

/** One input item on its way through an operation that writes: its steps, and what ended it. */
export class Progress<StepName extends string> {
	readonly steps: Partial<Record<StepName, OutcomeStep>> = {};
	/** null as long as nothing speaks against the item. */
	ended: Ended | null = null;

	step(name: StepName, result: OutcomeResult, message?: string): void {
		this.steps[name] = { result, ...(message !== undefined && { message }) };
	}

	/** Left out by a rule. */
	skip(reason: Reason, words: { message: string; repair: string } = explain(reason)): void {
		const { message, repair } = words;
		this.end({ result: 'skipped', reason, message, repair, retryAt: null });
	}

	/** Could not be written. */
	fail(
		message: string,
		repair: string = explain('vendorRejected').repair,
		step?: StepName,
		reason: Reason = 'vendorRejected',
	): void {
		if (step !== undefined) this.step(step, 'failed', message);
		this.end({ result: 'failed', reason, message, repair, retryAt: null });
	}

	/** Will work later. */
	defer(reason: Reason, message: string, retryAt: string, step?: StepName): void {
		if (step !== undefined) this.step(step, 'deferred', message);
		this.end({ result: 'deferred', reason, message, repair: explain(reason).repair, retryAt });
	}

	/** The vendor refused a step, for good or for now. */
	refuse(error: VendorError, step: StepName): void {
		const { message, repair, reason, retryAt } = error.details;
		if (isTemporary(error) && retryAt !== undefined) this.defer(reason, message, retryAt, step);
		else this.fail(message, repair, step, reason);
	}

	private end(ended: Ended): void {
		// The first cause counts; only an item that stands for a session has nothing to lose.
		if (this.ended === null || this.ended.reason === 'nobodyAttended') this.ended = ended;
	}
}
