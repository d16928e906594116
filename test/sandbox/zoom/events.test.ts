import type { Sandbox, ZoomEvent } from '../contract';
import { startSandbox } from '../index';
import type { ZoomWorld } from '../world';
import { createEventJudge } from './outbound/judge';
import { listen, type Delivery } from './outbound/testing';
import { AwsLambdaReceiver, rivetClient } from './proof/rivet';
import { IDS, world } from './proof/world';
import { MEETING_SESSION, TRANSCRIPT, recordedWorld } from './recordings/testing';

/** `late` becomes a series with a registrant for one of its days. */
function seriesWorld(): ZoomWorld {
	const zoom = recordedWorld();
	const [main, late] = zoom.webinars;
	const [person] = main?.registrants ?? [];
	if (!main || !late || !person) throw new Error('The small world has changed');
	// Rivet serialises what it received anew, which no escaped emoji survives.
	main.topic = 'Coffee & tea';
	Object.assign(late, {
		type: 9,
		passcode: 'tea42',
		alternativeHosts: ['a@example.com', 'b@example.com'],
		recurrence: { type: 1, repeat_interval: 1, end_times: 2 },
		occurrences: ['2026-11-20', '2026-11-21'].map((day) => ({
			occurrence_id: String(Date.parse(`${day}T16:00:00Z`)),
			start_time: `${day}T16:00:00Z`,
			duration: 60,
			status: 'available',
		})),
		trackingSources: [
			{ id: 'src-1', source_name: 'newsletter', tracking_url: 'https://example.zoom.us/w/src-1' },
		],
		registrants: [
			{
				...person,
				source_id: 'src-1',
				occurrence_ids: [String(Date.parse('2026-11-21T16:00:00Z'))],
			},
		],
	});
	return zoom;
}

const plain = (headers: Delivery['headers']): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

const bodyOf = ({ event, eventTime, payload, downloadToken }: ZoomEvent) => ({
	event,
	event_ts: eventTime,
	payload,
	...(downloadToken === undefined ? {} : { download_token: downloadToken }),
});

describe('what Zoom tells of a webinar', () => {
	const judge = createEventJudge();
	if (!judge.present) process.stdout.write('specs: ABSENT\n');
	let sandbox: Sandbox;
	let all: ZoomEvent[];

	beforeAll(async () => {
		sandbox = await startSandbox({ world: world(seriesWorld()) });
		const { events } = sandbox.zoom;
		const user = '16778241';
		const changes = { now: { topic: 'New' }, before: { topic: 'Old' } };
		all = [
			events.webinarCreated(IDS.main),
			events.webinarCreated(IDS.late),
			events.webinarUpdated(IDS.main, changes),
			events.webinarUpdated(IDS.late, changes, { single: true }),
			events.webinarDeleted(IDS.main),
			events.webinarDeleted(IDS.late, String(Date.parse('2026-11-21T16:00:00Z'))),
			events.webinarStarted(IDS.main, IDS.mainSession),
			events.webinarEnded(IDS.main, IDS.practice),
			events.registrationCreated(IDS.main, 'reg-101'),
			events.registrationCreated(IDS.late, 'reg-1'),
			events.registrationApproved(IDS.late, 'reg-1'),
			events.registrationDenied(IDS.main, 'reg-102'),
			events.registrationCancelled(IDS.main, 'reg-103'),
			events.participantJoined(IDS.main, IDS.mainSession, user),
			events.participantLeft(IDS.main, IDS.mainSession, user),
			events.recordingCompleted(IDS.mainSession),
			events.recordingCompleted(MEETING_SESSION),
			events.transcriptCompleted(IDS.mainSession),
		];
	});
	afterAll(() => sandbox.close());

	it("stands in Zoom's schemas", () => {
		const problems = all.flatMap((event) => judge.problems(event.event, bodyOf(event)));
		expect(problems).toEqual([]);
		expect(new Set(all.map(({ event }) => event)).size).toBe(13);
	});

	it("has the types of Zoom's examples", () => {
		const unlike = all.flatMap((event) => judge.unlikeExample(event.event, bodyOf(event)));
		expect(unlike).toEqual([]);
	});

	it('is found out when it is wrong', () => {
		const [created] = all;
		if (!created) throw new Error('No event');
		const { event } = created;
		const wrong = { ...bodyOf(created), event_ts: 'soon' };
		const found = judge.present ? [expect.stringContaining('event_ts')] : [];
		expect(judge.problems(event, wrong)).toEqual(found);
		expect(judge.unlikeExample(event, wrong)).toEqual(found);
	});

	it('carries ids as text where a webinar runs and as a number where it is planned', () => {
		const kinds = Object.fromEntries(
			all.map(({ event, payload }) => [event, typeof Object(payload.object).id]),
		);
		expect(kinds).toEqual({
			'webinar.created': 'number',
			'webinar.updated': 'number',
			'webinar.deleted': 'number',
			'webinar.started': 'string',
			'webinar.ended': 'string',
			'webinar.registration_created': 'number',
			'webinar.registration_approved': 'number',
			'webinar.registration_denied': 'number',
			'webinar.registration_cancelled': 'number',
			'webinar.participant_joined': 'string',
			'webinar.participant_left': 'string',
			'recording.completed': 'number',
			'recording.transcript_completed': 'number',
		});
	});

	it('tells a change with what was before, in either place', () => {
		const changes = { now: { topic: 'New' }, before: { topic: 'Old' } };
		const old = { id: IDS.main, topic: 'Old' };
		const { payload } = sandbox.zoom.events.webinarUpdated(IDS.main, changes);
		expect(payload).toMatchObject({ object: { topic: 'New' }, old_object: old, scope: 'single' });
		expect(payload.time_stamp).toEqual(expect.any(Number));
		const inObject = sandbox.zoom.events.webinarUpdated(IDS.main, changes, {
			oldObjectIn: 'object',
		});
		expect(inObject.payload).toMatchObject({ object: { topic: 'New', old_object: old } });
		expect(inObject.payload).not.toHaveProperty('old_object');
	});

	it('names the occurrences that somebody is registered for', () => {
		const { payload } = sandbox.zoom.events.registrationCreated(IDS.late, 'reg-1');
		expect(payload.object).toMatchObject({
			occurrences: [{ start_time: '2026-11-21T16:00:00Z' }],
			registrant: { status: 'approved', tracking_source: { source_name: 'newsletter' } },
		});
	});

	it('is one event, however often it is sent', () => {
		const once = sandbox.zoom.events.participantJoined(IDS.main, IDS.mainSession, '16778241');
		const again = sandbox.zoom.events.participantJoined(IDS.main, IDS.mainSession, '16778241');
		expect(again).toEqual(once);
		const other = sandbox.zoom.events.participantJoined(IDS.main, IDS.mainSession, '16778242');
		expect(other).not.toEqual(once);
	});

	it('opens the files of a recording for a day', async () => {
		const { downloadToken, payload } = sandbox.zoom.events.transcriptCompleted(IDS.mainSession);
		const [file] = Object(payload.object).recording_files;
		sandbox.advance(3_600_000);
		const read = async () => {
			const response = await fetch(file.download_url, {
				headers: { authorization: `Bearer ${downloadToken}` },
			});
			return await response.text();
		};
		expect(await read()).toBe(TRANSCRIPT);
		sandbox.advance(24 * 3_600_000);
		expect(await read()).toContain('Sign In');
	});

	it("is taken by Zoom's own receiver", async () => {
		const { webEventConsumer } = await rivetClient(sandbox);
		const lambda = new AwsLambdaReceiver({
			webhooksSecretToken: sandbox.zoom.world.webhookSecretToken,
		});
		lambda.init({ eventEmitter: webEventConsumer });
		const handle = lambda.start();
		jest.spyOn(console, 'debug').mockImplementation(() => undefined);
		const { url, seen, server } = await listen(() => ({ status: 200 }));
		for (const event of all) await sandbox.zoom.deliver({ ...event, to: url });
		server.close().closeAllConnections();
		expect(seen).toHaveLength(all.length);
		for (const { body, headers } of seen) {
			const taken = await handle({ body, headers: plain(headers), isBase64Encoded: false }, {});
			expect([JSON.parse(body).event, taken.statusCode]).toEqual([JSON.parse(body).event, 200]);
		}
		expect(seen.map(({ body }) => JSON.parse(body))).toEqual(all.map(bodyOf));
	});

	it('cannot be told of what the world does not hold', () => {
		const { events } = sandbox.zoom;
		expect(() => events.webinarStarted(1, 'x')).toThrow('The world has no webinar 1');
		expect(() => events.recordingCompleted('x')).toThrow('no recording of session x');
		expect(() => events.transcriptCompleted(MEETING_SESSION)).toThrow('has no transcript');
		expect(() => events.participantLeft(IDS.main, IDS.mainSession, '0')).toThrow('Nobody');
	});
});
