import type { IExecuteFunctions } from 'n8n-workflow';

import type { Reason } from '../../../shared/model/reasons';
import { unless } from '../../../shared/transport/unless';
import type { SessionRecording } from '../../mapping/recording';
import type { RecordingFile } from '../../mapping/recordingFile';
import { transcriptFile, transcriptState } from '../../mapping/transcriptState';
import { getTranscript } from '../../transport/endpoints/recordings';
import { isNotFound, isScopeMissing, toldReason } from '../../transport/told';

/** A transcript that the listing lacks: a file after all, or why there is none. */
export type UnlistedTranscript = { file: RecordingFile } | { reason: Reason; message?: string };

/**
 * Transcripts come later than the recording. Zoom's own endpoint says whether one is to come; where
 * it says nothing, one that is not there so long after the end does not come any more.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/get/meetings/{meetingId}/transcript
 */
export async function lookForTranscript(
	context: IExecuteFunctions,
	session: SessionRecording,
	finalAfterMs: number,
	now: number,
): Promise<UnlistedTranscript> {
	const answer =
		(await unless(
			(error) =>
				toldReason(error, 'transcriptNotFound') ||
				toldReason(error, 'notRecorded') ||
				isNotFound(error) ||
				isScopeMissing(error),
			getTranscript(context, session.sessionId),
		)) ?? {};
	const file = transcriptFile(answer);
	if (file !== undefined) return { file };
	const state = transcriptState(answer);
	if (state === 'none') return { reason: 'transcriptNotFound' };
	if (state === 'deleted') {
		return { reason: 'recordingDeleted', message: 'The transcript was deleted' };
	}
	const end = Date.parse(session.startedAt) + session.webinar.durationSeconds * 1000;
	return state === 'processing' || end + finalAfterMs > now
		? { reason: 'recordingProcessing', message: 'The transcript is not there yet' }
		: { reason: 'transcriptNotFound' };
}
