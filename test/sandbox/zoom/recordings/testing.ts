/** A small world of recordings, written by hand: one of each case. */
import type { ZoomRecording, ZoomRecordingFile, ZoomWorld } from '../../world';
import { HOST, IDS, UNLICENSED, zoomWorld } from '../proof/world';

export const MEETING_ID = 81122233344;
export const MEETING_SESSION = 'mEeTiNgSeSsIoN000001==';
export const TRASHED_SESSION = IDS.earlierSession;

export const TRANSCRIPT =
	'WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:04.000\r\nHanna Host: Welcome ☕\r\n';

export const RECORDING_SCOPES = [
	'cloud_recording:read:list_recording_files:admin',
	'cloud_recording:read:list_user_recordings:admin',
	'cloud_recording:read:recording_settings:admin',
	'cloud_recording:read:recording_analytics_details:admin',
	'cloud_recording:read:recording_analytics_summary:admin',
	'cloud_recording:read:list_recording_registrants:admin',
	'cloud_recording:read:meeting_transcript:admin',
	'meeting:read:meeting:admin',
	'webinar:read:list_past_polls:admin',
	'webinar:read:past_qa:admin',
];

const TIMES = { recording_start: '2026-11-20T16:00:05Z', recording_end: '2026-11-20T16:59:50Z' };

export const VIDEO: ZoomRecordingFile = {
	id: 'ed6c2f27-2ae7-42f4-b3d0-835b493e4fa8',
	file_type: 'MP4',
	file_extension: 'MP4',
	recording_type: 'shared_screen_with_speaker_view',
	...TIMES,
	content: { bytes: 3_000_001 },
};

export const TRANSCRIPT_FILE: ZoomRecordingFile = {
	id: '388ffb46-1541-460d-8447-4624451a1db7',
	file_type: 'TRANSCRIPT',
	file_extension: 'VTT',
	recording_type: 'audio_transcript',
	...TIMES,
	content: TRANSCRIPT,
	readyAt: '2026-11-20T18:00:00Z',
};

const TIMELINE: ZoomRecordingFile = {
	id: 'timeline-of-main',
	file_type: 'TIMELINE',
	file_extension: 'JSON',
	...TIMES,
	content: '{"timeline":[]}',
};

export function recording(over: Partial<ZoomRecording> = {}): ZoomRecording {
	return {
		sessionUuid: IDS.mainSession,
		readyAt: '2026-11-20T17:05:00Z',
		shareUrl: 'https://example.zoom.us/rec/share/main',
		playPasscode: 'yNYIS408EJygs7rE5vVsJwXIz4-VW7MH',
		password: 'Coffee#1',
		files: [VIDEO, TRANSCRIPT_FILE, TIMELINE],
		views: [
			view('person34@example.org', '2026-11-20T17:06:00Z', 600),
			view('person34@example.org', '2026-11-20T17:30:00Z', 60),
			view('', '2026-11-20T17:08:00Z', 30),
		],
		...over,
	};
}

/** A file of its own, for recordings beside the main one. */
export const video = (id: string, over: Partial<ZoomRecordingFile> = {}): ZoomRecordingFile => ({
	...VIDEO,
	id,
	...over,
});

const view = (email: string, date_time: string, duration: number) => ({
	name: email.split('@')[0] ?? '',
	email,
	date_time,
	duration,
});

/** The small world with recordings: of main, of late (not ready), of earlier (trashed), of a meeting. */
export function recordedWorld(over: Partial<ZoomWorld> = {}): ZoomWorld {
	const zoom = zoomWorld();
	const recordings = new Map<number, ZoomRecording[]>([
		[
			IDS.main,
			[
				recording(),
				recording({
					sessionUuid: TRASHED_SESSION,
					files: [video('trashed')],
					removed: 'trashed',
					removedAt: '2026-11-20T10:00:00Z',
				}),
			],
		],
		[
			IDS.late,
			[
				recording({
					sessionUuid: IDS.lateSession,
					files: [video('late')],
					readyAt: '2026-11-20T19:00:00Z',
				}),
			],
		],
	]);
	return {
		...zoom,
		scopes: [...zoom.scopes, ...RECORDING_SCOPES],
		webinars: zoom.webinars.map((webinar) => ({
			...webinar,
			recordings: recordings.get(webinar.id) ?? [],
		})),
		meetings: [
			{
				id: MEETING_ID,
				hostId: HOST.id,
				topic: 'Weekly',
				startTime: '2026-11-18T09:00:00Z',
				recordings: [
					recording({
						sessionUuid: MEETING_SESSION,
						files: [video('meeting', { recording_start: '2026-11-18T09:00:00Z' })],
					}),
				],
			},
		],
		generalApp: {
			clientId: 'general-0001',
			clientSecret: 'general-secret-0001',
			userId: UNLICENSED.id,
			scopes: RECORDING_SCOPES.map((scope) => scope.replace(/:admin$/, '')),
		},
		...over,
	};
}
