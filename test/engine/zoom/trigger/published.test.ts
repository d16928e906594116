/** From the subscription that the trigger made to the execution, for everything that Zoom publishes. */
import type { IDataObject } from 'n8n-workflow';

import type { ZoomEvent } from '../../../sandbox/contract';
import type { ZoomWebinarState } from '../../../sandbox/world';
import { addGeneralApp, connected, OAUTH2 } from '../credentials/connect';
import { automaticStage, changesOf, type AutomaticStage } from './automaticStage';

const ALL = [
	'recording.completed',
	'recording.transcript_completed',
	'webinar.created',
	'webinar.deleted',
	'webinar.ended',
	'webinar.participant_joined',
	'webinar.participant_left',
	'webinar.registration_approved',
	'webinar.registration_cancelled',
	'webinar.registration_created',
	'webinar.registration_denied',
	'webinar.started',
	'webinar.updated',
];

let here: AutomaticStage;
afterEach(async () => await here.close());

/** The main webinar, whose session was recorded. */
function mainWebinar(): ZoomWebinarState {
	const { main } = here.on.story;
	const webinar = here.sandbox.zoom.world.webinars.find(({ id }) => id === main.webinarId)!;
	const times = { recording_start: webinar.startTime, recording_end: webinar.startTime };
	const file = { recording_type: 'audio_only', content: { bytes: 1000 }, ...times };
	webinar.recordings = [
		{
			sessionUuid: main.sessionUuid,
			readyAt: webinar.startTime,
			shareUrl: 'https://example.zoom.us/rec/share/main',
			playPasscode: 'FAKE-play-passcode',
			password: 'FAKE-passcode',
			files: [
				{ id: 'audio', file_type: 'M4A', file_extension: 'M4A', ...file },
				{
					...file,
					id: 'transcript',
					file_type: 'TRANSCRIPT',
					file_extension: 'VTT',
					recording_type: 'audio_transcript',
					content: 'WEBVTT',
				},
			],
			views: [],
		},
	];
	return webinar;
}

/** Everything that happens to a webinar, as Zoom tells it. */
function lifeOf(webinar: ZoomWebinarState): ZoomEvent[] {
	const { events } = here.sandbox.zoom;
	const { sessionUuid } = here.on.story.main;
	const { id } = webinar;
	const session = webinar.sessions.find(({ uuid }) => uuid === sessionUuid)!;
	const registrant = webinar.registrants[0]!.id;
	const joined = session.participants[0]!.user_id;
	return [
		events.webinarCreated(id),
		events.webinarUpdated(id, { now: { topic: 'New' }, before: { topic: 'Old' } }),
		events.webinarUpdated(
			id,
			{ now: { duration: 30 }, before: { duration: 60 } },
			{ oldObjectIn: 'object' },
		),
		events.registrationCreated(id, registrant),
		events.registrationApproved(id, registrant),
		events.registrationDenied(id, registrant),
		events.registrationCancelled(id, registrant),
		events.webinarStarted(id, sessionUuid),
		events.participantJoined(id, sessionUuid, joined),
		events.participantLeft(id, sessionUuid, joined),
		events.webinarEnded(id, sessionUuid),
		events.recordingCompleted(sessionUuid),
		events.transcriptCompleted(sessionUuid),
		events.webinarDeleted(id),
	];
}

async function publish(life: ZoomEvent[]): Promise<IDataObject[]> {
	for (const event of life) {
		for (const { status } of await here.sandbox.zoom.publish(event)) expect(status).toBe(200);
	}
	return here.host.executions.flat();
}

async function subscribeToAll(): Promise<void> {
	here = await automaticStage({ events: ALL });
	here.sandbox.zoom.world.scopes.push(
		'webinar:read:participant:admin',
		'cloud_recording:read:recording:admin',
	);
	await here.activate();
}

test('every event comes through once, about the right webinar', async () => {
	await subscribeToAll();
	const webinar = mainWebinar();
	const life = lifeOf(webinar);
	const items = await publish(life);
	expect(items.map(({ event }) => event)).toEqual(life.map(({ event }) => event));
	expect([...new Set(items.map(({ event }) => event))].sort()).toEqual(ALL);
	expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(life.length);
	for (const item of items) {
		expect(item).toMatchObject({
			// An update tells only what changed.
			hostId: item.event === 'webinar.updated' ? '' : webinar.hostId,
			sequence: expect.any(Number),
			webinar: { webinarId: String(webinar.id), accountId: here.sandbox.zoom.world.accountId },
		});
	}
	const changes = items.filter(({ event }) => event === 'webinar.updated');
	expect(changes).toMatchObject([
		{ changes: [{ field: 'topic', from: 'Old', to: 'New' }] },
		{ changes: [{ field: 'duration', from: 60, to: 30 }] },
	]);
});

test('a repeated delivery has the same ids as the first', async () => {
	await subscribeToAll();
	const life = lifeOf(mainWebinar());
	await publish(life);
	const items = await publish(life);
	const ids = items.map(({ eventId, sequence }) => [eventId, sequence]);
	expect(ids.slice(life.length)).toEqual(ids.slice(0, life.length));
});

describe('with a General app', () => {
	const automatic = { authentication: 'oAuth2', events: ['webinar.ended'] };

	async function connectedStage(
		changes: Record<string, string>,
		credential: Record<string, string> = {},
	): Promise<void> {
		here = await automaticStage({ ...automatic, ...changes });
		const { accountId, webhookSecretToken } = here.sandbox.zoom.world;
		const signedIn = await connected(here.on);
		here.useCredentials({
			[OAUTH2]: { ...signedIn, accountId, webhookSecretToken, ...credential },
		});
	}

	test("the app's own token makes the subscription, and it starts executions", async () => {
		await connectedStage({});
		await here.activate();
		expect(here.sandbox.zoom.subscriptions).toMatchObject([{ subscription_scope: 'account' }]);
		const { webinarId, sessionUuid } = here.on.story.main;
		await publish([here.sandbox.zoom.events.webinarEnded(webinarId, sessionUuid)]);
		expect(here.host.executions).toHaveLength(1);
		expect(await here.deactivate()).toBe(true);
		expect(here.sandbox.zoom.subscriptions).toEqual([]);
	});

	test('for certain users means the one who connected it, unless others are named', async () => {
		await connectedStage({ subscribeFor: 'user' });
		await here.activate();
		const { userId } = addGeneralApp(here.on);
		expect(here.sandbox.zoom.subscriptions).toMatchObject([
			{ subscription_scope: 'user', user_ids: [userId] },
		]);
		here.sandbox.books.clear();
		await here.activate();
		expect(here.sandbox.books.writes('zoom')).toEqual([]);
	});

	test("where Zoom does not take the app's own token, the credential's is used", async () => {
		await connectedStage({});
		const { generalApp } = here.sandbox.zoom.world;
		generalApp?.scopes.push(
			'marketplace:read:list_event_subscriptions',
			'marketplace:write:event_subscription',
		);
		// So that n8n fetches one that has the new scopes.
		here.sandbox.zoom.revokeTokens();
		for (const match of [/GET \/marketplace/, /POST \/marketplace/]) {
			here.sandbox.addFault({ vendor: 'zoom', match, fault: { kind: 'status', status: 401 } });
		}
		await here.activate();
		expect(here.sandbox.zoom.subscriptions).toHaveLength(1);
		expect(changesOf(here.sandbox)).toEqual(['POST 401', 'POST 201']);
	});

	test('the account is found out where the credential does not tell it', async () => {
		await connectedStage({}, { accountId: '' });
		await here.activate();
		const listed = here.sandbox.books.calls('zoom').find(({ method, path }) => {
			return method === 'GET' && path.startsWith('/marketplace');
		});
		expect(listed?.query.account_id).toBe(here.sandbox.zoom.world.accountId);
	});
});
