import fc from 'fast-check';

import { eventIdOf, sequenceOf } from '../../../../nodes/Zoom/webhook/identity';
import type { ZoomEvent } from '../../../../nodes/Zoom/webhook/parse';
import { endedEvent } from './ended';

function eventOf(
	event: string,
	object: Record<string, unknown>,
	payload: Record<string, unknown> = {},
): ZoomEvent {
	const whole = { id: 12, uuid: 'ab', ...object };
	return { ...endedEvent(), event, object: whole, payload: { ...payload, object: whole } };
}

describe('the id of the event', () => {
	test('of a webinar that ended is the one that it always had', () => {
		expect(eventIdOf(endedEvent())).toBe(
			'eb240ec529eed786379fc399499cc1d2a9a5201e10f81bb587924513f9ba4173',
		);
	});

	test('stays the same for the same event, whichever way the id is written', () => {
		const renamed = endedEvent({ id: 1234567890, topic: 'renamed' });
		expect(eventIdOf(renamed)).toBe(eventIdOf(endedEvent()));
	});

	type Key = { event: string; eventTimestamp: number; uuid: string; id: string };
	const idOfKey = ({ event, eventTimestamp, uuid, id }: Key) =>
		eventIdOf({ ...endedEvent({ uuid, id }), event, eventTimestamp });
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

	test.each([
		[
			'the same person joining twice in one millisecond',
			eventOf('webinar.participant_joined', { participant: { user_id: '1', email: 'a@b.c' } }),
			eventOf('webinar.participant_joined', { participant: { user_id: '2', email: 'a@b.c' } }),
		],
		[
			'two people who register in one millisecond',
			eventOf('webinar.registration_created', { registrant: { id: 'r1', email: 'a@b.c' } }),
			eventOf('webinar.registration_created', { registrant: { id: 'r2', email: 'd@b.c' } }),
		],
		[
			'two dates that are deleted in one millisecond',
			eventOf('webinar.deleted', { occurrences: [{ occurrence_id: '1' }] }),
			eventOf('webinar.deleted', { occurrences: [{ occurrence_id: '2' }] }),
		],
		[
			'two changes in one millisecond',
			eventOf('webinar.updated', { topic: 'b' }, { old_object: { topic: 'a' } }),
			eventOf('webinar.updated', { topic: 'c' }, { old_object: { topic: 'b' } }),
		],
		[
			'two parts of a recording',
			eventOf('recording.completed', { recording_files: [{ id: 'f1' }] }),
			eventOf('recording.completed', { recording_files: [{ id: 'f2' }] }),
		],
	])('tells apart %s', (_name, one, other) => {
		expect(eventIdOf(one)).not.toBe(eventIdOf(other));
	});

	test('of a recording stays when it is sent again with other links, token and order', () => {
		const files = [
			{ id: 'f1', download_url: 'https://zoom.us/a' },
			{ id: 'f2', download_url: 'https://zoom.us/b' },
		];
		const first = eventOf('recording.completed', { recording_files: files });
		const again = eventOf('recording.completed', {
			recording_files: [...files].reverse().map(({ id }) => ({ id, download_url: 'other' })),
		});
		expect(eventIdOf({ ...again, downloadToken: 'other' })).toBe(eventIdOf(first));
	});
});

describe('the sequence', () => {
	const at = (event: string, eventTimestamp: number | null) =>
		sequenceOf({ ...endedEvent(), event, eventTimestamp });

	test('follows the time, whatever the kind', () => {
		expect(at('webinar.created', 1001)).toBeGreaterThan(at('webinar.deleted', 1000)!);
	});

	test('follows the life of a webinar within a millisecond', () => {
		const life = [
			'webinar.created',
			'webinar.updated',
			'webinar.registration_created',
			'webinar.registration_approved',
			'webinar.registration_denied',
			'webinar.registration_cancelled',
			'webinar.started',
			'webinar.participant_joined',
			'webinar.participant_left',
			'webinar.ended',
			'recording.completed',
			'recording.transcript_completed',
			'webinar.deleted',
		].map((event) => at(event, 1626230691572)!);
		expect(life).toEqual([...new Set(life)].sort((a, b) => a - b));
		expect(life).toHaveLength(13);
	});

	test.each([null, -1, 1e300, NaN])('is null for a time of %p', (eventTimestamp) => {
		expect(at('webinar.ended', eventTimestamp)).toBeNull();
	});

	test('is a whole number that JSON carries exactly', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e12 }), (eventTimestamp) => {
				const sequence = at('webinar.ended', eventTimestamp);
				expect(JSON.parse(JSON.stringify(sequence))).toBe(sequence);
				expect(Math.floor(sequence! / 1000)).toBe(eventTimestamp);
			}),
		);
	});
});
