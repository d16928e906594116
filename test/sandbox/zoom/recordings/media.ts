import { Readable } from 'node:stream';
import type { ZoomRecordingFile } from '../../world';
import { sizeOf } from './archive';

const BLOCK_BYTES = 256 * 1024;
/** A prime, so that a block repeats nothing that falls on round addresses. */
const PATTERN = 251;
const BLOCK = Buffer.from(Array.from({ length: BLOCK_BYTES }, (_, at) => at % PATTERN));

const TYPES: Record<string, string> = {
	MP4: 'video/mp4',
	M4A: 'audio/mp4',
	VTT: 'text/vtt',
	TXT: 'text/plain',
	CSV: 'text/csv',
	JSON: 'application/json',
	JPG: 'image/jpeg',
};

export const mediaType = (file: ZoomRecordingFile): string =>
	TYPES[file.file_extension] ?? 'application/octet-stream';

/**
 * The file's bytes: the text as it is; media made while they are sent, whatever their length, always
 * the same ones.
 * @param cutAfter the stream fails after so many bytes
 */
export function fileStream(file: ZoomRecordingFile, cutAfter = Infinity): Readable {
	const size = Math.min(sizeOf(file), cutAfter);
	const whole = size === sizeOf(file);
	const bytes = typeof file.content === 'string' ? Buffer.from(file.content) : undefined;
	let sent = 0;
	return new Readable({
		highWaterMark: BLOCK_BYTES,
		read() {
			if (sent >= size) {
				if (whole) this.push(null);
				else this.destroy(new Error('The sandbox cut the download'));
				return;
			}
			const length = Math.min(BLOCK_BYTES, size - sent);
			const part = bytes ? bytes.subarray(sent, sent + length) : BLOCK.subarray(0, length);
			sent += length;
			this.push(part);
		},
	});
}
