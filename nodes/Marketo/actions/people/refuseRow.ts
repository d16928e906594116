import { explain } from '../../../shared/model/reasons';
import { reasonOfCode, type RowAnswer } from '../../mapping/rowAnswer';
import type { Person, StepName } from './person';

const NOT_IN_ANSWER = 'its answer does not name the record';

/**
 * Marketo refused one record of a batch: the person fails with the reason of its code and its words.
 * @param what was to be written, as in "Marketo did not write …"
 */
export function refuseRow(
	person: Person,
	step: StepName,
	answer: RowAnswer | undefined,
	what: string,
): void {
	const words = answer === undefined ? NOT_IN_ANSWER : `${answer.words} (${answer.code})`.trim();
	const told = reasonOfCode(answer?.code ?? '');
	if (told === 'vendorRejected') {
		person.fail(`Marketo did not write ${what}: ${words}`, undefined, step);
		return;
	}
	// What was never seen was not deleted meanwhile.
	const isUnseen = told === 'leadDeleted' && person.lead?.confirmed !== true;
	const reason = isUnseen ? 'leadNotFound' : told;
	const { message, repair } = explain(reason);
	person.fail(`${message}: ${words}`, repair, step, reason);
}
