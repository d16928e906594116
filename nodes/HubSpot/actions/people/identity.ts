import { ADDRESS_PROPERTIES } from '../../mapping/contactIndex';
import type { ContactRecord } from '../../mapping/wire';
import type { Contact } from './contact';
import type { Run } from './run';

/** Ids of contacts that were merged into this one, separated by semicolons. */
const MERGED_PROPERTY = 'hs_merged_object_ids';

/** What a contact is known by. */
export const ADDRESSES: readonly string[] = [...ADDRESS_PROPERTIES, MERGED_PROPERTY];

/** What a contact is asked for when it is looked up. */
export function askedOf({ properties }: Run): string[] {
	return [...ADDRESSES, ...properties];
}

/** Ids under which the contact was known before merges. */
export function mergedIds(record: ContactRecord | null): string[] {
	return (record?.properties[MERGED_PROPERTY] ?? '').split(/[;\s]+/).filter((id) => id !== '');
}

/** Two entries of the run turn out to be one contact: the people of the second become the first's. */
export function join(run: Run, first: Contact, second: Contact): void {
	for (const person of second.people.splice(0)) {
		person.contact = first;
		first.people.push(person);
	}
	run.contacts.delete(second.email);
}
