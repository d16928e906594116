/** The trigger makes, keeps and removes its own subscription in Zoom. */
import type { IDataObject } from 'n8n-workflow';

import {
	automaticStage,
	changesOf,
	EVENTS,
	subscription,
	type AutomaticStage,
} from './automaticStage';
import { activate, deactivate, logger } from './triggerHost';

const OURS = 'n8n Zoom Webinar Trigger';
const warnings = jest.spyOn(logger(), 'warn').mockImplementation(() => undefined);
let here: AutomaticStage;

beforeEach(async () => {
	warnings.mockClear();
	here = await automaticStage();
});
afterEach(async () => await here.close());

const inZoom = () => here.sandbox.zoom.subscriptions;
const ids = () => inZoom().map(({ event_subscription_id }) => event_subscription_id);

/** As n8n keeps it: written to its database and read again. */
const savedAndLoaded = (data: IDataObject): IDataObject =>
	JSON.parse(JSON.stringify(data)) as IDataObject;

/** As in a fresh process: what was called before does not count. */
const calmly = async (work: () => Promise<unknown>): Promise<string[]> => {
	here.sandbox.books.clear();
	await work();
	return changesOf(here.sandbox);
};

describe('activating', () => {
	test('subscribes to the chosen events at the Production URL', async () => {
		await here.activate();
		expect(inZoom()).toMatchObject([
			{
				event_subscription_name: OURS,
				event_webhook_url: expect.stringContaining(`${here.host.origin}/webhook/`),
				events: EVENTS,
				subscription_scope: 'account',
				created_source: 'openapi',
			},
		]);
		expect(changesOf(here.sandbox)).toEqual(['POST 201']);
	});

	test('makes Zoom call this n8n', async () => {
		await here.activate();
		const { main } = here.on.story;
		const to = inZoom()[0]!.event_webhook_url;
		const { status } = await here.sandbox.zoom.webinarEnded(main.webinarId, main.sessionUuid, to);
		expect([status, here.host.executions.length]).toEqual([200, 1]);
	});

	test('while the secret token is rotated Zoom may sign with either one', async () => {
		const { webhookSecretToken } = here.sandbox.zoom.world;
		const [[type, values]] = Object.entries(here.on.zoom) as [[string, object]];
		const rotated = { webhookSecretToken: 'new', previousWebhookSecretToken: webhookSecretToken };
		here.useCredentials({ [type]: { ...values, ...rotated } });
		await here.activate();
		here.sandbox.zoom.world.webhookSecretToken = 'new';
		expect(await here.sandbox.zoom.validateUrl(inZoom()[0]!.event_webhook_url)).toBe(true);
		here.settings.parameters.events = ['webinar.ended'];
		await here.activate();
		expect(inZoom()).toHaveLength(1);
	});

	test('again changes nothing', async () => {
		await here.activate();
		expect(await calmly(here.activate)).toEqual([]);
		expect(inZoom()).toHaveLength(1);
	});

	test('takes over what it made when its notes were lost', async () => {
		await here.activate();
		const [id] = ids();
		here.settings.staticData = {};
		expect(await calmly(here.activate)).toEqual([]);
		expect(JSON.stringify(here.settings.staticData)).toContain(id);
	});

	test.each([
		['the events', () => (here.settings.parameters.events = ['webinar.ended'])],
		['the users', () => Object.assign(here.settings.parameters, FOR_ONE_USER())],
	])('with %s changed replaces the subscription', async (_name, change) => {
		await here.activate();
		const [before] = ids();
		change();
		expect(await calmly(here.activate)).toEqual(['DELETE 204', 'POST 201']);
		expect(ids()).toEqual([expect.not.stringMatching(`^${before}$`)]);
		expect(await calmly(here.activate)).toEqual([]);
	});

	test('after n8n has moved replaces it, although nothing took the old one down', async () => {
		await here.activate();
		here.settings.origin = here.host.origin.replace('127.0.0.1', 'localhost');
		await here.activate();
		expect(inZoom()).toMatchObject([
			{ event_webhook_url: expect.stringContaining('//localhost:') },
		]);
	});

	test('removes a double of its own, which would send everything twice', async () => {
		await here.activate();
		inZoom().push({ ...inZoom()[0]!, event_subscription_id: 'double' });
		expect(await calmly(here.activate)).toEqual(['DELETE 204']);
		expect(ids()).not.toContain('double');
	});

	test('a copy of the workflow leaves the subscription of the original alone', async () => {
		await here.activate();
		const [original] = ids();
		const copy = {
			...here.settings,
			staticData: savedAndLoaded(here.settings.staticData),
			workflowId: 'copy',
			origin: here.host.origin.replace('127.0.0.1', 'localhost'),
		};
		await activate(copy);
		expect(ids()).toHaveLength(2);
		expect(ids()).toContain(original);
		expect(await deactivate(copy)).toBe(true);
		expect(ids()).toEqual([original]);
	});
});

const FOR_ONE_USER = () => ({
	subscribeFor: 'user',
	userIds: here.sandbox.zoom.world.users[0]!.id,
});

describe('deactivating', () => {
	test('removes the subscription and the notes', async () => {
		await here.activate();
		expect(await here.deactivate()).toBe(true);
		expect(inZoom()).toEqual([]);
		expect(JSON.stringify(here.settings.staticData)).toContain('"subscriptions":{}');
	});

	test('leaves foreign ones alone', async () => {
		inZoom().push(subscription());
		await here.activate();
		await here.deactivate();
		expect(ids()).toEqual(['theirs']);
	});

	test('is done when somebody has removed it in Zoom before', async () => {
		await here.activate();
		inZoom().splice(0);
		expect(await calmly(here.deactivate)).toEqual(['DELETE 404']);
		expect(JSON.stringify(here.settings.staticData)).toContain('"subscriptions":{}');
	});

	test('finds its own without notes, and no other', async () => {
		inZoom().push(subscription());
		await here.activate();
		here.settings.staticData = {};
		expect(await here.deactivate()).toBe(true);
		expect(ids()).toEqual(['theirs']);
	});

	test('while Zoom is down says so in the log, and the next activation cleans up', async () => {
		await here.activate();
		here.sandbox.addFault({
			vendor: 'zoom',
			match: /DELETE/,
			fault: { kind: 'status', status: 503 },
			times: 99,
		});
		expect(await here.deactivate()).toBe(false);
		expect(warnings.mock.calls.join()).toContain('could not remove its event subscription');
		here.sandbox.clearFaults();
		here.settings.parameters.events = ['webinar.ended'];
		await here.activate();
		expect(inZoom()).toMatchObject([{ events: ['webinar.ended'] }]);
	});

	test('after the choice was changed to manual removes what was automatic', async () => {
		await here.activate();
		here.settings.parameters.registration = 'manual';
		expect(await here.deactivate()).toBe(true);
		expect(inZoom()).toEqual([]);
	});

	test('with manual registration calls nobody', async () => {
		here.settings.parameters.registration = 'manual';
		await here.activate();
		await here.deactivate();
		expect(here.sandbox.books.calls('zoom')).toEqual([]);
	});
});

test('activating by hand what was automatic removes what could not be removed then', async () => {
	await here.activate();
	here.settings.parameters.registration = 'manual';
	await here.activate();
	expect(inZoom()).toEqual([]);
});

describe('listening for a test event', () => {
	test('is a second subscription, removed afterwards; the first one stays', async () => {
		await here.activate();
		const [production] = ids();
		const testing = { ...here.settings, staticData: savedAndLoaded(here.settings.staticData) };
		await activate(testing, 'listen');
		expect(inZoom()).toHaveLength(2);
		expect(inZoom()[1]).toMatchObject({
			event_webhook_url: expect.stringContaining(`${here.host.origin}/webhook-test/`),
		});
		expect(await deactivate(testing, 'listen')).toBe(true);
		expect(ids()).toEqual([production]);
	});

	test('that n8n forgot is cleaned up without notes', async () => {
		await activate(here.settings, 'listen');
		here.settings.staticData = {};
		expect(await deactivate(here.settings, 'listen')).toBe(true);
		expect(inZoom()).toEqual([]);
	});
});
