import { isAtDomain } from '../../../shared/items/domains';
import { explain } from '../../../shared/model/reasons';
import { alive } from '../../../shared/node/ended';
import { inBatches } from '../../../shared/transport/batch';
import { readContacts } from '../../transport/contacts';
import { BATCH_SIZE, retryLater } from '../../transport/limits';
import { participations } from '../../transport/participations';
import type { Group, Run } from './run';

/** Attendance comes after a webinar's end; an event that is still missing so much later does not come by itself. */
const AWAITED_MS = 24 * 60 * 60_000;

/** Who registered and did not cancel. */
const REGISTRANTS = new Set(['REGISTERED', 'ATTENDED', 'NO_SHOW']);

/**
 * Whom the call and its notes are associated with. As in the native integration a webinar that
 * nobody attended has nobody to show its recording to.
 */
export async function findContacts(run: Run, group: Group): Promise<void> {
	const { associateWith, excludedDomains } = run.options;
	if (associateWith === 'nobody') return;
	const found = associateWith === 'items' ? namedContacts(group) : await ofEvent(run, group);
	if (found === undefined) return;
	const emails =
		associateWith === 'items' || (excludedDomains.length > 0 && [...found.values()].includes(''))
			? await readEmails(run, [...found.keys()])
			: found;
	const wanted = [...emails].filter(([, email]) => !isAtDomain(email, excludedDomains));
	group.contactIds = wanted.map(([id]) => id);
	const left = emails.size - wanted.length;
	if (left > 0) group.contactsNotice = `${people(left)} at excluded domains left out`;
	if (wanted.length > 0) return;
	for (const entry of alive(group.entries)) {
		if (emails.size > 0) entry.skip('excludedDomain', 'All contacts are at excluded domains');
		else if (associateWith === 'items')
			entry.fail('vendorRejected', NO_CONTACTS, NO_CONTACTS_REPAIR);
		else entry.skip('nobodyAttended', nobody(associateWith));
	}
}

const NO_CONTACTS = 'None of the contacts that the items name exists in HubSpot';
const NO_CONTACTS_REPAIR =
	'Give record IDs of contacts in Contact IDs (contactIds), or choose another Associate With';

function nobody(associateWith: 'attendees' | 'registrants'): string {
	return associateWith === 'attendees'
		? explain('nobodyAttended').message
		: 'Nobody registered for the webinar or attended it';
}

function people(count: number): string {
	return count === 1 ? '1 contact' : `${count} contacts`;
}

/** Addresses by record ID. */
type Found = Map<string, string>;

function namedContacts({ entries }: Group): Found {
	const ids = alive(entries).flatMap(({ input }) => input.contactIds);
	return new Map(ids.map((id) => [id, '']));
}

/** @returns undefined when nothing can be said yet; the entries then say why */
async function ofEvent(run: Run, group: Group): Promise<Found | undefined> {
	const { event } = group.place;
	if (event === undefined) {
		awaitAttendance(run, group, 'HubSpot has no marketing event for this webinar yet');
		return undefined;
	}
	const wantsAttendees = run.options.associateWith === 'attendees';
	const found: Found = new Map();
	const filter = wantsAttendees ? { state: 'ATTENDED' } : {};
	const all = participations(run.client, { objectId: event.objectId }, filter);
	for await (const { contactId, email, state } of all) {
		const wanted = wantsAttendees ? state === 'ATTENDED' : REGISTRANTS.has(state);
		if (wanted && contactId !== '') found.set(contactId, email);
	}
	if (found.size > 0 || event.completed || !wantsAttendees) return found;
	awaitAttendance(run, group, 'The attendance of the webinar is not in HubSpot yet');
	return undefined;
}

/** Recordings are often ready before the attendance is: then it works later by itself. */
function awaitAttendance({ now }: Run, group: Group, message: string): void {
	const isRecent = now - Date.parse(group.session.end) < AWAITED_MS;
	const retryAt = retryLater(now);
	for (const entry of alive(group.entries)) {
		if (isRecent) entry.defer('reportNotReady', message, retryAt, 'event');
		else entry.fail('webinarNotFound', message, SYNC_FIRST, 'event');
	}
}

const SYNC_FIRST =
	'Run Sync Attendance for the webinar first, with the same credential and the same option One Marketing Event Per, or set Associate With to Nobody';

/** Those of the contacts that exist. */
async function readEmails({ client }: Run, ids: readonly string[]): Promise<Found> {
	const found: Found = new Map();
	for (const batch of inBatches(ids, BATCH_SIZE)) {
		for (const { id, properties } of await readContacts(client, batch, ['email'])) {
			found.set(id, (properties.email ?? '').toLowerCase());
		}
	}
	return found;
}
