import type { Recording } from '../../shared/model/recording';
import { toRecording, toSessionRecording } from '../mapping/recording';
import type { ZoomEvent } from './parse';

/** One file of a recording as *Sync recordings* gives it, without what is read from the file. */
export type RecordedFile = Omit<Recording, 'transcriptText' | 'transcriptSegments'> & {
	/** Serves the file to whoever sends a token; Zoom makes a new one with each answer, so do not keep it. */
	downloadUrl: string;
};

/** https://developers.zoom.us/docs/api/meetings/events/#tag/recording/POSTrecording.completed */
export function recordingsOf({ object, accountId }: ZoomEvent): RecordedFile[] {
	const session = toSessionRecording(object, accountId, '');
	return session.entries.map((file) => {
		const { recordingId, type, startTime, endTime, fileType, sizeBytes, url, shareUrl, passcode } =
			toRecording(session, file, { links: true, withPasscode: false });
		return {
			recordingId,
			type,
			startTime,
			endTime,
			fileType,
			sizeBytes,
			url,
			shareUrl,
			passcode,
			downloadUrl: file.downloadUrl,
		};
	});
}
