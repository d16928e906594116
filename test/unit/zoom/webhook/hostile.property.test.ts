/** Nobody vouches for a body, signed or not. */
import fc from 'fast-check';

import { judge, type Choice } from '../../../../nodes/Zoom/webhook/choice';
import { parse } from '../../../../nodes/Zoom/webhook/parse';
import { shape } from '../../../../nodes/Zoom/webhook/shape';

const EVENTS = [
	'webinar.started',
	'webinar.ended',
	'webinar.created',
	'webinar.updated',
	'webinar.deleted',
	'webinar.registration_created',
	'webinar.registration_cancelled',
	'webinar.participant_joined',
	'webinar.participant_left',
	'recording.completed',
];

// prettier-ignore
const FIELDS = [
	'id', 'uuid', 'host_id', 'host_email', 'topic', 'type', 'start_time', 'end_time', 'duration',
	'agenda', 'occurrences', 'occurrence_id', 'registrant', 'participant', 'recording_files',
	'settings', 'old_object', 'password', 'practice_session', 'custom_questions', 'title', 'value',
	'email', 'status', 'user_id', 'leave_reason', 'file_size', 'tracking_source', '__proto__',
	'constructor', 'toString',
];

const anything = fc.oneof(
	fc.jsonValue(),
	fc.constantFrom('__proto__', 1e308, -1, 'x'.repeat(10_000), '2026-03-04T15:00:00Z', 5, '9'),
);
const rows = fc.dictionary(fc.constantFrom(...FIELDS), anything);
const objects = fc.dictionary(
	fc.constantFrom(...FIELDS),
	fc.oneof(anything, rows, fc.array(rows, { maxLength: 3 })),
);
/** One that names its webinar and session, so that the rest is read as well. */
const named = objects.map((object) => ({ ...object, id: 85212345678, uuid: 'run==', type: 5 }));
const bodies = fc.record({
	event: fc.constantFrom(...EVENTS),
	event_ts: anything,
	download_token: anything,
	payload: fc.record(
		{
			account_id: anything,
			operator: anything,
			operation: anything,
			scope: anything,
			old_object: fc.oneof(objects, anything),
			object: fc.oneof(named, objects, anything),
		},
		{ requiredKeys: ['object'] },
	),
});

const EVERYTHING: Choice = {
	events: EVENTS,
	webinarIds: [],
	hosts: [],
	topicContains: '',
	includePracticeSessions: true,
};

test('no JSON makes parsing, shaping and choosing throw, and what comes out is JSON', () => {
	const shapedEvents = new Set<string>();
	fc.assert(
		fc.property(bodies, (body) => {
			const delivery = parse(Buffer.from(JSON.stringify(body)));
			if (delivery.kind !== 'event') return;
			const shaped = shape(delivery.event, { includeDownloadToken: true });
			if (shaped.kind !== 'item') return;
			const { item } = shaped;
			shapedEvents.add(item.event);
			expect(JSON.parse(JSON.stringify(item))).toEqual(item);
			expect(item.webinar.durationSeconds).toBeGreaterThanOrEqual(0);
			expect(judge(item, EVERYTHING)).toBe('wanted');
		}),
		{ numRuns: 3000 },
	);
	expect([...shapedEvents].sort()).toEqual([...EVENTS].sort());
});
