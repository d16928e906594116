import { VendorError } from '../../../shared/transport/vendorError';
import { LOST } from '../../mapping/recordingMemory';
import { utterancesOf } from '../../mapping/recordingTranscript';
import { createTranscript } from '../../transport/transcripts';
import type { Entry } from './entry';
import { transcriptKey } from './plan';
import type { Group, Run } from './run';

/**
 * Adds HubSpot's own transcript to the call. HubSpot does not list those that a call has: without
 * the marketing event's memory of it, or after a lost answer, it is not sent.
 */
export async function writeCallTranscript(run: Run, group: Group, entry: Entry): Promise<void> {
	const { memory, place } = group;
	const key = transcriptKey(entry, group);
	const known = memory.transcripts[key];
	if (known === LOST) {
		entry.fail('uncertain', LOST_MESSAGE, LOST_REPAIR, 'transcript');
		return;
	}
	if (known !== undefined) {
		entry.step('transcript', 'unchanged');
		return;
	}
	if (!place.writable) {
		const message = `The call transcript cannot be remembered: ${place.notice}`;
		entry.fail('vendorRejected', message, 'Set Transcript to Note', 'transcript');
		return;
	}
	const utterances = entry.input.file === null ? [] : utterancesOf(entry.input.file);
	if (utterances.length === 0) {
		const repair = 'Set Transcript As to Segments in Sync Recordings, or set Transcript to Note';
		entry.fail('vendorRejected', 'The transcript has no times', repair, 'transcript');
		return;
	}
	if (!run.options.preview) {
		// Should the answer get lost, the next run must not send it again.
		memory.transcripts[key] = LOST;
		memory.transcripts[key] = await createTranscript(run.client, memory.callId, utterances).catch(
			(error: unknown) => {
				const isLost = error instanceof VendorError && error.details.reason === 'uncertain';
				if (!isLost) delete memory.transcripts[key];
				throw error;
			},
		);
	}
	entry.step('transcript', 'synced');
}

const LOST_MESSAGE =
	'The answer to the call transcript was lost in an earlier run; it is not known whether HubSpot has it';
const LOST_REPAIR =
	'Look at the call in HubSpot. If the transcript is missing, set Transcript to Note for this recording';
