import { RECORDING_FILE_TYPES } from '../../shared/model/recording';
import type { JsonObject } from '../../shared/transport/json';

interface RecordingField {
	id: string;
	displayName: string;
	required?: boolean;
	options?: Array<{ name: string; value: string }>;
}

/** The fields of *Map Each Field* of recordings, in the order in which the node shows them. */
export const RECORDING_FIELDS: readonly RecordingField[] = [
	{ id: 'webinarId', displayName: 'Webinar ID', required: true },
	{ id: 'topic', displayName: 'Topic', required: true },
	{ id: 'startTime', displayName: 'Start Time', required: true },
	{ id: 'url', displayName: 'Recording URL' },
	{ id: 'shareUrl', displayName: 'Share URL' },
	{ id: 'recordingId', displayName: 'Recording ID' },
	{
		id: 'fileType',
		displayName: 'File Type',
		options: RECORDING_FILE_TYPES.map((value) => ({ name: titleOf(value), value })),
	},
	{ id: 'endTime', displayName: 'End Time' },
	{ id: 'passcode', displayName: 'Passcode' },
	{ id: 'transcriptText', displayName: 'Transcript' },
	{ id: 'contactIds', displayName: 'Contact IDs' },
	{ id: 'provider', displayName: 'Provider' },
	{ id: 'accountId', displayName: 'Account ID' },
	{ id: 'sessionId', displayName: 'Session ID' },
	{ id: 'occurrenceId', displayName: 'Occurrence ID' },
];

/** The mapped fields in the form of an item of *Sync recordings*, so that there is one way to read them. */
export function recordingFromFields(values: JsonObject): JsonObject {
	const startTime = blankAsNull(values.startTime);
	const endTime = blankAsNull(values.endTime);
	return {
		webinar: {
			provider: values.provider,
			accountId: values.accountId,
			webinarId: values.webinarId,
			sessionId: values.sessionId,
			occurrenceId: values.occurrenceId,
			topic: values.topic,
			startTime,
			endTime,
		},
		recording: {
			recordingId: values.recordingId,
			fileType: values.fileType ?? (values.transcriptText ? 'transcript' : 'video'),
			startTime,
			endTime,
			url: values.url,
			shareUrl: values.shareUrl,
			passcode: values.passcode,
			transcriptText: values.transcriptText,
		},
		contactIds: values.contactIds,
	};
}

function blankAsNull(value: unknown): unknown {
	return value === '' ? null : value;
}

/** participantAudio -> Participant Audio */
function titleOf(word: string): string {
	const spaced = word.replace(/[A-Z]/g, (letter) => ` ${letter}`);
	return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
