import { explain } from '../../../../shared/model/reasons';
import { isThereAlready } from '../../../../shared/registrants/candidate';
import { openOnes } from '../../../../shared/registrants/person';
import { partOf, type Permitted } from '../../../mapping/permitted';
import { lookUp } from '../../people/lookUp';
import type { AdobeCandidate } from './candidate';
import type { Target } from './target';

/** Settles whoever has a permission already; nobody who presents is made a participant. */
export async function lookUpPeople(target: Target): Promise<void> {
	const people = openOnes(target.people);
	if (people.length === 0) return;
	const emails = people.map(({ email }) => email);
	// Events make people themselves; rooms need to know everybody.
	const within = target.rules === null ? 'everybody' : 'users';
	const read = await target.attempt(
		async () => await lookUp(target.client, target.aclId, emails, within),
	);
	if (!read.ok) {
		for (const person of people) person.refuse(read.error);
		return;
	}
	for (const person of people) {
		const known = read.value.get(person.email);
		person.principal = known?.principal ?? null;
		if (known?.permitted !== undefined) isPermitted(target, person, known.permitted);
	}
}

/** The person had this permission before the run. */
export function isPermitted(target: Target, person: AdobeCandidate, permitted: Permitted): void {
	const part = partOf(permitted.permission);
	if (part !== null) {
		person.skip(part, part === 'hostCannotRegister' ? explain(part) : PRESENTER);
		return;
	}
	person.principalId = permitted.principalId;
	const registrant = target.registrantOf(person, permitted);
	isThereAlready(person, registrant, target.options.approveAgain, 'Adobe Connect');
}

const PRESENTER = {
	message: 'A presenter of the webinar cannot register for it',
	repair: 'The person comes in as a presenter; nothing needs doing',
};
