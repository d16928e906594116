import {
	isWebinarRecording,
	toRecording,
	toSessionRecording,
	type SessionRecording,
} from '../../../../nodes/Zoom/mapping/recording';
import type { RecordingFile } from '../../../../nodes/Zoom/mapping/recordingFile';
import { fileNameOf, mimeTypeOf } from '../../../../nodes/shared/recordings/names';
import { transcriptFile, transcriptState } from '../../../../nodes/Zoom/mapping/transcriptState';

const video = {
	id: 'file-1',
	meeting_id: '/uuid//==',
	recording_start: '2026-03-01T10:00:00Z',
	recording_end: '2026-03-01T11:00:00Z',
	file_type: 'MP4',
	file_extension: 'MP4',
	file_size: 1234,
	play_url: 'https://zoom.us/rec/play/1',
	download_url: 'https://zoom.us/rec/download/1',
	status: 'completed',
	recording_type: 'active_speaker',
};
const row = {
	uuid: '/uuid//==',
	id: 95426371234,
	host_id: 'host',
	topic: 'Spring: news',
	type: '5',
	start_time: '2026-03-01T09:58:00Z',
	duration: 62,
	share_url: 'https://zoom.us/rec/share/1',
	recording_play_passcode: 'play code',
	password: '12345',
	recording_files: [video],
};

function read(changes: object = {}): SessionRecording {
	return toSessionRecording({ ...row, ...changes }, 'account', 'Host@example.com'.toLowerCase());
}
const first = (session: SessionRecording): RecordingFile => session.entries[0]!;

test('a row becomes a session with our webinar and its files', () => {
	const session = read();
	expect(session).toMatchObject({
		sessionId: '/uuid//==',
		webinarId: '95426371234',
		startedAt: '2026-03-01T09:58:00Z',
		files: ['file-1'],
		webinar: {
			provider: 'zoom',
			accountId: 'account',
			webinarId: '95426371234',
			sessionId: '/uuid//==',
			topic: 'Spring: news',
			startTime: '2026-03-01T09:58:00Z',
			durationSeconds: 3720,
			hostEmail: 'host@example.com',
		},
	});
	expect(toRecording(session, first(session), { links: true, withPasscode: false })).toEqual({
		recordingId: 'file-1',
		type: 'active_speaker',
		startTime: '2026-03-01T10:00:00Z',
		endTime: '2026-03-01T11:00:00Z',
		fileType: 'video',
		sizeBytes: 1234,
		url: 'https://zoom.us/rec/play/1',
		shareUrl: 'https://zoom.us/rec/share/1',
		passcode: '12345',
		transcriptText: null,
		transcriptSegments: null,
	});
});

test.each([
	[5, true],
	['6', true],
	[9, true],
	['2', false],
	[99, false],
	[undefined, false],
])('type %s is a webinar: %s', (type, expected) => {
	expect(isWebinarRecording({ type })).toBe(expected);
});

test.each([
	['https://zoom.us/rec/share/1', 'https://zoom.us/rec/share/1?pwd=play%20code'],
	['https://zoom.us/rec/share/1?a=b', 'https://zoom.us/rec/share/1?a=b&pwd=play%20code'],
	['', ''],
])('the share link %s with its passcode', (share_url, expected) => {
	const session = read({ share_url });
	const { shareUrl } = toRecording(session, first(session), { links: true, withPasscode: true });
	expect(shareUrl).toBe(expected);
});

test('without links nothing leads to the recording', () => {
	const session = read();
	const recording = toRecording(session, first(session), { links: false, withPasscode: true });
	expect(JSON.stringify(recording)).not.toMatch(/https|12345|play/);
});

describe('files', () => {
	test('captions and timelines, which have no ID, are told apart', () => {
		const bare = { file_type: 'CC', recording_start: '2026-03-01T10:00:00Z', download_url: 'u' };
		const { entries } = read({ recording_files: [bare, bare, { ...bare, file_type: 'TIMELINE' }] });
		expect(new Set(entries.map(({ key }) => key)).size).toBe(3);
		expect(entries.map(({ fileType, extension }) => [fileType, extension])).toEqual([
			['captions', 'vtt'],
			['captions', 'vtt'],
			['timeline', 'json'],
		]);
	});

	test('keys do not depend on the address, which Zoom makes anew each time', () => {
		const again = read({ recording_files: [{ ...video, download_url: 'https://zoom.us/other' }] });
		expect(again.files).toEqual(read().files);
	});

	test('one that Zoom still works on has no address', () => {
		expect(first(read({ recording_files: [{ ...video, status: 'processing' }] })).downloadUrl).toBe(
			'',
		);
	});

	test('one of an unknown kind is "other", and the separate audio files are known', () => {
		const { entries } = read({
			recording_files: [{ ...video, file_type: 'HOLOGRAM', file_extension: '' }],
			participant_audio_files: [{ ...video, id: 'p', file_type: 'M4A' }],
		});
		expect(entries.map(({ fileType }) => fileType)).toEqual(['other', 'participantAudio']);
		expect(mimeTypeOf(entries[0]!)).toBe('application/octet-stream');
	});

	test('nonsense does not throw', () => {
		const session = toSessionRecording({ recording_files: [null, 1, {}] as unknown[] }, '', '');
		expect(session.entries).toHaveLength(1);
		expect(session.startedAt).toBe('');
	});
});

describe('file names', () => {
	test.each([
		['Spring: news / part 1', 'Spring news part 1 2026-03-01-10-00 active_speaker.mp4'],
		['../../etc/passwd', 'etc passwd 2026-03-01-10-00 active_speaker.mp4'],
		['..\\..\\boot.ini', 'boot.ini 2026-03-01-10-00 active_speaker.mp4'],
		['a\u0000b\u202Ec\nd', 'a b c d 2026-03-01-10-00 active_speaker.mp4'],
		['', 'recording 2026-03-01-10-00 active_speaker.mp4'],
		['...', 'recording 2026-03-01-10-00 active_speaker.mp4'],
		['Übung 日本語 🎉', 'Übung 日本語 🎉 2026-03-01-10-00 active_speaker.mp4'],
	])('of the topic %j', (topic, expected) => {
		const session = read({ topic });
		expect(fileNameOf(session.webinar, first(session))).toBe(expected);
	});

	test('of a long topic are short', () => {
		const session = read({ topic: '🎉'.repeat(500) });
		expect([...fileNameOf(session.webinar, first(session))].length).toBeLessThan(170);
	});
});

describe('the transcript endpoint', () => {
	test.each([
		[{ can_download: true, download_url: 'https://zoom.us/t' }, 'ready'],
		[{ can_download: true }, 'unknown'],
		[{ can_download: false, download_restriction_reason: 'NOT_READY' }, 'processing'],
		[{ can_download: false, download_restriction_reason: 'DELETED_OR_TRASHED' }, 'deleted'],
		[{ can_download: false, download_restriction_reason: 'UNSUPPORTED' }, 'none'],
		[{ can_download: false, download_restriction_reason: 'NO_TRANSCRIPT_DATA' }, 'none'],
		[{}, 'unknown'],
	])('%j is %s', (answer, state) => {
		expect(transcriptState(answer)).toBe(state);
		expect(transcriptFile(answer) !== undefined).toBe(state === 'ready');
	});
});
