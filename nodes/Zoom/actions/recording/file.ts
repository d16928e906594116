import type { IBinaryData, IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../../../shared/model/outcome';
import type { Recording } from '../../../shared/model/recording';
import type { Webinar } from '../../../shared/model/webinar';
import { explain } from '../../../shared/model/reasons';
import { CancelledError } from '../../../shared/transport/send';
import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import { toRecording, toSessionRecording, type SessionRecording } from '../../mapping/recording';
import { UNLISTED_TRANSCRIPT, type RecordingFile } from '../../mapping/recordingFile';
import { fileNameOf, mimeTypeOf } from '../../mapping/recordingNames';
import { parseTranscript, transcriptText } from '../../mapping/transcript';
import { transcriptFile } from '../../mapping/transcriptState';
import { download, type FileSource } from '../../transport/download';
import { readText, type Readable } from '../../../shared/transport/fileStream';
import { getRecording, getTranscript } from '../../transport/endpoints/recordings';
import { toldReason } from '../../transport/told';
import type { SyncOptions } from './options';
import { failedFile, returnedOutcome, withoutFile } from './outcomes';
import { keepFile } from './store';

/** What comes out for one file, or for a session without one. */
export interface RecordingItem {
	webinar: Webinar;
	/** null where there is no file to speak of. */
	recording: Recording | null;
	outcome: Outcome;
}

export interface Produced {
	json: RecordingItem;
	binary?: INodeExecutionData['binary'];
}

/**
 * One file as an item: its links, its text when it is a transcript, itself in n8n's binary store. What
 * goes wrong is this file's outcome, and the others go on.
 * @param retryAt epoch milliseconds, for what comes later
 * @throws CancelledError only
 */
export async function produceFile(
	context: IExecuteFunctions,
	session: SessionRecording,
	file: RecordingFile,
	options: SyncOptions,
	retryAt: number,
): Promise<Produced> {
	const recording = toRecording(session, file, options);
	const { webinar } = session;
	if (file.downloadUrl === '') {
		const outcome = withoutFile('recordingProcessing', retryAt);
		return { json: { webinar, recording, outcome: { ...outcome, recordId: file.recordingId } } };
	}
	return await fetchFile(context, session, file, options).then(
		({ data, ...texts }): Produced => ({
			json: {
				webinar,
				recording: { ...recording, ...texts },
				outcome: returnedOutcome(file.recordingId, data !== undefined),
			},
			...(data !== undefined && { binary: { [options.binaryField]: data } }),
		}),
		(error: unknown): Produced => {
			if (error instanceof CancelledError) throw error;
			return {
				json: { webinar, recording, outcome: failedFile(error, file.recordingId, retryAt) },
			};
		},
	);
}

interface Fetched extends Pick<Recording, 'transcriptText' | 'transcriptSegments'> {
	data?: IBinaryData;
}

async function fetchFile(
	context: IExecuteFunctions,
	session: SessionRecording,
	file: RecordingFile,
	options: SyncOptions,
): Promise<Fetched> {
	const source = sourceOf(context, session, file);
	const keep = async (content: Readable | Buffer): Promise<IBinaryData> =>
		await keepFile(context, content, fileNameOf(session, file), mimeTypeOf(file));
	const spoken = file.fileType === 'transcript' || file.fileType === 'captions';
	if (!spoken || !(options.transcriptText || options.transcriptSegments)) {
		const data = options.download ? await download(context, source, keep) : undefined;
		return { transcriptText: null, transcriptSegments: null, data };
	}
	// Read once for both: a transcript is small.
	const vtt = await download(context, source, async (content) => await readText(content, Infinity));
	const segments = parseTranscript(vtt);
	return {
		transcriptText: options.transcriptText ? transcriptText(segments) : null,
		transcriptSegments: options.transcriptSegments ? segments : null,
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

/** n8n's item, linked to the input that asked for it. */
export function toItem({ json, binary }: Produced, itemIndex: number): INodeExecutionData {
	return {
		json: { ...json } satisfies IDataObject,
		...(binary !== undefined && { binary }),
		pairedItem: { item: itemIndex },
	};
}
