import type { IExecuteFunctions } from 'n8n-workflow';

import { isValidEmail, normaliseEmail } from '../model/email';
import { ParameterError } from '../node/errors';
import type { Outcomes } from '../node/outcomes';
import { asText } from '../transport/json';
import type { Entry } from './byWebinar';

/** Who is to be invited. */
export interface Invited {
	/** Trimmed and lower case. */
	email: string;
	/** First and last name. */
	name: string;
}

export function readInvited(context: IExecuteFunctions, itemIndex: number): Invited {
	return {
		email: normaliseEmail(context.getNodeParameter('email', itemIndex, '')),
		name: asText(context.getNodeParameter('panelistName', itemIndex, '')).trim(),
	};
}

/**
 * Settles those who cannot be invited anywhere.
 * @param one what the platform calls them, e.g. `panelist`
 */
export function siftInvited(
	invitees: ReadonlyArray<Entry<Invited>>,
	{ skipped }: Pick<Outcomes, 'skipped'>,
	one: string,
): void {
	for (const invitee of invitees) {
		const { email, name } = invitee.input;
		if (email === '') invitee.settle({ outcome: skipped('noEmail') });
		else if (!isValidEmail(email)) invitee.settle({ outcome: skipped('invalidEmail') });
		else if (name === '') {
			invitee.refuse(new ParameterError('Name is empty', `Enter the name of the ${one}`));
		}
	}
}

/** Of several with the same address the first counts; the others are settled. */
export function withoutDoubles<E extends Entry<Invited>>(
	invitees: readonly E[],
	{ skipped }: Pick<Outcomes, 'skipped'>,
): E[] {
	const seen = new Set<string>();
	return invitees.filter((invitee) => {
		const { email } = invitee.input;
		if (seen.has(email)) {
			const message = 'The same address came more than once for this webinar; the first was used';
			invitee.settle({ outcome: { ...skipped('duplicate'), message } });
			return false;
		}
		seen.add(email);
		return true;
	});
}
