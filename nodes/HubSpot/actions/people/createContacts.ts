import { normaliseEmail } from '../../../shared/model/email';
import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import type { VendorError } from '../../../shared/transport/vendorError';
import { ADDRESS_PROPERTIES } from '../../mapping/contactIndex';
import { HISTORY_PROPERTY } from '../../mapping/definitions';
import type { BatchError } from '../../transport/batchAnswer';
import { createContacts, readContacts } from '../../transport/contacts';
import { BATCH_SIZE, CALLS_AT_ONCE } from '../../transport/limits';
import { sendSplitting } from '../../transport/sendSplitting';
import { vendorCodes } from '../../transport/vendorWords';
import { HISTORY_FULL, type Contact } from './contact';
import { aliveContacts, type Run } from './run';

interface NewContact {
	contact: Contact;
	traceId: string;
	properties: Record<string, string>;
}

/** Somebody else has the address by now, perhaps as a secondary one. */
interface Conflict {
	created: NewContact;
	existingId: string;
}

/** Creates who is new, with all our properties in the same write. */
export async function createNewContacts(run: Run): Promise<void> {
	const inputs = aliveContacts(run)
		.filter(({ record }) => record === null)
		.flatMap((contact, index) => newContact(contact, String(index)));
	if (run.options.preview) {
		for (const { contact } of inputs) isCreated(run, contact);
		return;
	}
	const conflicts: Conflict[] = [];
	await concurrently(inBatches(inputs, BATCH_SIZE), CALLS_AT_ONCE, async (batch) => {
		await sendSplitting(
			batch,
			async (part) => {
				const { results, errors } = await createContacts(run.client, part);
				// HubSpot does not always repeat the trace id of what it created; the address it does.
				const created = new Map(
					results.flatMap((record) => [
						[record.traceId, record],
						[normaliseEmail(record.properties.email), record],
					]),
				);
				for (const input of part) {
					const record = created.get(input.traceId) ?? created.get(input.contact.email);
					if (record === undefined) conflicts.push(...refused(input, errors));
					else {
						input.contact.record = record;
						input.contact.written = true;
						isCreated(run, input.contact);
					}
				}
			},
			(part, error) => {
				for (const { contact } of part) refuse(contact, error);
			},
		);
	});
	for (const batch of inBatches(conflicts, BATCH_SIZE)) await resolveConflicts(run, batch);
}

function newContact(contact: Contact, traceId: string): NewContact[] {
	const wanted = contact.wanted();
	if (wanted === null) {
		for (const person of alive(contact.people)) {
			person.fail(HISTORY_FULL.message, HISTORY_FULL.repair, 'properties');
		}
		return [];
	}
	const ours = Object.entries(wanted).filter(([, value]) => value !== '');
	const properties = { ...contact.fields(), ...contact.further(), ...Object.fromEntries(ours) };
	return [{ contact, traceId, properties }];
}

function isCreated(run: Run, contact: Contact): void {
	contact.created = true;
	const [first, ...others] = alive(contact.people);
	first?.step('contact', 'synced', run.deletedUnchecked || undefined);
	for (const person of others) person.step('contact', 'unchanged');
	for (const person of alive(contact.people)) person.step('properties', 'synced');
}

/** Why a record of a batch was not created; a conflict is looked into. */
function refused(input: NewContact, errors: readonly BatchError[]): Conflict[] {
	const error = errors.find(({ traceIds }) => traceIds.includes(input.traceId));
	if (error?.codes.includes('CONFLICT') && error.existingId !== '') {
		return [{ created: input, existingId: error.existingId }];
	}
	for (const person of alive(input.contact.people)) {
		if (error?.codes.includes('INVALID_EMAIL')) person.skip('invalidEmail');
		else {
			const words = error?.message ?? 'its answer does not contain the contact';
			person.fail(`HubSpot did not create the contact: ${words}`, undefined, 'contact');
		}
	}
	return [];
}

function refuse(contact: Contact, error: VendorError): void {
	const invalid = vendorCodes(error.details.body).includes('INVALID_EMAIL');
	for (const person of alive(contact.people)) {
		if (invalid) person.skip('invalidEmail');
		else person.refuse(error, 'contact');
	}
}

/** Another process, or this one in a request whose answer was lost, has created the contact. */
async function resolveConflicts(run: Run, conflicts: readonly Conflict[]): Promise<void> {
	const ids = [...new Set(conflicts.map(({ existingId }) => existingId))];
	const asked = [...ADDRESS_PROPERTIES, ...run.properties];
	const attempted = await attempt(readContacts(run.client, ids, asked));
	for (const { created, existingId } of conflicts) {
		const { contact, properties } = created;
		const people = alive(contact.people);
		if (!attempted.ok) {
			for (const person of people) person.refuse(attempted.error, 'contact');
			continue;
		}
		const record = attempted.value.find(({ id }) => id === existingId);
		if (normaliseEmail(record?.properties.email) !== contact.email || record === undefined) {
			for (const person of people) person.skip('secondaryEmail');
			continue;
		}
		contact.isKnownAs(record);
		// Whoever created it, the attendance may be missing; writing it twice changes nothing.
		for (const person of people) person.settled = false;
		if (record.properties[HISTORY_PROPERTY] !== properties[HISTORY_PROPERTY]) continue;
		contact.written = true;
		isCreated(run, contact);
	}
}
