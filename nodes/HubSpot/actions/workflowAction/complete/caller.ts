import { type Became } from '../../../../shared/items/registrationStatus';
import type { Outcome } from '../../../../shared/model/outcome';
import type { Reason } from '../../../../shared/model/reasons';
import type { Written } from '../../../../shared/node/people';
import { outputFieldsOf } from '../outputs';

/** How HubSpot waits: for a callback, on the open connection, not at all. Set on the trigger. */
export type Answer = 'callBack' | 'whenComplete' | 'atOnce';

/** What an item says about the contact that waits in HubSpot. */
export interface Wish {
	/** Empty where nothing tells. */
	callbackId: string;
	answer: Answer;
	became: Became;
	/** Further outputs of the action. */
	more: Record<string, string>;
}

interface Words {
	reason: Reason | null;
	message: string;
	repair?: string;
	retryAt?: string;
}

/** One input item on its way to an answer for HubSpot. */
export class Caller {
	/** HubSpot may have taken the answer: its confirmation was lost. */
	mayBeTold = false;
	private outcome: Outcome | null = null;

	constructor(readonly wish: Wish) {}

	get open(): boolean {
		return this.outcome === null;
	}

	/** HubSpot has taken the answer in this run. */
	get wasTold(): boolean {
		return this.outcome?.result === 'synced';
	}

	get callbackId(): string {
		return this.wish.callbackId;
	}

	get outputFields(): Record<string, string> {
		return outputFieldsOf(this.wish.became, this.wish.more);
	}

	/** HubSpot has the answer now. */
	told(message: string): void {
		this.settle('synced', { reason: null, message });
	}

	/** HubSpot had an answer before, or waits for none. */
	unchanged(message: string): void {
		this.settle('unchanged', { reason: null, message });
	}

	skip(words: Words): void {
		this.settle('skipped', words);
	}

	/** Deferred where the moment is known from which it works again. */
	fail(words: Words): void {
		this.settle(words.retryAt === undefined ? 'failed' : 'deferred', words);
	}

	/** @throws Error when nothing became of the item, which is a defect of ours */
	written(): Written {
		if (this.outcome === null) throw new Error('An answer to HubSpot has no outcome');
		return { outcome: this.outcome, adds: { workflowAction: { ...this.outputFields } } };
	}

	private settle(result: Outcome['result'], words: Words): void {
		const { reason, message, repair = '', retryAt = null } = words;
		this.outcome = {
			destination: 'hubspot',
			result,
			action: result === 'synced' ? 'answered' : 'none',
			reason,
			message,
			repair,
			steps: { answer: { result } },
			recordId: this.callbackId,
			retryAt,
			preview: false,
		};
	}
}

export function openOnes(callers: readonly Caller[]): Caller[] {
	return callers.filter(({ open }) => open);
}
