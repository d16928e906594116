import { attempt } from '../../../shared/transport/attempt';
import { readContacts } from '../../transport/contacts';
import type { Contact } from './contact';
import { askedOf } from './identity';
import type { Run } from './run';

/** So many requests after they were looked up, contacts are read again before they are written. */
const FRESH_FOR = 10;

/**
 * Reads contacts that are about to be written once more where the run has been long: what another run has
 * written in the meantime, and has read back as its own, would be overwritten and nobody would notice.
 * Whoever cannot be read is written as they were; reading back finds out.
 * @returns whether they were read
 */
export async function readAgain(run: Run, batch: readonly Contact[]): Promise<boolean> {
	if (run.client.calls() - run.lookedUpAt <= FRESH_FOR) return false;
	const ids = batch.map(({ id }) => id);
	const attempted = await attempt(readContacts(run.client, ids, askedOf(run)));
	if (!attempted.ok) return false;
	const records = new Map(attempted.value.map((record) => [record.id, record]));
	for (const contact of batch) {
		const record = records.get(contact.id);
		if (record !== undefined) contact.isStill(record);
	}
	return true;
}
