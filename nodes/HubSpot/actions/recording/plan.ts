import { alive } from '../../../shared/node/ended';
import { pageOf } from '../../mapping/recordingCall';
import { spokenText } from '../../mapping/recordingTranscript';
import type { Entry } from './entry';
import type { Group, Run } from './run';

/** Whether the item is what was said in the webinar. */
export function isSpoken({ input }: Entry): boolean {
	return input.file?.fileType === 'transcript' || input.file?.fileType === 'captions';
}

/** What was said, where it is to be written; else empty. */
export function textOf({ options }: Run, entry: Entry): string {
	if (options.transcript === 'none' || !isSpoken(entry) || entry.input.file === null) return '';
	return spokenText(entry.input.file);
}

/** The moment under which a transcript is kept: a session that was stopped has one for each part. */
export function transcriptKey({ input }: Entry, { session }: Group): string {
	return input.file?.start || session.start;
}

/**
 * Leaves out what there is nothing to write of: transcripts without words, further transcripts of the
 * same part (captions beside a transcript), items without a link or file.
 */
export async function siftEntries(run: Run, group: Group): Promise<void> {
	const keys = new Set<string>();
	const transcriptsFirst = [...alive(group.entries)].sort(
		(a, b) => Number(isCaptions(a)) - Number(isCaptions(b)),
	);
	for (const entry of transcriptsFirst) {
		if (textOf(run, entry) !== '') {
			const key = transcriptKey(entry, group);
			if (keys.has(key)) entry.skip('duplicate', 'Another transcript of the recording is written');
			keys.add(key);
			continue;
		}
		if (isLinkable(run, entry) || (await holdsFile(run, entry))) continue;
		if (!isSpoken(entry)) entry.fail('vendorRejected', NOTHING, nothingRepair(run));
		else if (run.options.transcript === 'none') entry.skip('syncOff', TRANSCRIPTS_OFF);
		else entry.skip('transcriptNotFound', 'The item holds no text of the transcript');
	}
}

const NOTHING = 'The item holds neither a link that people can open nor a file';
const TRANSCRIPTS_OFF = 'Transcripts are not written: Transcript is set to None';

function nothingRepair({ options }: Run): string {
	return options.as === 'file'
		? `Set Return to Links and File in Sync Recordings, and Input Data Field Name to the field of the file (now ${options.binaryField})`
		: 'Set Return to Links Only or Links and File in Sync Recordings';
}

function isCaptions({ input }: Entry): boolean {
	return input.file?.fileType === 'captions';
}

/** Whether the call can link it. A transcript whose words are written needs no link. */
export function isLinkable(run: Run, entry: Entry): boolean {
	const { file } = entry.input;
	if (file === null || textOf(run, entry) !== '') return false;
	return pageOf(file) !== '' || file.shareUrl !== '';
}

async function holdsFile({ options, fileOf }: Run, { index }: Entry): Promise<boolean> {
	return options.as === 'file' && (await fileOf(index)) !== null;
}
