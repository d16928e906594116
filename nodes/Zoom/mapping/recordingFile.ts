import type { RecordingFileType } from '../../shared/model/recording';
import type { RecordedFile } from '../../shared/recordings/found';
import { asIsoTime, asNumber, asText, type JsonObject } from '../../shared/transport/json';

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
export interface RecordingFile extends RecordedFile {
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

/** The key of a transcript that Zoom serves by its own endpoint, before the listing has it. */
export const UNLISTED_TRANSCRIPT = 'TRANSCRIPT';

/** Files of one session; those that share everything are told apart by their number. */
export function toFiles(rows: readonly JsonObject[], always?: RecordingFileType): RecordingFile[] {
	const seen = new Map<string, number>();
	return rows.map((row) => {
		const file = toFile(row, always);
		const times = (seen.get(file.key) ?? 0) + 1;
		seen.set(file.key, times);
		return times === 1 ? file : { ...file, key: `${file.key}#${times}` };
	});
}

/** One row of Zoom's list of files. */
export function toFile(row: JsonObject, always?: RecordingFileType): RecordingFile {
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
