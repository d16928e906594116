import { asArray, asNumber, asObject, asText, isObject } from '../../shared/transport/json';
import { MAX_BODY } from './recordingTranscript';

/** What has been made in HubSpot for the recording of one session. */
export interface SessionMemory {
	/** Start of the recording, ISO 8601 UTC. */
	start: string;
	/** Record ID; empty when there is none yet. */
	callId: string;
	/** HubSpot's file IDs by the platform's recording IDs. */
	files: Record<string, string>;
	/** By transcript: record IDs of its notes in order, empty for one that is missing. */
	notes: Record<string, string[]>;
	/** By transcript: the ID of the call transcript, or `LOST`. */
	transcripts: Record<string, string>;
}

/** By session. */
export type RecordingMemory = Map<string, SessionMemory>;

/** A call transcript whose answer was lost: it can be neither looked up nor sent again. */
export const LOST = '?';

const VERSION = 1;

export function emptyMemory(start: string): SessionMemory {
	return { start, callId: '', files: {}, notes: {}, transcripts: {} };
}

/**
 * Reads what a marketing event remembers; whatever a person has made unreadable counts as nothing
 * remembered. undefined = written by a newer version of this package, so it must not be replaced.
 */
export function parseMemory(text: string): RecordingMemory | undefined {
	const kept = asObject(parsed(text));
	if ((asNumber(kept.version) ?? VERSION) > VERSION) return undefined;
	const memory: RecordingMemory = new Map();
	for (const [session, value] of Object.entries(asObject(kept.sessions))) {
		if (!isObject(value)) continue;
		memory.set(session, {
			start: asText(value.start),
			callId: idOf(value.call),
			files: texts(value.files),
			notes: Object.fromEntries(
				Object.entries(asObject(value.notes)).map(([key, ids]) => [key, asArray(ids).map(idOf)]),
			),
			transcripts: texts(value.transcripts),
		});
	}
	return memory;
}

/** As short as can be; the oldest sessions are forgotten where it would not fit into a property. */
export function memoryText(memory: RecordingMemory, max = MAX_BODY): string {
	const newestFirst = [...memory].sort(([, a], [, b]) => Date.parse(b.start) - Date.parse(a.start));
	for (let kept = newestFirst.length; kept > 0; kept -= 1) {
		const sessions = Object.fromEntries(
			newestFirst.slice(0, kept).map(([session, value]) => [session, shortened(value)]),
		);
		const text = JSON.stringify({ version: VERSION, sessions });
		if (text.length <= max) return text;
	}
	return '';
}

function shortened({ start, callId, files, notes, transcripts }: SessionMemory) {
	const some = <T>(entries: Record<string, T>) =>
		Object.keys(entries).length > 0 ? entries : undefined;
	return {
		start,
		call: callId || undefined,
		files: some(files),
		notes: some(notes),
		transcripts: some(transcripts),
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}

/** Record IDs are numbers; anything else was not written by this package. */
function idOf(value: unknown): string {
	const text = asText(value);
	return /^\d+$/.test(text) ? text : '';
}

function texts(value: unknown): Record<string, string> {
	return Object.fromEntries(
		Object.entries(asObject(value))
			.map(([key, text]): [string, string] => [key, asText(text)])
			.filter(([, text]) => text !== ''),
	);
}
