import type { Recording, RecordingFileType } from '../../shared/model/recording';
import type { Webinar } from '../../shared/model/webinar';
import {
	asIsoTime,
	asNumber,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import { toWebinar, withSession } from './webinar';
import type { ListedSession } from './recordingMemory';

/** Recordings of webinars; the other types are meetings (1–4, 7, 8) and uploads (99). */
const WEBINAR_TYPES: ReadonlySet<number> = new Set([5, 6, 9]);

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording, `file_type` */
const FILE_TYPES: Readonly<Record<string, RecordingFileType>> = {
	MP4: 'video',
	M4A: 'audio',
	CHAT: 'chat',
	CHAT_MESSAGE: 'chat',
	TRANSCRIPT: 'transcript',
	CC: 'captions',
	CSV: 'polls',
	SUMMARY: 'summary',
	TIMELINE: 'timeline',
	TB: 'thumbnail',
};

/** One file as Zoom lists it, read tolerantly: captions and timelines have no ID, size or type. */
export interface RecordingFile {
	/** The file's ID, or what stands for it within its session. */
	key: string;
	recordingId: string;
	fileType: RecordingFileType;
	/** Zoom's `recording_type`. */
	type: string;
	/** Lower case, without dot; empty when unknown. */
	extension: string;
	startTime: string | null;
	endTime: string | null;
	sizeBytes: number | null;
	playUrl: string;
	/** Empty while Zoom still works on the file. */
	downloadUrl: string;
}

/** The recording of one session with all its files. */
export interface SessionRecording extends ListedSession {
	webinar: Webinar;
	entries: RecordingFile[];
	shareUrl: string;
	/** What the share link needs so that nobody is asked for a passcode. */
	playPasscode: string;
	/** What people type; Zoom tells it only where one recording is read, and to some roles only. */
	passcode: string;
	/** Of the account's user; empty when Zoom does not tell. */
	hostId: string;
}

/** Whether a recording belongs to a webinar. Zoom sends the type as a number or as text. */
export function isWebinarRecording(row: JsonObject): boolean {
	return WEBINAR_TYPES.has(asNumber(row.type) ?? 0);
}

/**
 * A row of a host's list, or the answer about one session.
 * @param hostEmail where the caller knows it; Zoom names the host by ID only
 */
export function toSessionRecording(
	row: JsonObject,
	accountId: string,
	hostEmail: string,
): SessionRecording {
	const webinar = withSession(
		{
			...toWebinar({}, accountId),
			webinarId: asText(row.id),
			topic: asText(row.topic),
			timezone: asText(row.timezone),
			hostEmail: hostEmail || asText(row.host_email).toLowerCase(),
			durationSeconds: Math.max(0, asNumber(row.duration) ?? 0) * 60,
		},
		{ uuid: row.uuid, start_time: row.start_time },
	);
	const entries = [
		...toFiles(asObjects(row.recording_files)),
		...toFiles(asObjects(row.participant_audio_files), 'participantAudio'),
	];
	return {
		sessionId: webinar.sessionId,
		webinarId: webinar.webinarId,
		startedAt: webinar.startTime ?? '',
		files: listedKeys(entries),
		webinar,
		entries,
		shareUrl: asText(row.share_url),
		playPasscode: asText(row.recording_play_passcode),
		passcode: asText(row.password),
		hostId: asText(row.host_id),
	};
}

/** The key of a transcript that Zoom serves by its own endpoint, before the listing has it. */
export const UNLISTED_TRANSCRIPT = 'TRANSCRIPT';

function listedKeys(entries: readonly RecordingFile[]): string[] {
	const keys = entries.map(({ key }) => key);
	const hasTranscript = entries.some(({ fileType }) => fileType === 'transcript');
	return hasTranscript ? [...keys, UNLISTED_TRANSCRIPT] : keys;
}

function toFiles(rows: readonly JsonObject[], always?: RecordingFileType): RecordingFile[] {
	const seen = new Map<string, number>();
	return rows.map((row) => {
		const file = toFile(row, always);
		const times = (seen.get(file.key) ?? 0) + 1;
		seen.set(file.key, times);
		return times === 1 ? file : { ...file, key: `${file.key}#${times}` };
	});
}

function toFile(row: JsonObject, always?: RecordingFileType): RecordingFile {
	const zoomType = asText(row.file_type).toUpperCase();
	const recordingId = asText(row.id);
	const startTime = asIsoTime(row.recording_start);
	const size = asNumber(row.file_size);
	const ready = ['', 'completed'].includes(asText(row.status).toLowerCase());
	return {
		key: recordingId || `${zoomType}:${startTime ?? ''}:${asText(row.recording_type)}`,
		recordingId,
		fileType: always ?? FILE_TYPES[zoomType] ?? 'other',
		type: asText(row.recording_type) || zoomType.toLowerCase(),
		extension: asText(row.file_extension).toLowerCase() || defaultExtension(zoomType),
		startTime,
		endTime: asIsoTime(row.recording_end),
		sizeBytes: size === undefined || size <= 0 ? null : size,
		playUrl: asText(row.play_url),
		downloadUrl: ready ? asText(row.download_url) : '',
	};
}

/** Zoom names no extension for captions and timelines. */
function defaultExtension(zoomType: string): string {
	const known: Readonly<Record<string, string>> = {
		MP4: 'mp4',
		M4A: 'm4a',
		CHAT: 'txt',
		CHAT_MESSAGE: 'txt',
		TRANSCRIPT: 'vtt',
		CC: 'vtt',
		CSV: 'csv',
		SUMMARY: 'json',
		TIMELINE: 'json',
		TB: 'jpg',
	};
	return known[zoomType] ?? '';
}

/** `GET /meetings/{id}/transcript` as a file of the recording, where it may be downloaded. */
export function transcriptFile(answer: JsonObject): RecordingFile | undefined {
	const downloadUrl = asText(answer.download_url);
	if (answer.can_download !== true || downloadUrl === '') return undefined;
	const row = { file_type: 'TRANSCRIPT', recording_type: 'audio_transcript' };
	return { ...toFile(row), key: UNLISTED_TRANSCRIPT, downloadUrl };
}

/** How far Zoom is with the transcript of a session, by its own words. */
export function transcriptState(
	answer: JsonObject,
): 'ready' | 'processing' | 'deleted' | 'none' | 'unknown' {
	if (transcriptFile(answer) !== undefined) return 'ready';
	switch (asText(answer.download_restriction_reason)) {
		case 'NOT_READY':
			return 'processing';
		case 'DELETED_OR_TRASHED':
			return 'deleted';
		case 'UNSUPPORTED':
		case 'NO_TRANSCRIPT_DATA':
			return 'none';
		default:
			return 'unknown';
	}
}

export interface LinkChoice {
	/** Whether addresses come out at all. */
	links: boolean;
	/** Whether the share link carries the passcode. */
	withPasscode: boolean;
}

/** A file in the words of our model; its transcript is added by the one who reads it. */
export function toRecording(
	session: SessionRecording,
	file: RecordingFile,
	{ links, withPasscode }: LinkChoice,
): Recording {
	const { recordingId, type, startTime, endTime, fileType, sizeBytes } = file;
	return {
		recordingId,
		type,
		startTime,
		endTime,
		fileType,
		sizeBytes,
		url: links ? file.playUrl || file.downloadUrl : '',
		shareUrl: links ? shareLink(session, withPasscode) : '',
		passcode: links ? session.passcode : '',
		transcriptText: null,
		transcriptSegments: null,
	};
}

/** Zoom: "directly splice this recording's passcode in share_url with ?pwd=". */
function shareLink({ shareUrl, playPasscode }: SessionRecording, withPasscode: boolean): string {
	if (!withPasscode || shareUrl === '' || playPasscode === '') return shareUrl;
	const joiner = shareUrl.includes('?') ? '&' : '?';
	return `${shareUrl}${joiner}pwd=${encodeURIComponent(playPasscode)}`;
}

const MIME_TYPES: Readonly<Record<string, string>> = {
	mp4: 'video/mp4',
	m4a: 'audio/mp4',
	txt: 'text/plain',
	vtt: 'text/vtt',
	csv: 'text/csv',
	json: 'application/json',
	jpg: 'image/jpeg',
};

export function mimeTypeOf({ extension }: RecordingFile): string {
	return MIME_TYPES[extension] ?? 'application/octet-stream';
}

const NAME_LENGTH = 120;

/**
 * A name that every file system takes: what was recorded, when, and what the file is. The topic is
 * written by people, so nothing in it may lead to another folder.
 */
export function fileNameOf({ webinar }: SessionRecording, file: RecordingFile): string {
	const when = (file.startTime ?? webinar.startTime ?? '').slice(0, 16).replace(/[:T]/g, '-');
	const topic = [...safe(webinar.topic)].slice(0, NAME_LENGTH).join('').trim() || 'recording';
	const name = [topic, when, safe(file.type)].filter((part) => part !== '').join(' ');
	return file.extension === '' ? name : `${name}.${safe(file.extension)}`;
}

function safe(text: string): string {
	return (
		text
			.normalize('NFC')
			// Separators, what Windows refuses, control characters and marks that turn the reading direction.
			.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
			.replace(/\s+/g, ' ')
			.replace(/^[ .]+|[ .]+$/g, '')
	);
}
