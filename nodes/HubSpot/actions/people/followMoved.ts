import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { inBatches } from '../../../shared/transport/batch';
import { ContactIndex } from '../../mapping/contactIndex';
import type { ContactRecord } from '../../mapping/wire';
import { readContacts } from '../../transport/contacts';
import { BATCH_SIZE, retryLater } from '../../transport/limits';
import type { Contact } from './contact';
import { askedOf, join, mergedIds } from './identity';
import { rebuildMerged } from './rebuildMerged';
import { aliveContacts, type Run } from './run';
import { keepLongest } from './sift';

/**
 * Looks for contacts that went away while the run was on: merged into another one, which keeps their
 * id, or deleted and created again under their address. Who is nowhere is deferred.
 * @returns those that were found, with what HubSpot holds of them and what was known before united
 */
export async function followMoved(run: Run, contacts: readonly Contact[]): Promise<Contact[]> {
	const found = new Set<Contact>();
	for (const batch of inBatches(contacts, BATCH_SIZE)) {
		const records = await lookAgain(run, batch);
		for (const contact of batch) {
			const record = records.get(contact);
			if (record !== undefined) found.add(moved(run, contact, record));
			else defer(contact);
		}
	}
	await rebuildMerged(run, [...found]);
	return [...found];
}

/** By the old id first, then by the address. */
async function lookAgain(
	run: Run,
	contacts: readonly Contact[],
): Promise<Map<Contact, ContactRecord>> {
	const ids = contacts.map(({ id }) => id);
	const byId = await read(run, contacts, ids);
	const found = new Map<Contact, ContactRecord>();
	for (const contact of contacts) {
		const record = byId.find((one) => [one.id, ...mergedIds(one)].includes(contact.id));
		if (record !== undefined) found.set(contact, record);
	}
	const open = contacts.filter((contact) => !found.has(contact));
	if (open.length === 0) return found;
	const index = new ContactIndex();
	const emails = open.map(({ email }) => email);
	for (const record of await read(run, open, emails, 'email')) index.add(record);
	for (const contact of open) {
		const record = index.byPrimary(contact.email) ?? index.bySecondary(contact.email);
		if (record !== undefined) found.set(contact, record);
	}
	return found;
}

async function read(
	run: Run,
	contacts: readonly Contact[],
	ids: readonly string[],
	idProperty?: 'email',
): Promise<ContactRecord[]> {
	const by = idProperty === undefined ? {} : { idProperty };
	const attempted = await attempt(readContacts(run.client, ids, askedOf(run), by));
	if (attempted.ok) return attempted.value;
	for (const person of contacts.flatMap(({ people }) => alive(people))) {
		person.refuse(attempted.error, 'properties');
	}
	return [];
}

/** The contact under its new record; the one that this run has there already where there is one. */
function moved(run: Run, contact: Contact, record: ContactRecord): Contact {
	const before = contact.history();
	const other = aliveContacts(run).find((one) => one !== contact && one.id === record.id);
	const whole = other ?? contact;
	const ours = whole.history();
	if (other !== undefined) join(run, other, contact);
	keepLongest(alive(whole.people), () => '');
	whole.isKnownAs(record);
	whole.unite(before);
	whole.unite(ours);
	return whole;
}

function defer({ people }: Contact): void {
	const retryAt = retryLater();
	for (const person of alive(people)) {
		const message = 'The contact was deleted while the sync ran';
		person.defer('temporarilyUnavailable', message, retryAt, 'properties');
	}
}
