import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { ContactIndex } from '../../mapping/contactIndex';
import type { ContactRecord } from '../../mapping/wire';
import { readContacts } from '../../transport/contacts';
import { BATCH_SIZE, CALLS_AT_ONCE } from '../../transport/limits';
import { Contact } from './contact';
import { ADDRESSES, askedOf, join } from './identity';
import { rebuildMerged } from './rebuildMerged';
import { aliveContacts, type Run } from './run';
import { keepLongest, siftNew } from './sift';

/** Looks everybody up by address: known, known under another address only, deleted, or new. */
export async function findContacts(run: Run): Promise<void> {
	for (const person of alive(run.people)) {
		const { email } = person.input;
		const contact = run.contacts.get(email) ?? new Contact(email);
		run.contacts.set(email, contact);
		contact.people.push(person);
		person.contact = contact;
	}
	run.lookedUpAt = run.client.calls();
	const known = recognise(run, await lookUp(run, [...run.contacts.values()], false));
	for (const [contact, record] of known) isKnown(contact, record);
	await rebuildMerged(run, [...known.keys()]);
	for (const person of alive(run.people)) {
		const reason = run.rule?.(person) ?? null;
		if (reason !== null) person.skip(reason);
	}
	const unknown = aliveContacts(run).filter(({ record }) => record === null);
	if (run.options.exclusionsApplyTo === 'newContacts') {
		for (const { people } of unknown) siftNew(people, run.options);
	}
	if (run.options.deletedContacts === 'skip') await skipDeleted(run);
}

/** Everybody whom HubSpot knows, with their record; people who are one contact are joined. */
function recognise(run: Run, index: ContactIndex): Map<Contact, ContactRecord> {
	const byId = new Map<string, Contact>();
	const known = new Map<Contact, ContactRecord>();
	for (const contact of aliveContacts(run)) {
		const primary = index.byPrimary(contact.email);
		const record = primary ?? index.bySecondary(contact.email);
		if (record === undefined) continue;
		if (primary === undefined && run.options.secondaryEmails === 'skip') {
			for (const person of alive(contact.people)) person.skip('secondaryEmail');
			continue;
		}
		const first = byId.get(record.id);
		if (first !== undefined) join(run, first, contact);
		else {
			byId.set(record.id, contact);
			known.set(contact, record);
		}
	}
	return known;
}

function isKnown(contact: Contact, record: ContactRecord): void {
	keepLongest(alive(contact.people), () => '');
	contact.isKnownAs(record);
	if (contact.historyState !== 'newer') return;
	for (const person of alive(contact.people)) {
		person.fail(
			'The webinar history of the contact was written by a newer version of this node',
			'Update the package n8n-nodes-webinars',
			'properties',
		);
	}
}

async function skipDeleted(run: Run): Promise<void> {
	const unknown = aliveContacts(run).filter(({ record }) => record === null);
	const deleted = await lookUp(run, unknown, true);
	for (const { email, people } of unknown) {
		if (!deleted.byPrimary(email) && !deleted.bySecondary(email)) continue;
		for (const person of alive(people)) person.skip('deletedContact');
	}
}

async function lookUp(
	run: Run,
	contacts: readonly Contact[],
	archived: boolean,
): Promise<ContactIndex> {
	const index = new ContactIndex();
	const asked = archived ? ADDRESSES : askedOf(run);
	const look = async (batch: readonly Contact[]) => {
		const emails = batch.map(({ email }) => email);
		const by = { idProperty: 'email', archived } as const;
		const attempted = await attempt(readContacts(run.client, emails, asked, by));
		if (attempted.ok) {
			for (const record of attempted.value) index.add(record);
		} else if (archived && attempted.error.details.status === 400) {
			// Whether deleted contacts can be read by address is not documented.
			run.deletedUnchecked = 'HubSpot did not say whether the contact was deleted before';
		} else {
			for (const person of batch.flatMap(({ people }) => alive(people))) {
				person.refuse(attempted.error, 'contact');
			}
		}
	};
	const [first = [], ...others] = inBatches(contacts, BATCH_SIZE);
	if (first.length > 0) await look(first);
	if (run.deletedUnchecked === '') await concurrently(others, CALLS_AT_ONCE, look);
	return index;
}
