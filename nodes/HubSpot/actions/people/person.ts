import type { OutcomeResult, OutcomeStep } from '../../../shared/model/outcome';
import { explain, type Reason } from '../../../shared/model/reasons';
import type { VendorError } from '../../../shared/transport/vendorError';
import type { HistoryReport } from '../../mapping/history';
import type { FieldWish } from '../../mapping/contactFields';
import type { PersonInput } from '../../mapping/person';
import { isTemporary } from '../../transport/errors';
import type { Contact } from './contact';
import type { Session } from './session';
import type { Ended } from '../ended';

export type StepName = 'contact' | 'event' | 'registration' | 'attendance' | 'properties' | 'note';

/** One input item on its way through the sync. */
export class Person {
	readonly steps: Partial<Record<StepName, OutcomeStep>> = {};
	/** null as long as nothing speaks against the person. */
	ended: Ended | null = null;
	session: Session | null = null;
	contact: Contact | null = null;
	/** What the contact's history is to say; null without a session. */
	report: HistoryReport | null = null;
	/** The history says so already: registration and attendance have been written before. */
	settled = false;

	/** What is written to the contact besides the webinar properties. */
	wishes: readonly FieldWish[] = [];

	/** The states in which the event of another app holds the person. */
	inOther: readonly string[] = [];

	constructor(readonly input: PersonInput) {}

	step(name: StepName, result: OutcomeResult, message?: string): void {
		this.steps[name] = { result, ...(message !== undefined && { message }) };
	}

	/** Left out by a rule. */
	skip(reason: Reason, words: { message: string; repair: string } = explain(reason)): void {
		const { message, repair } = words;
		this.end({ result: 'skipped', reason, message, repair, retryAt: null });
	}

	/** Could not be written. */
	fail(message: string, repair: string = explain('vendorRejected').repair, step?: StepName): void {
		if (step !== undefined) this.step(step, 'failed', message);
		this.end({ result: 'failed', reason: 'vendorRejected', message, repair, retryAt: null });
	}

	/** Will work later. */
	defer(reason: Reason, message: string, retryAt: string, step?: StepName): void {
		if (step !== undefined) this.step(step, 'deferred', message);
		this.end({ result: 'deferred', reason, message, repair: explain(reason).repair, retryAt });
	}

	/** HubSpot refused a step, for good or for now. */
	refuse(error: VendorError, step: StepName): void {
		const { message, repair, reason, retryAt } = error.details;
		if (isTemporary(error) && retryAt !== undefined) this.defer(reason, message, retryAt, step);
		else this.fail(message, repair, step);
	}

	private end(ended: Ended): void {
		// The first cause counts; only an item that stands for a session has nothing to lose.
		if (this.ended === null || this.ended.reason === 'nobodyAttended') this.ended = ended;
	}
}
