import { isNoteOf, noteBody } from '../../mapping/recordingCall';
import { transcriptParts } from '../../mapping/recordingTranscript';
import { readEngagements } from '../../transport/engagements';
import type { Entry } from './entry';
import { createOnce, lookFor } from './once';
import { transcriptKey } from './plan';
import type { Group, Run } from './run';

const NOTE_PROPERTIES = ['hs_note_body'];

/**
 * Writes a transcript as notes, several where one would be too long. Those that are there are found
 * by what the marketing event remembers, else by their moment, marker and part.
 * @param notes gets the record IDs, each with whether it is new
 */
export async function writeNotes(
	run: Run,
	group: Group,
	entry: Entry,
	text: string,
	notes: Map<string, boolean>,
): Promise<void> {
	const { memory, session } = group;
	const key = transcriptKey(entry, group);
	const parts = transcriptParts(text);
	const remembered = memory.notes[key] ?? [];
	const ids = await stillThere(run, remembered);
	for (const id of ids) if (id !== '') notes.set(id, false);
	const told = parts.length === 1 ? 'One note' : `${parts.length} notes`;
	const isComplete = ids.length > 0 && !ids.includes('');
	if (isComplete) {
		entry.step('transcript', 'unchanged');
		return;
	}
	const made: string[] = [];
	memory.notes[key] = made;
	let created = false;
	for (const [index, part] of parts.entries()) {
		const [number, count] = [index + 1, parts.length];
		const find = async () =>
			await lookFor(run, 'notes', key, NOTE_PROPERTIES, ({ properties }) =>
				isNoteOf(properties.hs_note_body ?? '', session, number, count),
			);
		const kept = ids.length === parts.length ? ids[index] : '';
		const id = kept || (await find())?.id || '';
		created ||= id === '';
		if (id !== '') notes.set(id, false);
		else if (!run.options.preview) {
			const body = noteBody(session, part, number, count);
			const properties = { hs_timestamp: key, hs_note_body: body };
			made[index] = await createOnce(run, 'notes', properties, find);
			notes.set(made[index], true);
			continue;
		}
		made[index] = id;
	}
	entry.step('transcript', created ? 'synced' : 'unchanged', created ? told : '');
}

/** Notes that were deleted meanwhile count as missing. */
async function stillThere({ client }: Run, ids: readonly string[]): Promise<string[]> {
	const known = ids.filter((id) => id !== '');
	if (known.length === 0) return [...ids];
	const found = new Set((await readEngagements(client, 'notes', known, [])).map((note) => note.id));
	return ids.map((id) => (found.has(id) ? id : ''));
}
