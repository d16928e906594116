import { explain } from '../../../shared/model/reasons';
import { alive } from '../../../shared/node/ended';
import { attempt } from '../../../shared/transport/attempt';
import { inBatches } from '../../../shared/transport/batch';
import { asObject, type JsonObject } from '../../../shared/transport/json';
import type { VendorError } from '../../../shared/transport/vendorError';
import { HISTORY_PROPERTY } from '../../mapping/definitions';
import { engagementNote, isNoteOf, NOTE_DUE } from '../../mapping/engagement';
import { parseHistory } from '../../mapping/historyText';
import { BATCH_SIZE, retryLater } from '../../transport/limits';
import { createNotes, notesOf, type NoteInput } from '../../transport/notes';
import { sendSplitting } from '../../transport/sendSplitting';
import type { Contact } from './contact';
import type { Person } from './person';
import type { Run } from './run';
import { updateContactsOf } from './updateContacts';

/** One note on its way. */
interface Note extends NoteInput {
	person: Person;
	contact: Contact;
	historyKey: string;
	/** Its record; empty as long as it is not known to be there. */
	id: string;
	/** Sent, and the answer does not tell what became of it. */
	lost: boolean;
	refused: VendorError | string | null;
}

/**
 * Writes what each person did as a note on the contact. A note has no natural key, so the contact's
 * history says beforehand that one is due (that has been written with the other properties), and
 * afterwards which one it is. Where it was due already, a run was broken off in between: then, and
 * when an answer is lost, the contact's notes are read before one is written.
 * @param items of the run's people, in their order
 */
export async function writeNotes(run: Run, items: readonly JsonObject[]): Promise<void> {
	const notes = run.people.flatMap((person, index) => noteOf(run, person, index, items[index]));
	if (run.options.preview) {
		for (const { person } of notes) person.step('note', 'synced');
		return;
	}
	await find(run, notes.filter(wasDue));
	await send(run, notes.filter(isOpen));
	const lost = notes.filter((note) => note.lost);
	await find(run, lost);
	for (const note of lost) note.lost = false;
	await send(run, lost.filter(isOpen));
	await remember(run, notes);
	for (const note of notes) if (note.id === '') tellRefusal(note);
}

function noteOf(run: Run, person: Person, index: number, item: JsonObject | undefined): Note[] {
	const { contact, session, input, ended } = person;
	if (run.options.engagement !== 'note' || ended !== null || input.engagement === null) return [];
	if (contact === null || session === null) return [];
	const { historyKey } = session;
	if (contact.history().entries.get(historyKey)?.note !== NOTE_DUE) return [];
	const html = engagementNote(
		input.engagement,
		asObject(item?.engagement),
		session.input,
		historyKey,
	);
	const at = session.input.start;
	const told = { traceId: String(index), contactId: contact.id, at, html };
	return [{ ...told, person, contact, historyKey, id: '', lost: false, refused: null }];
}

/** Whether an earlier run meant to write it. */
function wasDue({ contact, historyKey }: Note): boolean {
	if (contact.created) return false;
	const { history } = parseHistory(contact.record?.properties[HISTORY_PROPERTY] ?? '');
	return history.entries.get(historyKey)?.note === NOTE_DUE;
}

function isOpen({ id, refused }: Note): boolean {
	return id === '' && refused === null;
}

/** Looks for notes that may be there. */
async function find(run: Run, notes: readonly Note[]): Promise<void> {
	if (notes.length === 0) return;
	const contactIds = [...new Set(notes.map(({ contactId }) => contactId))];
	const attempted = await attempt(notesOf(run.client, contactIds));
	for (const note of notes) {
		if (!attempted.ok) note.refused = attempted.error;
		else {
			const held = attempted.value.get(note.contactId) ?? [];
			note.id = held.find(({ html }) => isNoteOf(html, note.historyKey))?.id ?? '';
		}
	}
}

async function send(run: Run, notes: readonly Note[]): Promise<void> {
	for (const batch of inBatches(notes, BATCH_SIZE)) {
		await sendSplitting(
			batch,
			async (part) => {
				const { ids, errors } = await createNotes(run.client, part);
				for (const note of part) {
					note.id = ids.get(note.traceId) ?? '';
					const error = errors.find(({ traceIds }) => traceIds.includes(note.traceId));
					if (error !== undefined) note.refused = error.message;
					else note.lost = note.id === '';
				}
			},
			(part, error) => {
				for (const note of part) {
					if (error.details.reason === 'uncertain') note.lost = true;
					else note.refused = error;
				}
			},
		);
	}
}

/** Writes into the histories which notes there are now. */
async function remember(run: Run, notes: readonly Note[]): Promise<void> {
	const written = notes.filter(({ id }) => id !== '');
	for (const { person, id } of written) {
		person.step('note', 'synced');
		if (person.report !== null) person.report = { ...person.report, note: id };
	}
	await updateContactsOf(run, [...new Set(written.map(({ contact }) => contact))]);
}

function tellRefusal({ person, refused }: Note): void {
	if (alive([person]).length === 0) return;
	if (refused === null) {
		const retryAt = retryLater();
		person.defer('uncertain', explain('uncertain').message, retryAt, 'note');
	} else if (typeof refused === 'string') {
		person.fail(`HubSpot did not write the note: ${refused}`, undefined, 'note');
	} else person.refuse(refused, 'note');
}
