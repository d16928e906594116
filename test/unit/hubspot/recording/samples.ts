import type { RecordedFile } from '../../../../nodes/HubSpot/mapping/recordingInput';
import type { SessionInput } from '../../../../nodes/shared/items/session';

export function session(changes: Partial<SessionInput> = {}): SessionInput {
	return {
		provider: 'zoom',
		accountId: 'account',
		webinarId: '987654321',
		occurrenceId: '',
		sessionId: 'abc/+d==',
		topic: 'Q4 update',
		description: '',
		times: 'actual',
		start: '2026-11-20T16:00:00Z',
		end: '2026-11-20T17:00:00Z',
		hostEmail: '',
		url: '',
		urlRegisters: false,
		...changes,
	};
}

export function file(changes: Partial<RecordedFile> = {}): RecordedFile {
	return {
		recordingId: '',
		fileType: 'video',
		type: '',
		url: '',
		shareUrl: '',
		passcode: '',
		start: '',
		durationMs: 0,
		transcriptText: '',
		transcriptSegments: [],
		...changes,
	};
}
