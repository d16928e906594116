import type { Destination, Outcome, OutcomeStep } from '../model/outcome';
import { explain, type Reason } from '../model/reasons';
import type { Registrant } from '../model/registrant';
import type { Written } from '../node/people';
import type { VendorError } from '../transport/vendorError';

/** What became of a person. */
type Told = Pick<Outcome, 'result' | 'action' | 'reason' | 'message' | 'repair' | 'retryAt'>;

/** Refusals that are as they should be: nothing is to be mended. */
const RULES: readonly Reason[] = ['hostCannotRegister', 'panelistCannotRegister'];

const LATER: readonly Reason[] = ['dailyLimit', 'registrantDailyLimit', 'temporarilyUnavailable'];

/** Troubles of a platform pass within minutes; its daily limits say themselves when they end. */
const RETRY_LATER_MS = 10 * 60_000;

/** One input item on its way through an operation that writes registrants. */
export class Person {
	/** As far as it is known; comes out beside the outcome. */
	registrant: Registrant | null = null;
	private told: Told | null = null;
	private step: OutcomeStep | null = null;

	/** @param stepName the step that this operation does: `registration`, `status`, `deletion` */
	constructor(
		private readonly stepName: string,
		private readonly destination: Destination,
	) {}

	/** Nothing is told of the person yet. */
	get open(): boolean {
		return this.told === null;
	}

	/** Written now. */
	done(action: string, message: string, via?: string, reason: Reason | null = null): void {
		const repair = reason === null ? '' : explain(reason).repair;
		this.tell({ result: 'synced', action, reason, message, repair, retryAt: null }, via);
	}

	/** Was already so. */
	unchanged(reason: Reason | null, message: string): void {
		const repair = reason === null ? '' : explain(reason).repair;
		this.tell({ result: 'unchanged', action: 'none', reason, message, repair, retryAt: null });
	}

	/** Left out by a rule. */
	skip(reason: Reason, words: { message: string; repair: string } = explain(reason)): void {
		const { message, repair } = words;
		this.tell({ result: 'skipped', action: 'none', reason, message, repair, retryAt: null });
	}

	/** Could not be written. */
	fail(reason: Reason, words: { message: string; repair: string } = explain(reason)): void {
		const { message, repair } = words;
		this.tell({ result: 'failed', action: 'none', reason, message, repair, retryAt: null });
	}

	/** The platform refused, for good or for now. */
	refuse({ details }: VendorError): void {
		const { reason, message, repair } = details;
		if (LATER.includes(reason)) {
			const retryAt = details.retryAt ?? new Date(Date.now() + RETRY_LATER_MS).toISOString();
			this.tell({ result: 'deferred', action: 'none', reason, message, repair, retryAt });
		} else if (RULES.includes(reason)) this.skip(reason, { message, repair });
		else this.fail(reason, { message, repair });
	}

	private tell(told: Told, via?: string): void {
		this.told = told;
		this.step = { result: told.result, ...(via !== undefined && { message: via }) };
	}

	/**
	 * The person's outcome and registrant.
	 * @throws Error when nothing was told of the person, which is a defect of ours
	 */
	written(preview: boolean): Written {
		if (this.told === null || this.step === null) throw new Error('A person has no outcome');
		const outcome: Outcome = {
			destination: this.destination,
			...this.told,
			steps: { [this.stepName]: this.step },
			recordId: this.registrant?.registrantId ?? '',
			preview,
		};
		const { registrant } = this;
		return { outcome, ...(registrant !== null && { adds: { registrant: { ...registrant } } }) };
	}
}

/** Those of whom nothing is told yet. */
export function openOnes<P extends Person>(people: readonly P[]): P[] {
	return people.filter(({ open }) => open);
}

/** The list of reasons speaks of addresses that a platform gave; these came with the items. */
export const BAD_EMAIL = {
	message: explain('invalidEmail').message,
	repair: 'Correct the address, then run again',
};
