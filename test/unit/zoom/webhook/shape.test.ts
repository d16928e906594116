import fc from 'fast-check';

import { parse } from '../../../../nodes/Zoom/webhook/parse';
import { shapeWebinarEnded } from '../../../../nodes/Zoom/webhook/shape';
import { endedEvent } from './ended';
import { readSpec, testWith } from './specs';

const examples = readSpec('webhook-examples.json') as
	Record<string, { example: unknown }> | undefined;

test('a webinar that ended in our words', () => {
	expect(shapeWebinarEnded(endedEvent())).toEqual({
		event: 'webinar.ended',
		eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
		eventTime: '2021-07-14T02:44:51.572Z',
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
		practiceSession: false,
	});
});

testWith(examples)("Zoom's documented example is a practice session of 76 minutes", () => {
	const delivery = parse(Buffer.from(JSON.stringify(examples?.['webinar.ended']?.example)));
	if (delivery.kind !== 'event') throw new Error(delivery.kind);
	expect(shapeWebinarEnded(delivery.event)).toMatchObject({
		event: 'webinar.ended',
		practiceSession: true,
		webinar: { webinarId: '1234567890', durationSeconds: 4560, hostEmail: 'jchill@example.com' },
	});
});

testWith(examples)(
	'every documented event can be parsed, those of a webinar with a session too',
	() => {
		const shaped = Object.entries(examples ?? {}).flatMap(([name, { example }]) => {
			const delivery = parse(Buffer.from(JSON.stringify(example)));
			if (delivery.kind !== 'event') return [];
			return shapeWebinarEnded(delivery.event) === null ? [] : [name];
		});
		expect(shaped).toEqual(expect.arrayContaining(['webinar.ended', 'webinar.started']));
	},
);

test('an id that comes as a number is text, with blanks and dashes it is the same webinar', () => {
	for (const id of [85212345678, '852 1234 5678', '852-1234-5678']) {
		expect(shapeWebinarEnded(endedEvent({ id }))?.webinar.webinarId).toBe('85212345678');
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
	expect(shapeWebinarEnded(endedEvent(object))).toBeNull();
});

test.each([
	['the end is missing', { end_time: undefined }],
	['the end is nonsense', { end_time: 'soon' }],
	['the end is before the start', { end_time: '2021-07-13T21:00:00Z' }],
])('the scheduled length stands in when %s', (_name, object) => {
	expect(shapeWebinarEnded(endedEvent(object))?.webinar.durationSeconds).toBe(3600);
});

test('without any length it is 0', () => {
	for (const duration of [undefined, -5, 'x', Infinity]) {
		const item = shapeWebinarEnded(endedEvent({ end_time: undefined, duration }));
		expect(item?.webinar.durationSeconds).toBe(0);
	}
});

test('an event without its time has none, and does not get one of ours', () => {
	const item = shapeWebinarEnded({ ...endedEvent(), eventTimestamp: null });
	expect(item?.eventTime).toBeNull();
});

test('only a real true makes it a practice session', () => {
	for (const [value, expected] of [
		[true, true],
		[false, false],
		['true', false],
		[undefined, false],
	] as const) {
		expect(shapeWebinarEnded(endedEvent({ practice_session: value }))?.practiceSession).toBe(
			expected,
		);
	}
});

describe('the id of the event', () => {
	const idOf = (event: ReturnType<typeof endedEvent>) => shapeWebinarEnded(event)?.eventId;

	test('stays the same for the same event, whichever way the id is written', () => {
		expect(idOf(endedEvent({ id: 1234567890, topic: 'renamed' }))).toBe(idOf(endedEvent()));
	});

	type Key = { event: string; eventTimestamp: number; uuid: string; id: string };
	const idOfKey = ({ event, eventTimestamp, uuid, id }: Key) =>
		idOf({ ...endedEvent({ uuid, id }), event, eventTimestamp });
	const KEY: Key = { event: 'webinar.ended', eventTimestamp: 1626230691572, uuid: 'ab', id: '12' };

	test.each([
		['session', { uuid: 'abc' }],
		['webinar', { id: '123' }],
		['time', { eventTimestamp: KEY.eventTimestamp + 1 }],
		['kind', { event: 'webinar.started' }],
	])('differs when only the %s differs', (_name, change) => {
		expect(idOfKey({ ...KEY, ...change })).not.toBe(idOfKey(KEY));
	});

	test('differs when the same characters are spread over the parts in another way', () => {
		const text = fc.stringMatching(/^[0-9a-z|,"]{1,4}$/);
		fc.assert(
			fc.property(text, text, text, (left, middle, right) => {
				const one = idOfKey({ ...KEY, uuid: left + middle, id: right });
				const other = idOfKey({ ...KEY, uuid: left, id: middle + right });
				expect(one).not.toBe(other);
			}),
		);
	});
});
