import { randomBytes } from 'node:crypto';
import type { ZoomRecordingFile, ZoomRegistrantRow } from '../../world';
import { registrationForm } from '../shapes';
import { isFileReady, sizeOf, type Recorded } from './archive';

export interface ShapeOptions {
	accountId: string;
	/** Where downloads are: `http://127.0.0.1:PORT/zoom`. */
	origin: string;
	/** Sandbox time, epoch milliseconds. */
	now: number;
}

/** Zoom leaves their id, size, type and status out. */
const BARE_FILES = ['CC', 'TIMELINE'];

/**
 * One recording with its files, as lists show it. `share_url` is in Zoom's answers and webhooks though
 * the published schema of the answers lacks it.
 */
export function recordingRow(recorded: Recorded, options: ShapeOptions) {
	const { recording } = recorded;
	return {
		uuid: recording.sessionUuid,
		id: recorded.id,
		account_id: options.accountId,
		host_id: recorded.hostId,
		topic: recorded.topic,
		// The schema says text here, webhooks carry a number.
		type: String(recorded.type),
		start_time: recorded.startTime,
		duration: recorded.minutes,
		total_size: recording.files.reduce((sum, file) => sum + sizeOf(file), 0),
		recording_count: recording.files.length,
		share_url: recording.shareUrl,
		recording_play_passcode: recording.playPasscode,
		auto_delete: false,
		recording_files: recording.files.map((file) => fileRow(file, recorded, options)),
	};
}

export function fileRow(file: ZoomRecordingFile, recorded: Recorded, options: ShapeOptions) {
	const { recording } = recorded;
	const common = {
		meeting_id: recording.sessionUuid,
		recording_start: file.recording_start,
		recording_end: file.recording_end,
		file_type: file.file_type,
		file_extension: file.file_extension,
		...(recording.removed === 'trashed'
			? { deleted_time: recording.removedAt ?? recording.readyAt }
			: {}),
	};
	const type = file.recording_type === undefined ? {} : { recording_type: file.recording_type };
	if (!isFileReady(file, options.now)) {
		return { id: file.id, ...common, ...type, status: 'processing' };
	}
	const download = recording.removed ? {} : { download_url: downloadUrl(options.origin, file.id) };
	if (BARE_FILES.includes(file.file_type)) return { ...common, ...download };
	return {
		id: file.id,
		...common,
		...type,
		file_size: sizeOf(file),
		play_url: `${options.origin}/rec/play/${encodeURIComponent(file.id)}`,
		...download,
		status: 'completed',
	};
}

/** Another one at every call: Zoom makes them per request, so they tell nothing about identity. */
export function downloadUrl(origin: string, fileId: string): string {
	return `${origin}/rec/download/${encodeURIComponent(fileId)}.${randomBytes(9).toString('base64url')}`;
}

/** A registrant of an on-demand recording: as one of a webinar, without time and link. */
export function recordingRegistrantRow(row: ZoomRegistrantRow) {
	return { ...registrationForm(row), status: row.status };
}
