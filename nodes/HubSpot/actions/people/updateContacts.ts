import { alive } from '../../../shared/node/ended';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { updateContacts } from '../../transport/contacts';
import { BATCH_SIZE, CALLS_AT_ONCE, retryLater } from '../../transport/limits';
import { sendSplitting } from '../../transport/sendSplitting';
import { HISTORY_FULL, type Contact } from './contact';
import { followMoved } from './followMoved';
import type { Person } from './person';
import { readAgain } from './readAgain';
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
	await update(
		run,
		aliveContacts(run).filter((contact) => isKnown(contact) && !contact.written),
	);
}

/**
 * The same before their registration is written, of people whose registration has no time of its own:
 * HubSpot knows an activity by its time, so the time that this run gives it is kept first. Were it kept
 * afterwards and that failed, the next run would register them again under another time.
 */
export async function updateUntimedContacts(run: Run): Promise<void> {
	await update(
		run,
		aliveContacts(run).filter(
			(contact) => isKnown(contact) && alive(contact.people).some(isUntimed),
		),
	);
}

function isKnown({ record, created }: Contact): boolean {
	return record !== null && !created;
}

function isUntimed({ report, settled }: Person): boolean {
	return !settled && report?.registration !== undefined && report.registration.at === undefined;
}

async function update(run: Run, contacts: readonly Contact[]): Promise<void> {
	if (run.options.preview) {
		for (const { contact } of contacts.flatMap(updateOf)) succeed(contact);
		return;
	}
	await updateContactsOf(run, contacts);
}

/** Brings the properties of these contacts up to date, new ones too. */
export async function updateContactsOf(run: Run, contacts: readonly Contact[]): Promise<void> {
	const gone: Contact[] = [];
	const batches = inBatches(contacts.flatMap(updateOf), BATCH_SIZE);
	await concurrently(batches, CALLS_AT_ONCE, async (batch) => {
		const written = batch.map(({ contact }) => contact);
		const updates = (await readAgain(run, written)) ? written.flatMap(updateOf) : batch;
		if (updates.length > 0) gone.push(...(await sendUpdates(run, updates)));
	});
	const found = (await followMoved(run, gone)).flatMap(updateOf);
	for (const batch of inBatches(found, BATCH_SIZE)) {
		for (const contact of await sendUpdates(run, batch)) deferMoved(contact);
	}
}

/**
 * Sends updates; people whose contact could not be written are ended.
 * @returns contacts that HubSpot does not find any more: they were deleted or merged meanwhile
 */
export async function sendUpdates(run: Run, batch: readonly ContactUpdate[]): Promise<Contact[]> {
	const gone: Contact[] = [];
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
				if (error?.codes.includes('OBJECT_NOT_FOUND')) {
					gone.push(contact);
					continue;
				}
				const words = error?.message ?? 'its answer does not contain the contact';
				for (const person of alive(contact.people)) {
					person.fail(`HubSpot did not update the contact: ${words}`, undefined, 'properties');
				}
			}
		},
		(part, error) => {
			for (const person of part.flatMap(({ contact }) => alive(contact.people))) {
				person.refuse(error, 'properties');
			}
		},
	);
	return gone;
}

/** Of a contact that keeps moving away. */
export function deferMoved({ people }: Contact): void {
	const message = 'The contact was deleted or merged while the sync ran';
	const retryAt = retryLater();
	for (const person of alive(people)) {
		person.defer('temporarilyUnavailable', message, retryAt, 'properties');
	}
}

function updateOf(contact: Contact): ContactUpdate[] {
	const people = alive(contact.people);
	const wanted = contact.wanted();
	if (!contact.created) for (const person of people) person.step('contact', 'unchanged');
	if (wanted === null) {
		for (const person of people) {
			person.fail(HISTORY_FULL.message, HISTORY_FULL.repair, 'properties');
		}
		return [];
	}
	const properties = { ...contact.changed(wanted), ...contact.further() };
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
