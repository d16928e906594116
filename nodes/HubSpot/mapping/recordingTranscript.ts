import { linesToHtml } from './html';
import type { RecordedFile } from './recordingInput';

/** Most characters of a rich-text property. https://developers.hubspot.com/docs/api-reference/crm-notes-v3/guide */
export const MAX_BODY = 65_536;

/** Left for the heading of a part and the line that names the session. */
const HEADING_ROOM = 2_000;

/** Where a text may be cut, from the best place to the last resort: lines, words, characters. */
const CUTS = [/(?<=\n)/, /(?<=\s)/];

/** What was said, one line per cue; empty when the item holds no transcript. */
export function spokenText({ transcriptText, transcriptSegments }: RecordedFile): string {
	if (transcriptText !== '') return transcriptText;
	return transcriptSegments
		.filter(({ text }) => text !== '')
		.map(({ speaker, text }) => (speaker === '' ? text : `${speaker}: ${text}`))
		.join('\n');
}

/** The text in parts that each fit a note, in order; joined they are the text again. */
export function transcriptParts(text: string, room = MAX_BODY - HEADING_ROOM): string[] {
	return splitText(text, room, (part) => linesToHtml(part).length);
}

/**
 * Pieces of at most `max` by the measure, cut between lines where that is possible, else between
 * words, else between characters. Joined they are the text again.
 * @param max at least the measure of the longest single character
 */
export function splitText(text: string, max: number, measure: (part: string) => number): string[] {
	const pieces: string[] = [];
	let piece = '';
	let size = 0;
	const add = (part: string, level: number): void => {
		const own = measure(part);
		if (size + own <= max) {
			piece += part;
			size += own;
			return;
		}
		if (own <= max) {
			pieces.push(piece);
			piece = part;
			size = own;
			return;
		}
		const cut = CUTS[level];
		const smaller = cut === undefined ? Array.from(part) : part.split(cut);
		for (const each of smaller) add(each, level + 1);
	};
	if (text !== '') add(text, 0);
	return piece === '' ? pieces : [...pieces, piece];
}

/** One thing said, as HubSpot's transcripts take it. */
export type Utterance = {
	speaker: { id: string; name: string };
	text: string;
	startTimeMillis: number;
	endTimeMillis: number;
};

const UNNAMED = 'Speaker';

/**
 * The cues as utterances; empty when none has a time. A cue that does not tell when it ends lasts
 * to the beginning of the next.
 * https://developers.hubspot.com/docs/api-reference/crm-transcriptions-v3/guide
 */
export function utterancesOf({ transcriptSegments }: RecordedFile): Utterance[] {
	const cues = transcriptSegments.filter(({ start, text }) => start !== null && text !== '');
	const speakers = [...new Set(cues.map(({ speaker }) => speaker || UNNAMED))];
	return cues.map(({ start, end, speaker, text }, index) => {
		const from = start ?? 0;
		const to = end ?? cues[index + 1]?.start ?? from;
		const name = speaker || UNNAMED;
		return {
			speaker: { id: String(speakers.indexOf(name) + 1), name },
			text,
			startTimeMillis: Math.max(0, Math.round(from * 1000)),
			endTimeMillis: Math.max(0, Math.round(Math.max(from, to) * 1000)),
		};
	});
}
