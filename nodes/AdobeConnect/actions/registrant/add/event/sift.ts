import { explain } from '../../../../../shared/model/reasons';
import { missingMessage } from '../../../../../shared/registrants/answers';
import { openOnes } from '../../../../../shared/registrants/person';
import { matchAnswers, missingTitles } from '../../../../mapping/eventForm';
import type { AdobeCandidate } from '../candidate';
import type { Target } from '../target';
import { NEEDS_PASSWORD } from './refusals';

/** Nobody can register for an event that is over. */
export function siftByEvent({ rules, people }: Target): void {
	if (rules === null || rules.closed === '') return;
	const { message } = explain('registrationClosed');
	const words = { message: `${message}: ${rules.closed}`, repair: CHOOSE_ANOTHER };
	for (const person of people) person.fail('registrationClosed', words);
}

const CHOOSE_ANOTHER = 'Choose an event that is still to come';

/** Adobe Connect would refuse them as well. */
export function siftByForm(target: Target): void {
	const { rules, form } = target;
	if (rules === null) return;
	for (const person of openOnes(target.people)) {
		if (person.toApprove) continue;
		const { answers, unknown } = matchAnswers(form, person.wished.answers);
		const missing = missingTitles(form, answers, person.contact);
		person.answers = answers;
		if (unknown.length > 0) {
			person.fail('vendorRejected', {
				message: `The event has no such question: ${unknown.join(', ')}`,
				repair: 'Write the titles under Custom Questions as the registration form shows them',
			});
		} else if (missing.length > 0) {
			const { repair } = explain('requiredQuestionMissing');
			person.fail('requiredQuestionMissing', { message: missingMessage(missing), repair });
		} else if (!rules.passwordBypass && person.wished.password === '' && !hasAccount(person)) {
			person.fail('requiredQuestionMissing', NEEDS_PASSWORD);
		}
	}
}

/** Somebody who signs in: a password that is sent along would become theirs. */
export function hasAccount({ principal }: AdobeCandidate): boolean {
	return principal !== null && principal.type !== 'guest';
}
