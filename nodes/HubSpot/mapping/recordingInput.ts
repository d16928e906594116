import { laterBy, readSession, type SessionInput } from '../../shared/items/session';
import { cleanLines, cleanText, isOneOf } from '../../shared/items/text';
import { readTime } from '../../shared/items/time';
import type { OutcomeResult } from '../../shared/model/outcome';
import { ALL_REASONS, type Reason } from '../../shared/model/reasons';
import {
	RECORDING_FILE_TYPES,
	type RecordingFileType,
	type TranscriptSegment,
} from '../../shared/model/recording';
import {
	asArray,
	asNumber,
	asObject,
	asObjects,
	type JsonObject,
} from '../../shared/transport/json';
import { webAddress } from './html';

/** One file of a recording, as an item tells of it. */
export interface RecordedFile {
	/** The platform's ID of the file; empty where it gives none. */
	recordingId: string;
	fileType: RecordingFileType;
	/** The platform's own word for the view; empty when unknown. */
	type: string;
	/** http or https, else empty. */
	url: string;
	shareUrl: string;
	passcode: string;
	/** ISO 8601 UTC; empty when unknown. A session that was stopped and started has several. */
	start: string;
	/** Milliseconds; 0 when unknown. */
	durationMs: number;
	/** Empty unless it is a transcript that was read. */
	transcriptText: string;
	transcriptSegments: TranscriptSegment[];
}

/** Why the platform has no file, in its own outcome. */
export interface PassedOn {
	result: Extract<OutcomeResult, 'skipped' | 'deferred' | 'failed'>;
	reason: Reason;
	message: string;
	repair: string;
	retryAt: string | null;
}

/** What an item says of a recording, checked. */
export interface RecordingInput {
	/** null when the item does not say of which session it is; `problem` then says what is missing. */
	session: SessionInput | null;
	file: RecordedFile | null;
	/** null where there is a file to speak of. */
	passedOn: PassedOn | null;
	/** Record IDs of contacts, where the item names some. */
	contactIds: string[];
	/** Names the field that keeps the item from being written; empty when all is well. */
	problem: string;
}

const PASSED = ['skipped', 'deferred', 'failed'] as const;

/** Reads an item of the form that *Sync recordings* of a webinar node returns; nothing in it is trusted. */
export function readRecording(json: JsonObject): RecordingInput {
	const webinar = asObject(json.webinar);
	const recording = asObject(json.recording);
	const start = webinar.startTime ?? recording.startTime;
	const end = webinar.endTime ?? endOf(start, webinar.durationSeconds);
	const { session, problem } = readSession({ ...webinar, startTime: start, endTime: end }, '');
	const file = json.recording === null || json.recording === undefined ? null : readFile(recording);
	const passedOn = readPassedOn(asObject(json.outcome));
	const missing = file === null && passedOn === null ? 'Recording is missing' : '';
	return {
		session,
		file,
		passedOn,
		contactIds: readIds(json.contactIds),
		problem: passedOn === null ? problem || missing : '',
	};
}

/** Platforms tell of a recorded session when it began and how long it was. */
function endOf(start: unknown, seconds: unknown): unknown {
	const known = readTime(start);
	return known ? laterBy(known, seconds) : start;
}

function readFile(recording: JsonObject): RecordedFile {
	const fileType = cleanText(recording.fileType);
	const start = readTime(recording.startTime);
	const end = readTime(recording.endTime);
	return {
		recordingId: cleanText(recording.recordingId),
		fileType: isOneOf(RECORDING_FILE_TYPES, fileType) ? fileType : 'other',
		type: cleanText(recording.type),
		url: webAddress(cleanText(recording.url)),
		shareUrl: webAddress(cleanText(recording.shareUrl)),
		passcode: cleanText(recording.passcode),
		start: start ?? '',
		durationMs: start && end ? Math.max(0, Date.parse(end) - Date.parse(start)) : 0,
		transcriptText: cleanLines(recording.transcriptText),
		transcriptSegments: asObjects(recording.transcriptSegments).map((segment) => ({
			start: asNumber(segment.start) ?? null,
			end: asNumber(segment.end) ?? null,
			speaker: cleanText(segment.speaker),
			text: cleanLines(segment.text),
		})),
	};
}

/** Only what the webinar platform said; an item that comes a second time still has our own outcome. */
function readPassedOn(outcome: JsonObject): PassedOn | null {
	const result = cleanText(outcome.result);
	const reason = cleanText(outcome.reason);
	if (outcome.destination === 'hubspot' || !isOneOf(PASSED, result)) return null;
	if (!isOneOf(ALL_REASONS, reason)) return null;
	return {
		result,
		reason,
		message: cleanText(outcome.message),
		repair: cleanText(outcome.repair),
		retryAt: result === 'deferred' ? (readTime(outcome.retryAt) ?? null) : null,
	};
}

/** A list, or text with commas or blanks between the numbers. */
function readIds(value: unknown): string[] {
	const parts = Array.isArray(value) ? asArray(value).map(cleanText) : [cleanText(value)];
	const ids = parts.flatMap((part) => part.split(/[\s,;]+/)).filter((id) => /^\d+$/.test(id));
	return [...new Set(ids)];
}
