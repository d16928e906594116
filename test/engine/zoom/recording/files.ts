import type { ZoomRecording, ZoomRecordingFile, ZoomWebinarState } from '../../../sandbox/world';
import type { StorySession } from '../../../story/contract';
import type { Stage } from '../../support/world';

export const VTT = [
	'\uFEFFWEBVTT',
	'',
	'1',
	'00:00:01.000 --> 00:00:04.000',
	'Hanna Host: Welcome ☕',
	'',
	'2',
	'00:04.500 --> 00:06.000',
	'Hanna Host: to our webinar',
	'',
	'3',
	'00:07.000 --> 00:08.000',
	'Paul Panel: Thank you',
	'',
].join('\r\n');

export const SPOKEN = 'Hanna Host: Welcome ☕ to our webinar\nPaul Panel: Thank you';

const TIMES = { recording_start: '2026-03-01T10:00:05Z', recording_end: '2026-03-01T10:59:50Z' };

export function video(
	id: string,
	bytes = 100_000,
	over: Partial<ZoomRecordingFile> = {},
): ZoomRecordingFile {
	return {
		id,
		file_type: 'MP4',
		file_extension: 'MP4',
		recording_type: 'shared_screen_with_speaker_view',
		...TIMES,
		content: { bytes },
		...over,
	};
}

export function transcript(id: string, over: Partial<ZoomRecordingFile> = {}): ZoomRecordingFile {
	return {
		id,
		file_type: 'TRANSCRIPT',
		file_extension: 'VTT',
		recording_type: 'audio_transcript',
		...TIMES,
		content: VTT,
		...over,
	};
}

export function chat(id: string): ZoomRecordingFile {
	return {
		id,
		file_type: 'CHAT',
		file_extension: 'TXT',
		recording_type: 'chat_file',
		...TIMES,
		content: '00:00:01\tHanna Host:\tHi\r\n',
	};
}

/** Captions: Zoom gives them no ID, size or status. */
export function captions(id: string): ZoomRecordingFile {
	return { id, file_type: 'CC', file_extension: 'VTT', ...TIMES, content: VTT };
}

export function recordingOf(
	sessionUuid: string,
	files: ZoomRecordingFile[],
	over: Partial<ZoomRecording> = {},
): ZoomRecording {
	return {
		sessionUuid,
		readyAt: '2026-01-01T00:00:00Z',
		shareUrl: `https://example.zoom.us/rec/share/${encodeURIComponent(sessionUuid)}`,
		playPasscode: 'yNYIS408EJygs7rE5vVsJwXIz4',
		password: 'Coffee#1',
		files,
		views: [],
		...over,
	};
}

/** The sandbox's state of a webinar of the story. */
export function stateOf({ sandbox }: Stage, { webinarId }: StorySession): ZoomWebinarState {
	return sandbox.zoom.world.webinars.find(({ id }) => id === webinarId)!;
}

/** Zoom has these files of the session from now on. */
export function record(
	here: Stage,
	session: StorySession,
	files: ZoomRecordingFile[],
	over: Partial<ZoomRecording> = {},
): ZoomRecording {
	const recording = recordingOf(session.sessionUuid, files, over);
	stateOf(here, session).recordings = [recording];
	return recording;
}
