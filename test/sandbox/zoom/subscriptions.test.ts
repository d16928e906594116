import type { Server } from 'node:http';
import type * as Rivet from '@zoom/rivet/marketplace/marketplace';
import type { Sandbox, ZoomSubscription } from '../contract';
import { startSandbox } from '../index';
import { createSpecCheck } from '../specs';
import { challengeAnswer, listen, type Answer } from './outbound/testing';
import { accessToken, get } from './proof/call';
import { HOST, IDS, world } from './proof/world';
import { recordedWorld } from './recordings/testing';

// As proof/rivet.ts: the public name, with the types that stand beside it.
const rivet: typeof Rivet = jest.requireActual('@zoom/rivet/marketplace');

const FOREIGN: ZoomSubscription = {
	event_subscription_id: 'made-by-hand',
	events: ['webinar.ended'],
	event_subscription_name: 'CRM',
	event_webhook_url: 'http://127.0.0.1:9/crm',
	subscription_scope: 'account',
	created_source: 'default',
	subscriber_id: 'acc-0001',
	user_ids: [],
};

describe('event subscriptions', () => {
	let sandbox: Sandbox;
	let servers: Server[] = [];
	let endpoints: Rivet.MarketplaceEndpoints;

	beforeEach(async () => {
		const zoom = recordedWorld({
			generalApp: {
				clientId: 'general-0001',
				clientSecret: 'general-secret-0001',
				userId: HOST.id,
				scopes: ['webinar:read:webinar', 'webinar:read:registrant:admin'],
			},
		});
		sandbox = await startSandbox({ world: world(zoom) });
		const token = await appToken();
		({ endpoints } = new rivet.MarketplaceS2SAuthClient({
			clientId: 'general-0001',
			clientSecret: 'general-secret-0001',
			accountId: 'acc-0001',
			webhooksSecretToken: sandbox.zoom.world.webhookSecretToken,
			...{ baseUrl: `${sandbox.zoomBaseUrl}/v2` },
			tokenStore: {
				getLatestToken: () => ({
					accessToken: token,
					expirationTimeIso: new Date(Date.now() + 3_600_000).toISOString(),
					scopes: [],
				}),
				storeToken: () => undefined,
			},
		}));
	});

	afterEach(async () => {
		const specs = createSpecCheck();
		specs.add(sandbox.books.calls('zoom').filter((entry) => entry.status < 400));
		await sandbox.close();
		for (const server of servers) server.close().closeAllConnections();
		servers = [];
		expect(specs.report().problems).toEqual([]);
	});

	/** The app's own token. */
	async function appToken(): Promise<string> {
		const basic = Buffer.from('general-0001:general-secret-0001').toString('base64');
		const response = await fetch(`${sandbox.zoomBaseUrl}/oauth/token`, {
			method: 'POST',
			headers: { authorization: `Basic ${basic}` },
			body: new URLSearchParams({ grant_type: 'client_credentials' }),
		});
		return String((await response.json()).access_token);
	}

	async function receiver(answer: Answer = challengeAnswer(sandbox.zoom.world.webhookSecretToken)) {
		const started = await listen(answer);
		servers.push(started.server);
		return started;
	}

	const create = (url: string, events = ['webinar.ended', 'webinar.registration_created']) =>
		endpoints.app.createEventSubscription({
			body: {
				events,
				event_webhook_url: url,
				subscription_scope: 'account',
				event_subscription_name: 'n8n',
			},
		});

	const list = async () => {
		const answer = await endpoints.app.getUserOrAccountEventSubscription({
			query: { account_id: 'acc-0001', user_id: HOST.id },
		});
		return answer.data?.event_subscriptions ?? [];
	};

	/** Zoom's status and code. */
	const refusal = async (call: Promise<unknown>): Promise<string> => {
		const error: unknown = await call.then(
			() => 'accepted',
			(caught: unknown) => caught,
		);
		return String(error);
	};

	it('are made once the address answers the challenge, listed and deleted', async () => {
		const { url, seen } = await receiver();
		const { data } = await create(url);
		expect(seen.map(({ body }) => JSON.parse(body).event)).toEqual(['endpoint.url_validation']);
		expect(await list()).toEqual([
			{
				event_subscription_id: data?.event_subscription_id,
				events: ['webinar.ended', 'webinar.registration_created'],
				event_subscription_name: 'n8n',
				event_webhook_url: url,
				subscription_scope: 'account',
				created_source: 'openapi',
				subscriber_id: 'acc-0001',
			},
		]);
		const path = { eventSubscriptionId: String(data?.event_subscription_id) };
		await endpoints.app.deleteEventSubscription({ path });
		expect(sandbox.zoom.subscriptions).toEqual([]);
		expect(await refusal(endpoints.app.deleteEventSubscription({ path }))).toContain('[404/1601]');
	});

	it('are refused where nobody answers the challenge', async () => {
		const silent = await receiver(() => ({ status: 200, body: 'Workflow was started' }));
		expect(await refusal(create(silent.url))).toContain('[404/1701]');
		const wrong = await receiver(challengeAnswer('another secret'));
		expect(await refusal(create(wrong.url))).toContain('[404/1701]');
		expect(sandbox.zoom.subscriptions).toEqual([]);
	});

	it('are for events that exist and that the app may see', async () => {
		const { url } = await receiver();
		expect(await refusal(create(url, ['webinar.participant_joined']))).toContain(
			'[400/1602]: "The event is not allowed for the app: webinar.participant_joined"',
		);
		expect(await refusal(create(url, ['webinar.report_ready']))).toContain('[404/1601]');
		expect(await refusal(create(url, []))).toContain('[400/1500]');
		expect(await refusal(create(''))).toContain('[400/1500]');
	});

	it('are twenty at most', async () => {
		const { url } = await receiver();
		sandbox.zoom.subscriptions = Array.from({ length: 19 }, () => FOREIGN);
		await create(url);
		expect(await refusal(create(url))).toContain('[400/1500]');
	});

	it('that somebody made by hand are listed and cannot be changed by a call', async () => {
		sandbox.zoom.subscriptions.push(FOREIGN);
		expect(await list()).toMatchObject([{ created_source: 'default' }]);
		const path = { eventSubscriptionId: FOREIGN.event_subscription_id };
		expect(await refusal(endpoints.app.deleteEventSubscription({ path }))).toContain('[404/1601]');
		expect(sandbox.zoom.subscriptions).toEqual([FOREIGN]);
	});

	it('of users take more users and let them go', async () => {
		const { url } = await receiver();
		const { data } = await endpoints.app.createEventSubscription({
			body: {
				events: ['webinar.ended'],
				event_webhook_url: url,
				subscription_scope: 'user',
				user_ids: [],
			},
		});
		const id = String(data?.event_subscription_id);
		expect(await list()).toEqual([]);
		await endpoints.app.subscribeEventSubscription({
			path: { eventSubscriptionId: id },
			body: { account_id: 'acc-0001', user_ids: [HOST.id] },
		});
		expect(await list()).toMatchObject([{ event_subscription_id: id }]);
		const query = { event_subscription_id: id, account_id: 'acc-0001' };
		await endpoints.app.unsubscribeAppEventSubscription({ query: { ...query, user_ids: HOST.id } });
		expect([await list(), sandbox.zoom.subscriptions.length]).toEqual([[], 1]);
		await endpoints.app.unsubscribeAppEventSubscription({ query });
		expect(sandbox.zoom.subscriptions).toEqual([]);
	});

	it('belong to an account and its users', async () => {
		const ask = (query: { account_id: string; user_id: string }) =>
			refusal(endpoints.app.getUserOrAccountEventSubscription({ query }));
		expect(await ask({ account_id: 'other', user_id: HOST.id })).toContain('[404/1001]');
		expect(await ask({ account_id: 'acc-0001', user_id: 'nobody' })).toContain('[404/1001]');
	});

	it('are closed to server-to-server apps unless the sandbox opens them', async () => {
		const path = `/marketplace/app/event_subscription?account_id=acc-0001&user_id=${HOST.id}`;
		expect(await get(sandbox, await accessToken(sandbox), path)).toMatchObject({
			status: 400,
			body: { code: 4711 },
		});
		sandbox.zoom.serverToServerMaySubscribe = true;
		expect(await get(sandbox, await accessToken(sandbox), path)).toMatchObject({
			status: 200,
			body: { event_subscriptions: [] },
		});
	});

	it('open nothing else to the token of an app', async () => {
		expect(await get(sandbox, await appToken(), '/users')).toMatchObject({
			status: 400,
			body: { code: 4711 },
		});
	});

	it('are sent what they ask for', async () => {
		const [one, other] = [await receiver(), await receiver()];
		await create(one.url);
		await create(other.url, ['webinar.created']);
		const { events } = sandbox.zoom;
		const sent = await sandbox.zoom.publish(events.webinarEnded(IDS.late, IDS.lateSession));
		expect(sent).toMatchObject([{ status: 200, attempts: 1 }]);
		expect(one.seen.map(({ body }) => JSON.parse(body).event)).toEqual([
			'endpoint.url_validation',
			'webinar.ended',
		]);
		expect(other.seen).toHaveLength(1);
	});
});
