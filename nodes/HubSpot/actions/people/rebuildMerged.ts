import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { rebuiltHistory, type ContactParticipation } from '../../mapping/rebuild';
import { contactParticipations } from '../../transport/participations';
import type { Contact } from './contact';
import { mergedIds } from './identity';
import type { Run } from './run';

/**
 * When two contacts are merged, HubSpot keeps one value of every property, so the history of one of
 * them is lost. Its participations are not: of a merge that the history has not seen, they are read
 * and united with it.
 */
export async function rebuildMerged(run: Run, contacts: readonly Contact[]): Promise<void> {
	for (const contact of contacts) {
		if (alive(contact.people).length === 0) continue;
		const merged = mergedIds(contact.record);
		const seen = contact.history().merged;
		if (merged.every((id) => seen.has(id))) continue;
		// Of two contacts without a history nothing was lost.
		const participations =
			contact.historyState === 'empty' ? [] : await readParticipations(run, contact);
		const accounts = run.sessions.map(({ key }) => key.externalAccountId);
		contact.unite(rebuiltHistory(participations, contact.history(), accounts, merged));
	}
}

async function readParticipations(run: Run, contact: Contact): Promise<ContactParticipation[]> {
	const attempted = await attempt(contactParticipations(run.client, contact.id));
	if (attempted.ok) return attempted.value;
	for (const person of alive(contact.people)) person.refuse(attempted.error, 'properties');
	return [];
}
