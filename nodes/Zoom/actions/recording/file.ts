import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { explain } from '../../../shared/model/reasons';
import type { Produced } from '../../../shared/recordings/item';
import { fileNameOf, mimeTypeOf } from '../../../shared/recordings/names';
import { withoutFile } from '../../../shared/recordings/outcomes';
import { produceFile, type Fetched } from '../../../shared/recordings/produceFile';
import { keepFile } from '../../../shared/recordings/store';
import { readText, type Readable } from '../../../shared/transport/fileStream';
import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import { toRecording, toSessionRecording, type SessionRecording } from '../../mapping/recording';
import { UNLISTED_TRANSCRIPT, type RecordingFile } from '../../mapping/recordingFile';
import { parseTranscript, transcriptText } from '../../mapping/transcript';
import { transcriptFile } from '../../mapping/transcriptState';
import { download, type FileSource } from '../../transport/download';
import { getRecording, getTranscript } from '../../transport/endpoints/recordings';
import { toldReason } from '../../transport/told';
import type { ZoomSyncOptions } from './options';

/**
 * One file as an item: its links, its text when it is a transcript, itself in n8n's binary store. What
 * goes wrong is this file's outcome, and the others go on.
 * @param retryAt epoch milliseconds, for what comes later
 * @throws CancelledError only
 */
export async function produceZoomFile(
	context: IExecuteFunctions,
	session: SessionRecording,
	file: RecordingFile,
	options: ZoomSyncOptions,
	retryAt: number,
): Promise<Produced> {
	const recording = toRecording(session, file, options);
	const { webinar } = session;
	if (file.downloadUrl === '') {
		const outcome = withoutFile('zoom', 'recordingProcessing', retryAt);
		return { json: { webinar, recording, outcome: { ...outcome, recordId: file.recordingId } } };
	}
	return await produceFile(
		{ destination: 'zoom', webinar, recording },
		options.binaryField,
		retryAt,
		async () => await fetchFile(context, session, file, options),
	);
}

async function fetchFile(
	context: IExecuteFunctions,
	session: SessionRecording,
	file: RecordingFile,
	options: ZoomSyncOptions,
): Promise<Fetched> {
	const source = sourceOf(context, session, file);
	const name = fileNameOf(session.webinar, file);
	const keep = async (content: Readable | Buffer): Promise<IBinaryData> =>
		await keepFile(context, content, name, mimeTypeOf(file), 'zoom');
	const spoken = file.fileType === 'transcript' || file.fileType === 'captions';
	if (!spoken || !(options.transcriptText || options.transcriptSegments)) {
		return { data: options.download ? await download(context, source, keep) : undefined };
	}
	// Read once for both: a transcript is small.
	const vtt = await download(context, source, async (content) => await readText(content, Infinity));
	const segments = parseTranscript(vtt);
	return {
		recording: {
			transcriptText: options.transcriptText ? transcriptText(segments) : null,
			transcriptSegments: options.transcriptSegments ? segments : null,
		},
		data: options.download ? await keep(Buffer.from(vtt)) : undefined,
	};
}

function sourceOf(
	context: IExecuteFunctions,
	{ webinarId, sessionId }: SessionRecording,
	file: RecordingFile,
): FileSource {
	async function listedAgain(): Promise<RecordingFile[]> {
		const row = await unless(
			(error) => toldReason(error, 'notRecorded'),
			getRecording(context, webinarId, sessionId),
		);
		return row === undefined ? [] : toSessionRecording(row, '', '').entries;
	}
	return {
		url: file.downloadUrl,
		sizeBytes: file.sizeBytes,
		async renew() {
			const again =
				file.key === UNLISTED_TRANSCRIPT
					? transcriptFile(await getTranscript(context, sessionId))
					: (await listedAgain()).find(({ key }) => key === file.key);
			if (again === undefined || again.downloadUrl === '') throw deletedMeanwhile();
			return again.downloadUrl;
		},
	};
}

function deletedMeanwhile(): VendorError {
	const { message, repair } = explain('recordingDeleted');
	return new VendorError({
		vendor: 'zoom',
		status: 404,
		code: '',
		message,
		repair,
		reason: 'recordingDeleted',
	});
}
