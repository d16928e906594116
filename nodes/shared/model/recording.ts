/** What a file of a recording is, in the same words on every platform. */
export const RECORDING_FILE_TYPES = [
	'audio',
	'captions',
	'chat',
	'other',
	'participantAudio',
	'polls',
	'summary',
	'thumbnail',
	'timeline',
	'transcript',
	'video',
] as const;

export type RecordingFileType = (typeof RECORDING_FILE_TYPES)[number];

/** One cue of a transcript. Seconds from the start of the recording; null when unreadable. */
export type TranscriptSegment = {
	start: number | null;
	end: number | null;
	/** Empty when the transcript does not tell. */
	speaker: string;
	text: string;
};

/** One file of a recording. Times are ISO 8601 UTC. */
export type Recording = {
	/** The platform's ID of the file; empty where it gives none. */
	recordingId: string;
	/** The platform's own word, e.g. shared_screen_with_speaker_view. */
	type: string;
	startTime: string | null;
	endTime: string | null;
	fileType: RecordingFileType;
	/** null when the platform does not tell. */
	sizeBytes: number | null;
	/** The page that plays the file, else the address that serves it; empty when not asked for. */
	url: string;
	/** The page that shows the whole recording to people. */
	shareUrl: string;
	/** What people type on that page; sensitive. */
	passcode: string;
	/** Whole, never shortened; null unless it is a transcript that was read. */
	transcriptText: string | null;
	transcriptSegments: TranscriptSegment[] | null;
};
