import { alive } from '../../../shared/node/ended';
import { attempt, type Attempted } from '../../../shared/transport/attempt';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { pause } from '../../../shared/transport/send';
import { HISTORY_PROPERTY } from '../../mapping/definitions';
import { includesHistory, mergeHistories, type History } from '../../mapping/history';
import { fitHistory } from '../../mapping/historyFold';
import { parseHistory } from '../../mapping/historyText';
import { computeProperties } from '../../mapping/properties';
import type { ContactRecord } from '../../mapping/wire';
import { readContacts } from '../../transport/contacts';
import { BATCH_SIZE, CALLS_AT_ONCE, retryLater } from '../../transport/limits';
import type { Contact } from './contact';
import { followMoved } from './followMoved';
import type { Run } from './run';
import { deferMoved, sendUpdates } from './updateContacts';

const ROUNDS = 3;

/** A contact whose history another process has overwritten meanwhile. */
interface Lost {
	contact: Contact;
	/** What was overwritten and what stands there now, united. */
	union: History;
}

/**
 * HubSpot has no compare-and-set: of two runs that write a contact at once, the later one wins. So
 * every written contact is read once more after a while; where this run's sessions are gone, both
 * histories are united and written again. This makes the race short, it does not close it.
 */
export async function readBack(run: Run): Promise<void> {
	if (run.options.preview) return;
	let open = [...run.contacts.values()].filter(
		({ written, people }) => written && alive(people).length > 0,
	);
	const expected = new Map(open.map((contact) => [contact, fitted(contact.history())]));
	for (let round = 0; open.length > 0; round += 1) {
		await pause(run.options.readBackAfterSeconds * 1000, run.client.signal);
		const found = new Map<Contact, Lost>();
		for (const wave of inBatches(inBatches(open, BATCH_SIZE), CALLS_AT_ONCE)) {
			const read = await concurrently(wave, CALLS_AT_ONCE, async (batch) => {
				const ids = batch.map(({ id }) => id);
				return await attempt(readContacts(run.client, ids, [HISTORY_PROPERTY]));
			});
			// One after the other: contacts that were merged into one may be in two batches.
			for (const [index, batch] of wave.entries()) {
				const lost = await findLost(run, batch, read[index]!, expected);
				for (const one of lost) found.set(one.contact, one);
			}
		}
		const lost = [...found.values()];
		if (round === ROUNDS) {
			for (const { contact } of lost) defer(contact, 'Something else kept overwriting the contact');
			return;
		}
		for (const batch of inBatches(lost, BATCH_SIZE)) await writeAgain(run, batch);
		for (const { contact, union } of lost) expected.set(contact, union);
		open = lost.map(({ contact }) => contact).filter(({ people }) => alive(people).length > 0);
	}
}

async function findLost(
	run: Run,
	batch: readonly Contact[],
	attempted: Attempted<ContactRecord[]>,
	expected: ReadonlyMap<Contact, History>,
): Promise<Lost[]> {
	if (!attempted.ok) {
		const { message, reason, retryAt } = attempted.error.details;
		for (const person of batch.flatMap(({ people }) => alive(people))) {
			const words = `Written, but it could not be read back: ${message}`;
			person.defer(reason, words, retryAt ?? retryLater(), 'properties');
		}
		return [];
	}
	const records = new Map(attempted.value.map((record) => [record.id, record]));
	const gone = await followMoved(
		run,
		batch.filter(({ id }) => !records.has(id)),
	);
	const movedTo = gone.map((contact) => ({ contact, union: fitted(contact.history()) }));
	const lost = batch.flatMap((contact) => {
		const record = records.get(contact.id);
		const ours = expected.get(contact);
		if (record === undefined || ours === undefined || gone.includes(contact)) return [];
		const { history, state } = parseHistory(record.properties[HISTORY_PROPERTY] ?? '');
		if (state === 'newer') {
			defer(contact, 'A newer version of this node has written the contact meanwhile');
			return [];
		}
		if (includesHistory(history, ours)) return [];
		return [{ contact, union: fitted(mergeHistories(history, ours)) }];
	});
	return [...movedTo, ...lost];
}

async function writeAgain(run: Run, lost: readonly Lost[]): Promise<void> {
	const gone = await sendUpdates(
		run,
		lost.map(({ contact, union }) => ({
			contact,
			id: contact.id,
			traceId: contact.id,
			properties: computeProperties(union),
		})),
	);
	for (const contact of gone) deferMoved(contact);
}

/** Where nothing more can be folded the history stays as it is, and HubSpot refuses it. */
function fitted(history: History): History {
	return fitHistory(history) ?? history;
}

function defer(contact: Contact, message: string): void {
	for (const person of alive(contact.people)) {
		person.defer('temporarilyUnavailable', message, retryLater(), 'properties');
	}
}
