/** What each family of events brings beside the webinar. */
import { endedEvent, itemOf } from './ended';

type Fields = Record<string, unknown>;

const PLANNED = {
	id: 85212345678,
	uuid: 'nextRun==',
	host_id: 'host1',
	topic: 'Product update',
	type: 9,
	start_time: '2026-03-04T15:00:00Z',
	duration: 60,
	timezone: 'Europe/Berlin',
};

function planned(event: string, object: Fields = {}, payload: Fields = {}) {
	const whole = { ...PLANNED, ...object };
	return itemOf({ ...endedEvent(), event, object: whole, payload: { ...payload, object: whole } });
}

describe('a webinar that is planned', () => {
	test('has its schedule, and no session yet', () => {
		const { webinar, hostId } = planned('webinar.created', { join_url: 'https://zoom.us/j/1' });
		expect(hostId).toBe('host1');
		expect(webinar).toMatchObject({
			webinarId: '85212345678',
			sessionId: '',
			scheduledStartTime: '2026-03-04T15:00:00Z',
			scheduledEndTime: '2026-03-04T16:00:00Z',
			startTime: null,
			endTime: null,
			durationSeconds: 3600,
			joinUrl: 'https://zoom.us/j/1',
			registrationRequired: null,
		});
	});

	test('says who did what to which dates', () => {
		const item = planned(
			'webinar.deleted',
			{
				occurrences: [
					{ occurrence_id: '1772636400000', start_time: '2026-03-04T15:00:00Z', duration: 60 },
					{ occurrence_id: 1773241200000, status: 'deleted' },
					{ start_time: 'without an id' },
				],
			},
			{ operation: 'single', operator: 'admin@example.com', operator_id: 'admin1' },
		);
		expect(item).toMatchObject({
			operation: 'single',
			operator: { email: 'admin@example.com', userId: 'admin1' },
			webinar: { occurrenceId: '' },
		});
		expect(item.occurrences).toEqual([
			{ occurrenceId: '1772636400000', startTime: '2026-03-04T15:00:00Z', durationSeconds: 3600 },
			{ occurrenceId: '1773241200000', startTime: null, status: 'deleted' },
		]);
	});

	test('that concerns one date names it as the occurrence of the webinar', () => {
		const occurrences = [{ occurrence_id: '1772636400000' }];
		expect(planned('webinar.deleted', { occurrences }).webinar.occurrenceId).toBe('1772636400000');
	});

	test('without an operator has none', () => {
		expect(planned('webinar.created')).not.toHaveProperty('operator');
	});
});

describe('changes', () => {
	const changesOf = (object: Fields, old: Fields) =>
		planned('webinar.updated', object, { old_object: old }).changes;

	test('name what was changed, from what to what, and nothing else', () => {
		const object = { topic: 'New', settings: { practice_session: true, hd_video: true } };
		const old = { id: 5, topic: 'Old', duration: 60, settings: { practice_session: false } };
		expect(changesOf(object, old)).toEqual([
			{ field: 'topic', from: 'Old', to: 'New' },
			{ field: 'settings.practice_session', from: false, to: true },
		]);
	});

	test('are found inside the object as well, where an example of Zoom has them', () => {
		const item = planned('webinar.updated', { topic: 'New', old_object: { topic: 'Old' } });
		expect(item.changes).toEqual([{ field: 'topic', from: 'Old', to: 'New' }]);
	});

	test('without previous values are the fields that Zoom sent', () => {
		const { changes } = planned('webinar.updated', {});
		expect(changes).toContainEqual({ field: 'topic', from: null, to: 'Product update' });
		expect(changes?.map(({ field }) => field)).not.toContain('host_id');
	});

	test('compare lists as a whole', () => {
		const one = { email: 'a@example.com' };
		const other = { email: 'b@example.com' };
		expect(changesOf({ recurrence: [one] }, { recurrence: [one] })).toEqual([]);
		expect(changesOf({ recurrence: [one] }, { recurrence: [other] })).toEqual([
			{ field: 'recurrence', from: [other], to: [one] },
		]);
	});

	test('never hold a passcode or a start link', () => {
		const text = JSON.stringify(
			planned(
				'webinar.updated',
				{ password: 'new-secret', start_url: 'https://zoom.us/s/new-secret' },
				{ old_object: { password: 'old-secret', start_url: 'https://zoom.us/s/old-secret' } },
			),
		);
		expect(text).not.toContain('secret');
		expect(text).toContain('"password"');
	});
});

describe('registrations', () => {
	const registrant = {
		id: 'r1',
		first_name: 'Jill',
		last_name: 'Chill',
		email: ' JChill@Example.com ',
		org: 'Cooking Org',
		status: 'pending',
		join_url: 'https://zoom.us/w/1?tk=personal',
		custom_questions: [{ title: 'Why?', value: 'To learn' }],
		tracking_source: { source_name: 'newsletter' },
	};

	test('bring the registrant with answers and source', () => {
		const item = planned('webinar.registration_created', { registrant });
		expect(item.registrationStatus).toBe('pending');
		expect(item.webinar.registrationRequired).toBe(true);
		expect(item.registrant).toMatchObject({
			registrantId: 'r1',
			email: 'jchill@example.com',
			firstName: 'Jill',
			company: 'Cooking Org',
			status: 'pending',
			source: 'newsletter',
			answers: { 'Why?': 'To learn' },
			registeredAt: null,
		});
	});

	test.each([
		['webinar.registration_approved', 'approved'],
		['webinar.registration_denied', 'denied'],
		['webinar.registration_cancelled', 'cancelled'],
	])('%s says itself that the registrant is %s', (event, status) => {
		const short = { id: 'r1', email: 'jchill@example.com' };
		for (const row of [short, registrant]) {
			const item = planned(event, { registrant: row });
			expect([item.registrationStatus, item.registrant?.status]).toEqual([status, status]);
		}
	});

	test('that are new and have no status are approved ones', () => {
		const item = planned('webinar.registration_created', { registrant: { id: 'r1' } });
		expect(item.registrationStatus).toBe('approved');
	});
});

describe('participants', () => {
	const participant = {
		user_id: '16778240',
		user_name: 'Jill Chill',
		email: 'JChill@example.com',
		registrant_id: 'r1',
		participant_user_id: 'u1',
		join_time: '2026-03-04T15:01:00Z',
		leave_time: '2026-03-04T15:59:00Z',
	};

	test('who join have the moment, and the id that their leaving will have', () => {
		expect(planned('webinar.participant_joined', { participant }).participant).toEqual({
			name: 'Jill Chill',
			email: 'jchill@example.com',
			registrantId: 'r1',
			userId: 'u1',
			joinId: '16778240',
			joinTime: '2026-03-04T15:01:00Z',
		});
	});

	test('who leave have the moment and the reason alone', () => {
		const leave_reason = 'Jill Chill left the webinar.<br>Reason: Host ended the webinar.';
		const item = planned('webinar.participant_left', {
			participant: { ...participant, leave_reason },
		});
		expect(item.participant).toMatchObject({
			leaveTime: '2026-03-04T15:59:00Z',
			leaveReason: 'Host ended the webinar.',
			joinId: '16778240',
		});
		expect(item.participant).not.toHaveProperty('joinTime');
	});

	test('may be nobody that Zoom names', () => {
		const item = planned('webinar.participant_left', { participant: { email: '' } });
		expect(item.participant).toMatchObject({ email: '', registrantId: '', leaveReason: '' });
	});
});

describe('recordings', () => {
	const RECORDED = {
		type: 5,
		uuid: 'run==',
		share_url: 'https://zoom.us/rec/share/1',
		password: 'pass1',
		recording_files: [
			{
				id: 'f1',
				recording_type: 'audio_only',
				file_type: 'M4A',
				file_size: 246560,
				recording_start: '2026-03-04T15:00:10Z',
				recording_end: '2026-03-04T16:02:40Z',
				play_url: 'https://zoom.us/rec/play/1',
				download_url: 'https://zoom.us/rec/download/1',
			},
			{ file_type: 'CC', download_url: 'https://zoom.us/rec/download/2' },
		],
	};

	test('bring each file, also one that has hardly any fields', () => {
		const item = planned('recording.completed', RECORDED);
		expect(item.webinar.sessionId).toBe('run==');
		expect(item.recordings).toEqual([
			{
				recordingId: 'f1',
				type: 'audio_only',
				fileType: 'audio',
				sizeBytes: 246560,
				startTime: '2026-03-04T15:00:10Z',
				endTime: '2026-03-04T16:02:40Z',
				url: 'https://zoom.us/rec/play/1',
				downloadUrl: 'https://zoom.us/rec/download/1',
				shareUrl: 'https://zoom.us/rec/share/1',
				passcode: 'pass1',
			},
			expect.objectContaining({
				recordingId: '',
				fileType: 'captions',
				startTime: null,
				downloadUrl: 'https://zoom.us/rec/download/2',
			}),
		]);
	});

	test('bring the token only when it is asked for', () => {
		const event = { ...endedEvent(), event: 'recording.completed', downloadToken: 'token' };
		const recorded = { ...event, object: { ...PLANNED, ...RECORDED } };
		expect(JSON.stringify(itemOf(recorded))).not.toContain('token');
		expect(itemOf(recorded, true).downloadToken).toBe('token');
	});
});
