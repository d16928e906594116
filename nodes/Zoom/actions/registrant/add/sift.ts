import { explain } from '../../../../shared/model/reasons';
import { missingMessage } from '../../../../shared/registrants/answers';
import { openOnes } from '../../../../shared/registrants/person';
import { missingAnswers } from '../../../mapping/registrationForm';
import type { Target } from './target';

/** Zoom would refuse several occurrences here, and which of them is meant only a person can say. */
export function siftOccurrences({ rules, occurrenceIds, people }: Target): void {
	if (!rules.eachOccurrence || occurrenceIds.length < 2) return;
	for (const person of openOnes(people)) {
		person.fail('vendorRejected', {
			message:
				'The webinar takes a registration for one occurrence at a time, and several are given',
			repair: 'Give one occurrence per item',
		});
	}
}

/** Zoom would refuse them as well, and each refusal would count against the person's daily calls. */
export function siftByForm({ form, people }: Target): void {
	for (const person of openOnes(people)) {
		const missing = missingAnswers(person.registration, form);
		if (missing.length === 0 || person.toApprove) continue;
		const { repair } = explain('requiredQuestionMissing');
		person.fail('requiredQuestionMissing', { message: missingMessage(missing), repair });
	}
}
