import type { StepResult, Waiting } from '../../../flowStep/state';
import { Person } from '../../people/person';
import type { Verdict } from './verdict';

/** How Marketo hears of an item: `noted` = with the rest of the chunk. */
export type AnswerKind = 'told' | 'noted' | 'toldBefore' | 'atOnce';

/** One input item, and whom of those who wait in Marketo it is about. */
export class Answered {
	/** What Marketo is told. */
	result: StepResult;
	answer: AnswerKind | null = null;
	/** How the program was written. */
	readonly person: Person;
	/** null where it is about nobody who waits, or about somebody whom another item is about. */
	readonly waiting: Waiting | null;

	private constructor(
		readonly verdict: Verdict,
		waiting: Waiting | null,
	) {
		this.result = verdict.result;
		this.waiting = waiting;
		this.person = new Person({
			// The number names the person; an address may be several people's.
			email: waiting === null || waiting.leadId > 0 ? '' : waiting.email,
			leadId: waiting !== null && waiting.leadId > 0 ? waiting.leadId : null,
			leadFields: {},
			mappedLeadFields: {},
		});
	}

	/** An item about somebody who waits. */
	static about(waiting: Waiting, verdict: Verdict): Answered {
		return new Answered(verdict, waiting);
	}

	/** An item that Marketo is not told; `person` says why. */
	static unused(verdict: Verdict): Answered {
		return new Answered(verdict, null);
	}
}
