import type { IExecuteFunctions } from 'n8n-workflow';

import { isRemembered, type Place } from '../../../shared/recordings/memory';
import { withoutFile } from '../../../shared/recordings/outcomes';
import type { Platform, Progress } from '../../../shared/recordings/produce';
import { asIsoTime } from '../../../shared/transport/json';
import type { SessionRecording } from '../../mapping/recording';
import { UNLISTED_TRANSCRIPT, type RecordingFile } from '../../mapping/recordingFile';
import { toWebinar } from '../../mapping/webinar';
import { produceZoomFile } from './file';
import type { ZoomSyncOptions } from './options';
import { lookForTranscript } from './transcripts';

/**
 * What Zoom does in its own way.
 * @param now epoch milliseconds
 */
export function zoomPlatform(
	context: IExecuteFunctions,
	options: ZoomSyncOptions,
	now: number,
): Platform<RecordingFile, SessionRecording> {
	return {
		destination: 'zoom',
		wants: ({ fileType }) => options.files.has(fileType),
		produce: async (session, file, retryAt) =>
			await produceZoomFile(context, session, file, options, retryAt),
		standIn: { fileType: 'transcript', key: UNLISTED_TRANSCRIPT },
		async lookFurther(session, place, progress) {
			if (!options.files.has('transcript')) return;
			await addTranscript(context, session, { place, now }, options, progress);
		},
		webinarOf: async (sessionId, { webinarId, startedAt }) => ({
			...toWebinar({}, ''),
			webinarId,
			sessionId,
			startTime: asIsoTime(startedAt),
		}),
	};
}

/** A listing without a transcript says nothing about why; its own endpoint does. */
async function addTranscript(
	context: IExecuteFunctions,
	session: SessionRecording,
	{ place, now }: { place: Place | undefined; now: number },
	options: ZoomSyncOptions,
	{ produced, returned, told }: Progress,
): Promise<void> {
	const { sessionId, webinar, entries } = session;
	if (entries.some(({ fileType }) => fileType === 'transcript')) return;
	const known = place?.sessions[sessionId];
	if (known?.told.some((reason) => reason.startsWith('transcript:'))) return;
	const retryAt = now + options.retryAfterMs;
	const looked = await lookForTranscript(context, session, options.finalAfterMs, now);
	if ('file' in looked) {
		session.files = [...session.files, looked.file.key];
		if (isRemembered(place, sessionId, looked.file.key)) return;
		const one = await produceZoomFile(context, session, looked.file, options, retryAt);
		if (one.json.outcome.result === 'synced') returned.push(looked.file.key);
		produced.push(one);
		return;
	}
	const { reason, message } = looked;
	const outcome = withoutFile('zoom', reason, retryAt, { message });
	if (outcome.result === 'skipped') told.push(`transcript:${reason}`);
	produced.push({ json: { webinar, recording: null, outcome } });
}
