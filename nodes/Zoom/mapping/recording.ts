import type { Recording } from '../../shared/model/recording';
import type { RecordedSession } from '../../shared/recordings/found';
import { asNumber, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { toFiles, UNLISTED_TRANSCRIPT, type RecordingFile } from './recordingFile';
import { toWebinar, withSession } from './webinar';

/** Recordings of webinars; the other types are meetings (1–4, 7, 8) and uploads (99). */
const WEBINAR_TYPES: ReadonlySet<number> = new Set([5, 6, 9]);

/** The recording of one session with all its files. */
export interface SessionRecording extends RecordedSession<RecordingFile> {
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

function listedKeys(entries: readonly RecordingFile[]): string[] {
	const keys = entries.map(({ key }) => key);
	const hasTranscript = entries.some(({ fileType }) => fileType === 'transcript');
	return hasTranscript ? [...keys, UNLISTED_TRANSCRIPT] : keys;
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
