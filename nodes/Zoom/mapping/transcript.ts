import type { TranscriptSegment } from '../../shared/model/recording';

/** Blocks of WebVTT that nobody said. */
const NOT_SPOKEN = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;
const VOICE = /<v(?:\.[^\s<>]*)?\s([^<>]+)>/i;
/** Tags of WebVTT only, so that "a < b" stays what it is. */
const TAG = /<\/?(?:[a-z][^<>]*|\d[\d:.]*)>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&nbsp;': ' ',
	'&quot;': '"',
	'&#39;': "'",
	'&lrm;': '',
	'&rlm;': '',
};
/** Zoom writes "Jane Doe: Hello"; a longer or questioning beginning is a sentence. */
const SPEAKER = /^([^:?!]{1,64}):\s+(.+)$/s;

interface Cue {
	start: number | null;
	end: number | null;
	lines: string[];
}

/**
 * The cues of a WebVTT transcript (https://www.w3.org/TR/webvtt1/), read tolerantly: with or without
 * BOM, header, hours and blank lines between cues, with any line ends. A cue whose times cannot be
 * read keeps its text and has no times. Never throws.
 */
export function parseTranscript(vtt: string): TranscriptSegment[] {
	return toCues(vtt)
		.map(({ start, end, lines }) => ({ start, end, ...spoken(lines.join(' ')) }))
		.filter(({ text }) => text !== '');
}

function toCues(vtt: string): Cue[] {
	const cues: Cue[] = [];
	let skipping = false;
	let afterBlank = true;
	for (const line of vtt.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
		const cue = cues.at(-1);
		if (line.includes('-->')) {
			// Where the blank line is missing, the number of this cue was taken for text of the last one.
			if (cue !== undefined && /^\d+$/.test(cue.lines.at(-1)?.trim() ?? '')) cue.lines.pop();
			cues.push(toCue(line));
			skipping = false;
		} else if (line.trim() === '') {
			skipping = false;
		} else if (afterBlank && NOT_SPOKEN.test(line)) {
			skipping = true;
		} else if (!skipping && cue !== undefined) {
			cue.lines.push(line);
		}
		afterBlank = line.trim() === '';
	}
	const last = cues.at(-1);
	if (last !== undefined && last.lines.length > 1 && /^\d+$/.test(last.lines.at(-1)!.trim())) {
		last.lines.pop();
	}
	return cues;
}

function toCue(line: string): Cue {
	const [from, to] = line.split('-->').map((side) => side.trim());
	// Settings of the cue follow its end.
	return { start: seconds(from), end: seconds(to?.split(/\s/)[0]), lines: [] };
}

/** `01:02:03.456`, `02:03.456` or `02:03,456` in seconds. */
function seconds(time: string | undefined): number | null {
	const [, hours, minutes, rest, fraction] =
		/^(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(time ?? '') ?? [];
	if (minutes === undefined || rest === undefined) return null;
	const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(rest);
	return whole + Number((fraction ?? '0').padEnd(3, '0')) / 1000;
}

function spoken(raw: string): { speaker: string; text: string } {
	const voice = VOICE.exec(raw)?.[1];
	const text = tidy(raw.replace(TAG, ''));
	if (voice !== undefined) return { speaker: tidy(voice), text };
	const [, speaker, said] = SPEAKER.exec(text) ?? [];
	// "10: 30" is a time or a number, nobody's name.
	if (speaker === undefined || said === undefined || /^\d+$/.test(speaker.trim())) {
		return { speaker: '', text };
	}
	return { speaker: speaker.trim(), text: said };
}

function tidy(text: string): string {
	return text
		.replace(/&(?:amp|lt|gt|nbsp|quot|#39|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
		.replace(/\s+/g, ' ')
		.trim();
}

/** The transcript for reading: one line for each time that somebody speaks. */
export function transcriptText(segments: readonly TranscriptSegment[]): string {
	const lines: string[] = [];
	let speaking: string | undefined;
	for (const { speaker, text } of segments) {
		if (speaker === speaking) lines.push(`${lines.pop() ?? ''} ${text}`);
		else lines.push(speaker === '' ? text : `${speaker}: ${text}`);
		speaking = speaker;
	}
	return lines.join('\n');
}
