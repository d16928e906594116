import { inBatches } from '../../../shared/transport/batch';
import { ADDRESS_PROPERTIES, ContactIndex } from '../../mapping/contactIndex';
import { attempt } from '../../transport/attempt';
import { readContacts } from '../../transport/contacts';
import { BATCH_SIZE } from '../../transport/limits';
import { Contact } from './contact';
import { alive } from './person';
import { aliveContacts, type Run } from './run';

/** Looks everybody up by address: known, known under another address only, deleted, or new. */
export async function findContacts(run: Run): Promise<void> {
	for (const person of alive(run.people)) {
		const { email } = person.input;
		const contact = run.contacts.get(email) ?? new Contact(email);
		run.contacts.set(email, contact);
		contact.people.push(person);
		person.contact = contact;
	}
	const index = await lookUp(run, [...run.contacts.values()], false);
	for (const contact of aliveContacts(run)) settle(contact, index);
	const unknown = aliveContacts(run).filter(({ record }) => record === null);
	const deleted = await lookUp(run, unknown, true);
	for (const { email, people } of unknown) {
		if (!deleted.byPrimary(email) && !deleted.bySecondary(email)) continue;
		for (const person of alive(people)) person.skip('deletedContact');
	}
}

function settle(contact: Contact, index: ContactIndex): void {
	const record = index.byPrimary(contact.email);
	if (record === undefined) {
		if (index.bySecondary(contact.email) === undefined) return;
		for (const person of alive(contact.people)) person.skip('secondaryEmail');
		return;
	}
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

async function lookUp(
	run: Run,
	contacts: readonly Contact[],
	archived: boolean,
): Promise<ContactIndex> {
	const index = new ContactIndex();
	const asked = archived ? ADDRESS_PROPERTIES : [...ADDRESS_PROPERTIES, ...run.properties];
	for (const batch of inBatches(contacts, BATCH_SIZE)) {
		const emails = batch.map(({ email }) => email);
		const by = { idProperty: 'email', archived } as const;
		const attempted = await attempt(readContacts(run.client, emails, asked, by));
		if (attempted.ok) {
			for (const record of attempted.value) index.add(record);
		} else if (archived && attempted.error.details.status === 400) {
			// Whether deleted contacts can be read by address is not documented.
			run.deletedUnchecked = 'HubSpot did not tell whether the contact was deleted before';
			break;
		} else {
			for (const person of batch.flatMap(({ people }) => alive(people))) {
				person.refuse(attempted.error, 'contact');
			}
		}
	}
	return index;
}
