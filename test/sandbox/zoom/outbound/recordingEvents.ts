import type { ZoomEvent, ZoomEvents } from '../../contract';
import type { ZoomRecordingFile, ZoomWorld } from '../../world';
import { createArchive, isFileReady, sizeOf, type Recorded } from '../recordings/archive';
import { downloadUrl } from '../recordings/shapes';
import type { TokenStore } from '../tokens';
import type { Cast } from './cast';

/** A download_token lives a day. */
const DOWNLOAD_TOKEN_SECONDS = 86_400;
/** Files that the answers of the API show without one. */
const RECORDING_TYPES: Record<string, string> = { CC: 'closed_caption', TIMELINE: 'timeline' };

export interface RecordingEventOptions {
	world: ZoomWorld;
	tokens: TokenStore;
	now(): number;
	/** Where downloads are: `http://127.0.0.1:PORT/zoom`. */
	origin(): string;
}

type RecordingEvents = Pick<ZoomEvents, 'recordingCompleted' | 'transcriptCompleted'>;

/**
 * Recordings of meetings and webinars alike, told apart by `type`; the transcript comes later in an
 * event of its own. https://developers.zoom.us/docs/api/meetings/events/#tag/recording
 */
export function recordingEvents(
	cast: Cast,
	{ world, tokens, now, origin }: RecordingEventOptions,
): RecordingEvents {
	const archive = createArchive(world, now);

	function about(sessionUuid: string): Recorded {
		const recorded = archive.any({ kind: 'uuid', text: sessionUuid });
		if (!recorded) throw new Error(`The world has no recording of session ${sessionUuid}`);
		return recorded;
	}

	function event(
		name: string,
		at: string,
		recorded: Recorded,
		files: ZoomRecordingFile[],
		more: Record<string, unknown>,
	): ZoomEvent {
		const { recording } = recorded;
		const actor = { kind: 'download', sessionUuid: recording.sessionUuid } as const;
		return {
			event: name,
			eventTime: Date.parse(at),
			downloadToken: tokens.issue([], actor, DOWNLOAD_TOKEN_SECONDS).token,
			payload: {
				account_id: cast.accountId(),
				object: {
					id: recorded.id,
					uuid: recording.sessionUuid,
					host_id: recorded.hostId,
					account_id: cast.accountId(),
					topic: recorded.topic,
					type: recorded.type,
					start_time: recorded.startTime,
					password: recording.password,
					timezone: recorded.timezone,
					host_email: cast.host(recorded.hostId).email,
					duration: recorded.minutes,
					share_url: recording.shareUrl,
					total_size: files.reduce((sum, file) => sum + sizeOf(file), 0),
					recording_count: files.length,
					...more,
					recording_files: files.map((file) => fileOf(file, recorded)),
				},
			},
		};
	}

	function fileOf(file: ZoomRecordingFile, { recording }: Recorded) {
		return {
			id: file.id,
			meeting_id: recording.sessionUuid,
			recording_start: file.recording_start,
			recording_end: file.recording_end,
			recording_type: file.recording_type ?? RECORDING_TYPES[file.file_type],
			file_type: file.file_type,
			file_size: sizeOf(file),
			file_extension: file.file_extension,
			play_url: `${origin()}/rec/play/${encodeURIComponent(file.id)}`,
			download_url: downloadUrl(origin(), file.id),
			status: 'completed',
		};
	}

	return {
		recordingCompleted(sessionUuid) {
			const recorded = about(sessionUuid);
			const { recording } = recorded;
			const files = recording.files.filter((file) =>
				isFileReady(file, Date.parse(recording.readyAt)),
			);
			return event('recording.completed', recording.readyAt, recorded, files, {
				on_prem: false,
				recording_play_passcode: recording.playPasscode,
				auto_delete: false,
			});
		},
		transcriptCompleted(sessionUuid) {
			const recorded = about(sessionUuid);
			const files = recorded.recording.files.filter((file) => file.file_type === 'TRANSCRIPT');
			const [file] = files;
			if (!file) throw new Error(`The recording of session ${sessionUuid} has no transcript`);
			const at = file.readyAt ?? recorded.recording.readyAt;
			return event('recording.transcript_completed', at, recorded, files, {});
		},
	};
}
