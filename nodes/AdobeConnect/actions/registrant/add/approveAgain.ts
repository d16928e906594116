import { openOnes } from '../../../../shared/registrants/person';
import { permissionOf, type Permitted } from '../../../mapping/permitted';
import { changePermissions } from '../../people/changePermissions';
import type { AdobeCandidate } from './candidate';
import type { Target } from './target';

/** Approves those who were denied before, where the option says so. */
export async function approveAgain(target: Target): Promise<void> {
	const people = openOnes(target.people).filter(({ toApprove }) => toApprove);
	const failed = await permit(target, people);
	for (const person of people) {
		const error = failed.get(person.principalId);
		if (error !== undefined) person.refuse(error);
		else {
			person.isKnownAs(target.registrantOf(person, approved(person)));
			person.done('approved', 'Approved again');
		}
	}
}

/** Lets people in. @returns those for whom it did not work, by principal-id */
export async function permit(
	target: Target,
	people: readonly AdobeCandidate[],
): ReturnType<typeof changePermissions> {
	return await changePermissions(
		target,
		people.map(({ principalId }) => ({ principalId, permission: 'view' as const })),
	);
}

/** The person's own permission, as it was read back. */
export function approved({ principalId, login }: AdobeCandidate): Permitted {
	return { principalId, permission: permissionOf('approved'), login, name: '' };
}
