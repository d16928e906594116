import {
	hostEmails,
	occurrenceOf,
	questionsAllowed,
	registersPerOccurrence,
	toPastWebinar,
	toWebinar,
	withSession,
} from '../../../../nodes/Zoom/mapping/webinar';

const DETAILS = {
	id: 95426371234,
	topic: 'Launch',
	agenda: 'x'.repeat(400),
	start_time: '2026-11-20T16:00:00Z',
	duration: 60,
	timezone: 'Europe/Berlin',
	host_email: 'Host@Example.com',
	join_url: 'https://zoom.us/j/95426371234',
	settings: { approval_type: 0 },
};

describe('toWebinar', () => {
	test('reads the details', () => {
		expect(toWebinar(DETAILS, 'account')).toEqual({
			provider: 'zoom',
			accountId: 'account',
			webinarId: '95426371234',
			sessionId: '',
			occurrenceId: '',
			topic: 'Launch',
			description: 'x'.repeat(250),
			scheduledStartTime: '2026-11-20T16:00:00Z',
			scheduledEndTime: '2026-11-20T17:00:00Z',
			startTime: null,
			endTime: null,
			durationSeconds: 3600,
			timezone: 'Europe/Berlin',
			hostEmail: 'host@example.com',
			joinUrl: 'https://zoom.us/j/95426371234',
			registrationUrl: '',
			registrationRequired: true,
		});
	});

	test.each([
		[0, true],
		[1, true],
		[2, false],
		[undefined, null],
	])('approval type %s: registration required is %s', (approval_type, required) => {
		expect(toWebinar({ settings: { approval_type } }, '').registrationRequired).toBe(required);
	});

	test('an expired webinar has no times, and that is no error', () => {
		expect(toWebinar({}, '')).toMatchObject({ scheduledStartTime: null, scheduledEndTime: null });
	});
});

describe('withSession', () => {
	test('takes the actual times and length', () => {
		const report = {
			uuid: '/a==',
			start_time: '2026-11-20T16:03:00Z',
			end_time: '2026-11-20T16:50:30Z',
			topic: 'Renamed later',
			user_email: 'Other@Example.com',
		};
		expect(withSession(toWebinar(DETAILS, ''), report)).toMatchObject({
			sessionId: '/a==',
			startTime: '2026-11-20T16:03:00Z',
			endTime: '2026-11-20T16:50:30Z',
			durationSeconds: 2850,
			topic: 'Launch',
			hostEmail: 'host@example.com',
		});
		expect(withSession(toWebinar({}, ''), report)).toMatchObject({
			topic: 'Renamed later',
			hostEmail: 'other@example.com',
		});
	});

	test('without a report the planned length stands', () => {
		expect(withSession(toWebinar(DETAILS, ''), {})).toMatchObject({
			startTime: null,
			durationSeconds: 3600,
		});
	});
});

test('toPastWebinar reads a row of the history', () => {
	const row = {
		meeting_uuid: 'a//b==',
		meeting_id: 95426371234,
		topic: 'Launch',
		host_email: 'Host@Example.com',
		start_time: '2026-11-20T16:03:00Z',
		end_time: '2026-11-20T16:50:30Z',
	};
	expect(toPastWebinar(row, 'account')).toMatchObject({
		accountId: 'account',
		webinarId: '95426371234',
		sessionId: 'a//b==',
		hostEmail: 'host@example.com',
		durationSeconds: 2850,
		registrationRequired: null,
	});
});

describe('occurrenceOf', () => {
	const series = {
		type: 9,
		occurrences: [
			{ occurrence_id: '1', start_time: '2026-11-06T16:00:00Z' },
			{ occurrence_id: '2', start_time: '2026-11-13T16:00:00Z' },
			{ occurrence_id: '3', start_time: '2026-11-20T16:00:00Z' },
			{ occurrence_id: '', start_time: '2026-11-13T17:00:00Z' },
			{ occurrence_id: '4' },
		],
	};

	test.each([
		['2026-11-13T15:55:00Z', '2'],
		['2026-11-13T17:00:00Z', '2'],
		['2026-12-24T00:00:00Z', '3'],
		['2026-11-01T00:00:00Z', '1'],
	])('a start at %s belongs to occurrence %s', (start, occurrence) => {
		expect(occurrenceOf(series, start)).toBe(occurrence);
	});

	test('single webinars, webinars that never ran and series without a list have none', () => {
		expect(occurrenceOf({ ...series, type: 5 }, '2026-11-13T16:00:00Z')).toBe('');
		expect(occurrenceOf(series, null)).toBe('');
		expect(occurrenceOf({ type: 9 }, '2026-11-13T16:00:00Z')).toBe('');
	});
});

describe('hostEmails', () => {
	test.each([
		['a@x.com,b@x.com', ['a@x.com', 'b@x.com']],
		['a@x.com;b@x.com', ['a@x.com', 'b@x.com']],
		[' A@x.com ; ;b@x.com, ', ['a@x.com', 'b@x.com']],
		['', []],
		[undefined, []],
	])('alternative hosts %j', (alternative_hosts, more) => {
		const details = { host_email: 'Host@X.com', settings: { alternative_hosts } };
		expect([...hostEmails(details, {})].sort()).toEqual([...more, 'host@x.com'].sort());
	});

	test('the report knows the host of an expired webinar', () => {
		expect([...hostEmails({}, { user_email: 'host@x.com' })]).toEqual(['host@x.com']);
		expect([...hostEmails({}, {})]).toEqual([]);
	});
});

test.each([
	[1, false],
	[2, true],
	[3, true],
	[undefined, false],
])('registration type %s: registers per occurrence is %s', (registration_type, per) => {
	expect(registersPerOccurrence({ settings: { registration_type } })).toBe(per);
});

test('Q&A counts as open unless it is switched off', () => {
	expect(questionsAllowed({ settings: { question_and_answer: { enable: false } } })).toBe(false);
	expect(questionsAllowed({ settings: { question_and_answer: { enable: true } } })).toBe(true);
	expect(questionsAllowed({})).toBe(true);
});
