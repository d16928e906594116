import type { SessionInput } from '../../shared/items/session';
import { cut } from '../../shared/items/text';
import type { RecordingFileType } from '../../shared/model/recording';
import { escapeHtml, plainEntities, linesToHtml } from './html';
import type { RecordedFile } from './recordingInput';
import { MAX_BODY } from './recordingTranscript';

const LABELS: Record<RecordingFileType, string> = {
	audio: 'Audio',
	captions: 'Closed captions',
	chat: 'Chat',
	other: 'File',
	participantAudio: 'Audio of a participant',
	polls: 'Poll answers',
	summary: 'Summary',
	thumbnail: 'Picture',
	timeline: 'Timeline',
	transcript: 'Transcript',
	video: 'Video',
};

/** What people want to open first. */
const ORDER: readonly RecordingFileType[] = ['video', 'audio', 'transcript', 'captions', 'chat'];

/** Those that platforms have a page for; the address of any other asks for a token of the platform. */
const WATCHED: ReadonlySet<RecordingFileType> = new Set([
	'audio',
	'other',
	'participantAudio',
	'video',
]);

const MAX_TITLE = 255;

/** The address at which people can open this file by itself; empty where there is none. */
export function pageOf({ fileType, url }: RecordedFile): string {
	return WATCHED.has(fileType) ? url : '';
}

/** The title of the call, which with its time is what the call is known by. */
export function callTitle({ topic }: SessionInput): string {
	return cut(`Webinar recording: ${topic}`, MAX_TITLE);
}

/**
 * The line by which this package knows a call or note as its own: HubSpot has no natural key for
 * them. Plain words, because whatever is hidden in HTML does not survive HubSpot's editor.
 */
export function markerOf({ webinarId, sessionId }: SessionInput): string {
	return sessionId === '' ? `Webinar ${webinarId}` : `Webinar ${webinarId}, session ${sessionId}`;
}

/** Whether the text of a call or note ends in the line of this very session. */
export function hasMarker(html: string, session: SessionInput): boolean {
	const lines = plainEntities(html.replace(/<[^<>]*>/g, '\n')).split('\n');
	return lines.some((line) => line.trim() === markerOf(session));
}

export function inOrder(files: readonly RecordedFile[]): RecordedFile[] {
	const rank = ({ fileType }: RecordedFile) =>
		(ORDER.indexOf(fileType) + ORDER.length + 1) % (ORDER.length + 1);
	return [...files].sort((a, b) => rank(a) - rank(b));
}

/** The page of the recording: what is shared, else the first file that can be opened. */
export function recordingUrl(files: readonly RecordedFile[]): string {
	const ordered = inOrder(files);
	const shared = ordered.find(({ shareUrl }) => shareUrl !== '')?.shareUrl;
	return shared ?? ordered.map(pageOf).find((url) => url !== '') ?? '';
}

interface BodyParts {
	session: SessionInput;
	files: readonly RecordedFile[];
	withPasscode: boolean;
	/** Of a transcript that is to stand in the call itself; empty for none. */
	transcript: string;
}

/**
 * The call's notes: links, the passcode where it is wanted, the transcript where it is wanted, and
 * the marker. What a person has written into them meanwhile stays; only what is missing is added,
 * so the same files in any order and number end in the same links.
 * @param held as HubSpot has it; empty for a new call
 * @returns the same text when nothing is missing
 */
export function callBody(
	held: string,
	{ session, files, withPasscode, transcript }: BodyParts,
): string {
	const known = plainEntities(held);
	const additions = [
		...linksOf(files)
			.filter(({ url }) => !holdsAddress(known, url))
			.map(({ url, label }) => `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`),
		...passcodes(withPasscode ? files : [])
			.filter((passcode) => !known.includes(passcode))
			.map((passcode) => `<p>Passcode: ${escapeHtml(passcode)}</p>`),
	];
	const spoken = transcript === '' ? '' : `<p>${linesToHtml(transcript)}</p>`;
	if (spoken !== '' && !sameWords(held, spoken)) additions.push(spoken);
	if (additions.length === 0 && hasMarker(held, session)) return held;
	const marker = hasMarker(held, session) ? '' : `<p>${escapeHtml(markerOf(session))}</p>`;
	return `${held}${additions.join('')}${marker}`;
}

/** Whether the transcript fits into the call beside its links. */
export function fitsBody(body: string): boolean {
	return body.length <= MAX_BODY;
}

function linksOf(files: readonly RecordedFile[]): Array<{ url: string; label: string }> {
	const ordered = inOrder(files);
	const links = new Map<string, string>();
	for (const { shareUrl } of ordered) if (shareUrl !== '') links.set(shareUrl, 'Recording');
	for (const file of ordered) {
		const { fileType, type } = file;
		const url = pageOf(file);
		if (url === '' || links.has(url)) continue;
		links.set(url, type === '' ? LABELS[fileType] : `${LABELS[fileType]} (${type})`);
	}
	return [...links].map(([url, label]) => ({ url, label }));
}

/** The address itself, not the beginning of a longer one. */
function holdsAddress(text: string, url: string): boolean {
	for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1)) {
		const next = text.charAt(at + url.length);
		if (next === '' || /["'<>\s]/.test(next)) return true;
	}
	return false;
}

function passcodes(files: readonly RecordedFile[]): string[] {
	return [...new Set(files.map(({ passcode }) => passcode))].filter((passcode) => passcode !== '');
}

/** HubSpot writes markup its own way, so that only the words are compared. */
function sameWords(held: string, added: string): boolean {
	const words = (html: string) =>
		plainEntities(html.replace(/<[^<>]*>/g, ' '))
			.replace(/\s+/g, ' ')
			.trim();
	return words(held).includes(words(added));
}

/** The heading of a part of a transcript, which names the part. */
export function noteHeading({ topic }: SessionInput, part: number, parts: number): string {
	const which = parts > 1 ? ` (part ${part} of ${parts})` : '';
	return `${cut(`Transcript: ${topic}`, MAX_TITLE)}${which}`;
}

/** One part of a transcript as the text of a note, with the marker. */
export function noteBody(session: SessionInput, text: string, part: number, parts: number): string {
	return [
		`<p><strong>${escapeHtml(noteHeading(session, part, parts))}</strong></p>`,
		`<p>${linesToHtml(text)}</p>`,
		`<p>${escapeHtml(markerOf(session))}</p>`,
	].join('');
}

/** Whether a note of HubSpot is this part of this session's transcript. */
export function isNoteOf(
	html: string,
	session: SessionInput,
	part: number,
	parts: number,
): boolean {
	const lines = plainEntities(html.replace(/<[^<>]*>/g, '\n')).split('\n');
	const heading = noteHeading(session, part, parts);
	return hasMarker(html, session) && lines.some((line) => line.trim() === heading);
}
