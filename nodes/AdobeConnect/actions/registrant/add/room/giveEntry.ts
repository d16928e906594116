import { isRegistered } from '../../../../../shared/registrants/candidate';
import { openOnes } from '../../../../../shared/registrants/person';
import { asUser, createPerson } from '../../../people/createPerson';
import { approved, permit } from '../approveAgain';
import type { AdobeCandidate } from '../candidate';
import type { Target } from '../target';

/**
 * Registers people for a seminar or a meeting, where Adobe Connect knows no registration: whoever is not
 * in the account yet is created, one by one, then all get the permission of a participant.
 */
export async function giveEntry(target: Target): Promise<void> {
	const people = openOnes(target.people).filter(({ toApprove }) => !toApprove);
	const entered: AdobeCandidate[] = [];
	for (const person of people) {
		if (await identify(target, person)) entered.push(person);
	}
	const failed = await permit(target, entered);
	for (const person of entered) {
		const error = failed.get(person.principalId);
		if (error !== undefined) person.refuse(error);
		else isRegistered(person, target.registrantOf(person, approved(person)));
	}
}

/** @returns whether the person has a principal-id now; else it is told why not */
async function identify(target: Target, person: AdobeCandidate): Promise<boolean> {
	const { principal, contact, wished } = person;
	const { createAs, convertGuests } = target.options;
	const creation = { type: createAs, password: wished.password, convertGuests };
	const isToConvert = createAs === 'user' && convertGuests;
	const identified =
		principal === null
			? await createPerson(target, contact, creation)
			: isToConvert
				? await asUser(target, principal, creation)
				: { ok: true as const, value: principal.id };
	if (identified.ok) person.principalId = identified.value;
	else person.refuse(identified.error);
	return identified.ok;
}
