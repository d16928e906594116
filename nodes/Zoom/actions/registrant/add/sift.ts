import { explain } from '../../../../shared/model/reasons';
import { problemOf } from '../../../mapping/registration';
import { missingAnswers, missingMessage } from '../../../mapping/registrationForm';
import { BAD_EMAIL, openOnes } from '../person';
import type { Candidate } from './candidate';
import type { Target } from './target';

/** Leaves out whom nobody could register, whatever the webinar. */
export function siftByItem(people: readonly Candidate[]): void {
	for (const person of openOnes(people)) {
		const reason = problemOf(person.registration);
		if (reason === 'missingFirstName') person.fail(reason);
		else if (reason === 'noEmail') person.skip(reason, NO_EMAIL);
		else if (reason !== null) person.skip(reason, BAD_EMAIL);
	}
}

const NO_EMAIL = {
	message: 'The item has no email address',
	repair: 'Map Email to a field that is always filled, then run again',
};

/** The first of several items with the same address counts. */
export function siftDuplicates({ people }: Target): void {
	const seen = new Set<string>();
	for (const person of openOnes(people)) {
		if (seen.has(person.email)) person.skip('duplicate', TWICE);
		else seen.add(person.email);
	}
}

const TWICE = {
	message:
		'The same address came more than once for this webinar and its occurrences; the first one was used',
	repair: '',
};

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
