import { inBatches } from '../../../shared/transport/batch';
import { sendSplitting } from '../../transport/attempt';
import { updateContacts } from '../../transport/contacts';
import { BATCH_SIZE, RETRY_LATER_MS } from '../../transport/limits';
import { HISTORY_FULL, type Contact } from './contact';
import { alive } from './person';
import { aliveContacts, type Run } from './run';

interface ContactUpdate {
	contact: Contact;
	id: string;
	traceId: string;
	properties: Record<string, string>;
}

/**
 * Brings the properties of known contacts up to date, after their attendance: the history among
 * them says that a session is done. Only what differs is sent, and nothing when nothing differs.
 */
export async function updateKnownContacts(run: Run): Promise<void> {
	const updates = aliveContacts(run)
		.filter(({ record, created }) => record !== null && !created)
		.flatMap(updateOf);
	if (run.options.preview) {
		for (const { contact } of updates) succeed(contact);
		return;
	}
	for (const batch of inBatches(updates, BATCH_SIZE)) await sendUpdates(run, batch);
}

/** Sends updates; people whose contact could not be written are ended. */
export async function sendUpdates(run: Run, batch: readonly ContactUpdate[]): Promise<void> {
	await sendSplitting(
		batch,
		async (part) => {
			const { results, errors } = await updateContacts(run.client, part);
			const done = new Set(results.flatMap(({ id, traceId }) => [id, traceId]));
			for (const { contact, id, traceId } of part) {
				if (done.has(id)) {
					succeed(contact);
					continue;
				}
				const error = errors.find(
					({ ids, traceIds }) => ids.includes(id) || traceIds.includes(traceId),
				);
				for (const person of alive(contact.people)) {
					if (error?.codes.includes('OBJECT_NOT_FOUND')) {
						const message = 'The contact was deleted or merged while the sync ran';
						person.defer('temporarilyUnavailable', message, retryAt(), 'properties');
					} else {
						const words = error?.message ?? 'its answer does not contain the contact';
						person.fail(`HubSpot did not update the contact: ${words}`, undefined, 'properties');
					}
				}
			}
		},
		(part, error) => {
			for (const person of part.flatMap(({ contact }) => alive(contact.people))) {
				person.refuse(error, 'properties');
			}
		},
	);
}

function updateOf(contact: Contact): ContactUpdate[] {
	const people = alive(contact.people);
	const wanted = contact.wanted();
	for (const person of people) person.step('contact', 'unchanged');
	if (wanted === null) {
		for (const person of people) {
			person.fail(HISTORY_FULL.message, HISTORY_FULL.repair, 'properties');
		}
		return [];
	}
	const properties = contact.changed(wanted);
	if (Object.keys(properties).length === 0) {
		for (const person of people) person.step('properties', 'unchanged');
		return [];
	}
	return [{ contact, id: contact.id, traceId: contact.id, properties }];
}

function succeed(contact: Contact): void {
	contact.written = true;
	const replaced =
		contact.historyState === 'unreadable'
			? 'The history property could not be read in full; what was readable was kept'
			: undefined;
	for (const person of alive(contact.people)) person.step('properties', 'synced', replaced);
}

function retryAt(): string {
	return new Date(Date.now() + RETRY_LATER_MS).toISOString();
}
