import { alive } from '../../../shared/node/ended';
import type { Attempted } from '../../../shared/transport/attempt';
import { isTemporary, VendorError } from '../../../shared/transport/vendorError';
import { writeCallTranscript } from './callTranscript';
import type { Entry } from './entry';
import { writeNotes } from './notes';
import { textOf } from './plan';
import type { Group, Run } from './run';

/**
 * Writes what was said, in the form that was chosen.
 * @returns record IDs of the notes, each with whether it is new
 */
export async function writeTranscripts(run: Run, group: Group): Promise<Map<string, boolean>> {
	const notes = new Map<string, boolean>();
	for (const entry of alive(group.entries)) {
		const text = textOf(run, entry);
		if (text === '') continue;
		const done = await settle(writeOne(run, group, entry, text, notes));
		if (!done.ok) entry.refuse(done.error, 'transcript', isTemporary(done.error));
	}
	return notes;
}

/** A missing scope for transcripts concerns transcripts alone: the call stands, and is told so. */
async function settle(work: Promise<void>): Promise<Attempted<void>> {
	return await work.then(
		(value): Attempted<void> => ({ ok: true, value }),
		(error: unknown): Attempted<void> => {
			if (error instanceof VendorError) return { ok: false, error };
			throw error;
		},
	);
}

async function writeOne(
	run: Run,
	group: Group,
	entry: Entry,
	text: string,
	notes: Map<string, boolean>,
): Promise<void> {
	const { transcript } = run.options;
	if (transcript === 'callTranscript') {
		await writeCallTranscript(run, group, entry);
	} else if (group.wordsInCall) {
		entry.step('transcript', entry.steps.call?.result ?? 'unchanged', 'In the notes of the call');
	} else {
		await writeNotes(run, group, entry, text, notes);
	}
}
