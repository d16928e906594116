import type { CampaignRequest } from '../../../mapping/requestGroups';
import type { Person } from '../../people/person';

/** One input item: who it is about, and what is requested for that person. */
export interface Recipient {
	person: Person;
	/** null where the item does not say; the person has failed then. */
	request: CampaignRequest | null;
}

/** Those whom nothing speaks against. */
export function stillIn(
	recipients: readonly Recipient[],
): Array<{ person: Person; request: CampaignRequest }> {
	return recipients.flatMap(({ person, request }) =>
		request === null || person.ended !== null ? [] : [{ person, request }],
	);
}
