import { asText, type JsonObject } from '../../shared/transport/json';
import { toFile, UNLISTED_TRANSCRIPT, type RecordingFile } from './recordingFile';

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
