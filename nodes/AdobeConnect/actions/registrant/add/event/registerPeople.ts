import { openOnes } from '../../../../../shared/registrants/person';
import type { EventRules } from '../../../../mapping/eventRules';
import { registerForEvent } from '../../../../transport/endpoints/registration';
import { mayHaveWorked, refusedField, toldCode } from '../../../../transport/told';
import type { AdobeCandidate } from '../candidate';
import type { Target } from '../target';
import { readBack } from './readBack';
import { meantRefusal } from './refusals';
import { hasAccount } from './sift';

/** Registers people for an event, one call each; what became of them is then read, for all together. */
export async function registerPeople(target: Target, rules: EventRules): Promise<void> {
	for (const person of openOnes(target.people)) {
		if (!person.toApprove) await registerOne(target, rules, person);
	}
	await readBack(target, rules);
}

async function registerOne(
	target: Target,
	{ passwordBypass }: EventRules,
	person: AdobeCandidate,
): Promise<void> {
	const { client, aclId } = target;
	const { contact, wished, login, answers } = person;
	const { password, campaignId } = wished;
	const before = client.calls();
	const attempted = await target.attempt(
		async () =>
			await registerForEvent(client, aclId, {
				login,
				email: contact.email,
				firstName: contact.firstName,
				lastName: contact.lastName,
				password: passwordBypass || hasAccount(person) ? '' : password,
				campaignId,
				answers,
			}),
	);
	const tries = client.calls() - before;
	if (attempted.ok) {
		target.run.wrote = true;
		person.answer = { kind: 'taken', principalId: attempted.value };
		return;
	}
	const { error } = attempted;
	if (refusedField(error) === 'already-registered' && toldCode(error, 'invalid')) {
		person.answer = { kind: 'there', ours: tries > 1 };
	} else if (mayHaveWorked(error) && tries > 0) {
		person.answer = { kind: 'lost', error };
	} else person.refuse(meantRefusal(error, target.form, person));
}
