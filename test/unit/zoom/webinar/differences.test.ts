import { isAlreadySo } from '../../../../nodes/Zoom/mapping/webinarDifferences';

const PRESENT = {
	topic: 'Launch',
	start_time: '2027-03-01T15:00:00Z',
	timezone: 'Europe/Berlin',
	duration: 60,
	agenda: '',
	type: 9,
	recurrence: { type: 2, repeat_interval: 1, weekly_days: '2,4', end_times: 7 },
	tracking_fields: [{ field: 'Region', value: 'EMEA', visible: true }],
	settings: {
		practice_session: true,
		alternative_hosts: 'A@example.com;b@example.com',
		question_and_answer: { enable: true, answer_questions: 'all' },
	},
};

test.each([
	['the topic', { topic: 'Launch' }],
	['a number as text', { duration: '60' }],
	['an empty description that Zoom leaves out', { agenda: '' }],
	['the local start', { start_time: '2027-03-01T16:00:00', timezone: 'Europe/Berlin' }],
	['the start in UTC', { start_time: '2027-03-01T15:00:00Z' }],
	['a nested setting', { settings: { question_and_answer: { enable: true } } }],
	['hosts in another order', { settings: { alternative_hosts: 'b@example.com,a@example.com' } }],
	['the days in another order', { recurrence: { weekly_days: '4,2' } }],
	['tracking fields', { tracking_fields: [{ field: 'Region', value: 'EMEA' }] }],
	['a wish to notify', { settings: { notify_registrants: true } }],
])('%s: already so', (_, change) => {
	expect(isAlreadySo(change, PRESENT)).toBe(true);
});

test.each([
	['the topic', { topic: 'launch' }],
	['an hour later', { start_time: '2027-03-01T17:00:00', timezone: 'Europe/Berlin' }],
	['the same hour elsewhere', { start_time: '2027-03-01T16:00:00', timezone: 'UTC' }],
	['one of two', { topic: 'Launch', duration: 90 }],
	['off instead of on', { settings: { practice_session: false } }],
	['off where Zoom tells nothing', { settings: { on_demand: false } }],
	['one host fewer', { settings: { alternative_hosts: 'a@example.com' } }],
	['other days', { recurrence: { weekly_days: '2' } }],
	['an end on a date', { recurrence: { end_date_time: '2027-05-01T21:59:59Z' } }],
	['a nested setting', { settings: { question_and_answer: { answer_questions: 'only' } } }],
	['another tracking field', { tracking_fields: [] }],
	['what Zoom does not show', { schedule_for: 'x@example.com' }],
])('%s: different', (_, change) => {
	expect(isAlreadySo(change, PRESENT)).toBe(false);
});

test('the end of a series is the same within a minute', () => {
	const present = { recurrence: { end_date_time: '2027-05-01T21:59:00Z' } };
	const change = { recurrence: { end_date_time: '2027-05-01T21:59:59Z' } };
	expect(isAlreadySo(change, present)).toBe(true);
});
