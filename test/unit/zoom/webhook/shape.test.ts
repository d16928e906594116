import { shape } from '../../../../nodes/Zoom/webhook/shape';
import { endedEvent, itemOf } from './ended';

test('a webinar that ended in our words', () => {
	expect(itemOf(endedEvent())).toEqual({
		event: 'webinar.ended',
		eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
		eventTime: '2021-07-14T02:44:51.572Z',
		sequence: 1626230691572009,
		webinar: {
			provider: 'zoom',
			accountId: 'AAAAAABBBB',
			webinarId: '1234567890',
			sessionId: '4444AAAiAAAAAiAiAiiAii==',
			occurrenceId: '',
			topic: 'My Webinar',
			description: '',
			scheduledStartTime: null,
			scheduledEndTime: null,
			startTime: '2021-07-13T21:44:51Z',
			endTime: '2021-07-13T23:00:51Z',
			durationSeconds: 76 * 60,
			timezone: 'America/Los_Angeles',
			hostEmail: 'jchill@example.com',
			joinUrl: '',
			registrationUrl: '',
			registrationRequired: null,
		},
		hostId: 'x1yCzABCDEfg23HiJKl4mN',
		practiceSession: false,
	});
});

test('an id that comes as a number is text, with blanks and dashes it is the same webinar', () => {
	for (const id of [85212345678, '852 1234 5678', '852-1234-5678']) {
		expect(itemOf(endedEvent({ id })).webinar.webinarId).toBe('85212345678');
	}
});

test.each([
	['no uuid', { uuid: undefined }],
	['an empty uuid', { uuid: '' }],
	['a uuid that is an object', { uuid: {} }],
	['no id', { id: undefined }],
	['an id that is a list', { id: ['1'] }],
	['an id of blanks', { id: ' - ' }],
])('with %s there is nothing to collect for', (_name, object) => {
	expect(shape(endedEvent(object), { includeDownloadToken: false })).toEqual({
		kind: 'leftOut',
		why: 'it does not name the webinar and its session',
		usual: false,
	});
});

test.each(['webinar.alert', 'meeting.ended', 'toString', '__proto__', ''])(
	'the event %j starts nothing',
	(event) => {
		expect(shape({ ...endedEvent(), event }, { includeDownloadToken: false })).toMatchObject({
			kind: 'leftOut',
		});
	},
);

test.each([
	['the end is missing', { end_time: undefined }],
	['the end is nonsense', { end_time: 'soon' }],
	['the end is before the start', { end_time: '2021-07-13T21:00:00Z' }],
])('the scheduled length stands in when %s', (_name, object) => {
	expect(itemOf(endedEvent(object)).webinar.durationSeconds).toBe(3600);
});

test('without any length it is 0', () => {
	for (const duration of [undefined, -5, 'x', Infinity]) {
		const item = itemOf(endedEvent({ end_time: undefined, duration }));
		expect(item.webinar.durationSeconds).toBe(0);
	}
});

test('an event without its time has none, and does not get one of ours', () => {
	const item = itemOf({ ...endedEvent(), eventTimestamp: null });
	expect([item.eventTime, item.sequence]).toEqual([null, null]);
});

test('only a real true makes it a practice session', () => {
	for (const [value, expected] of [
		[true, true],
		[false, false],
		['true', false],
		[undefined, false],
	] as const) {
		expect(itemOf(endedEvent({ practice_session: value })).practiceSession).toBe(expected);
	}
});

test('a webinar that started has begun and not ended', () => {
	const started = { ...endedEvent({ end_time: undefined }), event: 'webinar.started' };
	const { webinar, practiceSession } = itemOf(started);
	expect(practiceSession).toBeUndefined();
	expect(webinar).toMatchObject({ startTime: '2021-07-13T21:44:51Z', endTime: null });
	expect(webinar.durationSeconds).toBe(3600);
});
