import { openOnes } from '../../../../../shared/registrants/person';
import { toForm } from '../../../../mapping/eventForm';
import { getRegistrationForm } from '../../../../transport/endpoints/registration';
import type { Target } from '../target';

/** What the event asks, once for all of its people. */
export async function readForm(target: Target): Promise<void> {
	if (target.rules === null) return;
	const people = openOnes(target.people).filter(({ toApprove }) => !toApprove);
	if (people.length === 0) return;
	const read = await target.attempt(
		async () => await getRegistrationForm(target.client, target.aclId),
	);
	if (read.ok) target.form = toForm(read.value);
	else for (const person of people) person.refuse(read.error);
}
