/** Zoom's documented payload of every event, as it is published. */
import { parse } from '../../../../nodes/Zoom/webhook/parse';
import { shape } from '../../../../nodes/Zoom/webhook/shape';
import { readSpec, testWith } from './specs';

type Example = { event: string; payload: { object: Record<string, unknown> } };

const examples = readSpec('webhook-examples.json') as
	Record<string, { example: Example }> | undefined;

/** In Zoom's own documentation the example of `denied` carries the name of `created`. */
function shaped(name: string, object: Record<string, unknown> = {}) {
	const { example } = examples![name]!;
	const payload = { ...example.payload, object: { ...example.payload.object, ...object } };
	const delivery = parse(Buffer.from(JSON.stringify({ ...example, event: name, payload })));
	if (delivery.kind !== 'event') throw new Error(`${name} is ${delivery.kind}`);
	return shape(delivery.event, { includeDownloadToken: false });
}

const OURS = [
	['webinar.started', { webinar: { sessionId: '4444AAAiAAAAAiAiAiiAii==', endTime: null } }],
	['webinar.ended', { practiceSession: true, webinar: { durationSeconds: 4560 } }],
	['webinar.created', { operation: 'single', webinar: { joinUrl: 'https://example.com' } }],
	['webinar.deleted', { operation: 'single', webinar: { occurrenceId: 'ABCDE12345' } }],
	[
		'webinar.updated',
		{
			operation: 'single',
			changes: expect.arrayContaining([
				{ field: 'settings.email_in_attendee_report', from: false, to: true },
			]),
		},
	],
	[
		'webinar.registration_created',
		{ registrationStatus: 'approved', registrant: { company: 'Cooking Org', source: 'general' } },
	],
	['webinar.registration_approved', { registrationStatus: 'approved' }],
	['webinar.registration_denied', { registrationStatus: 'denied' }],
	['webinar.registration_cancelled', { registrationStatus: 'cancelled' }],
	['webinar.participant_joined', { participant: { joinTime: '2021-07-13T21:44:51Z' } }],
	['webinar.participant_left', { participant: { leaveReason: 'Host ended the webinar.' } }],
] as const;

testWith(examples)('every event that can be chosen is shaped', () => {
	for (const [name, expected] of OURS) {
		expect(shaped(name)).toMatchObject({
			kind: 'item',
			item: {
				event: name,
				eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
				eventTime: '2021-07-14T02:44:51.572Z',
				sequence: expect.any(Number),
				hostId: 'x1yCzABCDEfg23HiJKl4mN',
				...expected,
				webinar: {
					accountId: 'AAAAAABBBB',
					webinarId: '1234567890',
					...('webinar' in expected ? expected.webinar : {}),
				},
			},
		});
	}
});

testWith(examples)('recordings are of webinars only: the examples are of a meeting', () => {
	for (const [name, files] of [
		// Two files, and the audio of one participant.
		['recording.completed', 3],
		['recording.transcript_completed', 1],
	] as const) {
		expect(shaped(name)).toMatchObject({ kind: 'leftOut', usual: true });
		for (const type of [5, 6, '9']) {
			const { item } = shaped(name, { type }) as { item: { recordings: unknown[] } };
			expect(item.recordings).toHaveLength(files);
		}
	}
});

testWith(examples)('all others are read and start nothing', () => {
	const ours: string[] = OURS.map(([name]) => name);
	const others = Object.entries(examples!).filter(
		([name, { example }]) =>
			!ours.includes(name) && 'object' in example.payload && !Array.isArray(example.payload.object),
	);
	expect(others.length).toBeGreaterThan(20);
	for (const [name] of others) expect(shaped(name)).toMatchObject({ kind: 'leftOut' });
});
