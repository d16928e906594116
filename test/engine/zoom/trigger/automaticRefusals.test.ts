/** What Zoom may answer to the trigger's own subscription, and what people are told. */
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { FaultRule } from '../../../sandbox/contract';
import {
	automaticStage,
	changesOf,
	subscription,
	subscriptionCalls,
	type AutomaticStage,
} from './automaticStage';
import { logger } from './triggerHost';

const warnings = jest.spyOn(logger(), 'warn').mockImplementation(() => undefined);
let here: AutomaticStage;

beforeEach(async () => {
	here = await automaticStage();
});
afterEach(async () => await here.close());

const inZoom = () => here.sandbox.zoom.subscriptions;

async function failure(): Promise<{ message: string; description: string }> {
	const error: unknown = await here.activate().then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof NodeApiError) && !(error instanceof NodeOperationError)) {
		throw new Error(`Not an error that n8n shows: ${String(error)}`);
	}
	const { clientSecret, webhookSecretToken } = here.sandbox.zoom.world;
	expect(JSON.stringify(error)).not.toContain(clientSecret);
	expect(JSON.stringify(error)).not.toContain(webhookSecretToken);
	return { message: error.message, description: error.description ?? '' };
}

function fault(rule: Omit<FaultRule, 'vendor'>): void {
	here.sandbox.addFault({ vendor: 'zoom', ...rule });
}

describe('a subscription that somebody else made', () => {
	test.each([
		['by hand', {}],
		['through the API', { created_source: 'openapi' as const }],
	])('%s for this URL is never changed, and said to be there', async (_name, changes) => {
		await here.activate();
		const url = inZoom()[0]!.event_webhook_url;
		await here.deactivate();
		const theirs = subscription({ event_webhook_url: url, ...changes });
		inZoom().push({ ...theirs });
		here.sandbox.books.clear();
		const { message, description } = await failure();
		expect(message).toBe(
			`The event subscription “Our data warehouse” in Zoom, which this trigger did not make, already calls ${url}`,
		);
		expect(description).toContain('Registration to Manual');
		expect([inZoom(), changesOf(here.sandbox)]).toEqual([[theirs], []]);
	});
});

describe('refused', () => {
	test('because the app may not manage subscriptions: use Manual', async () => {
		here.sandbox.zoom.serverToServerMaySubscribe = false;
		const { message, description } = await failure();
		expect(message).toMatch(
			/^Zoom does not let this app manage its event subscriptions\. .*scopes/,
		);
		expect(description).toContain('Set Registration to Manual');
		expect(inZoom()).toEqual([]);
	});

	test('because a scope is missing: the event and the scope are named', async () => {
		const { world } = here.sandbox.zoom;
		world.scopes = world.scopes.filter((scope) => !scope.startsWith('webinar:read:registrant'));
		const { message, description } = await failure();
		expect(message).toContain('webinar.registration_created');
		expect(description).toContain('webinar:read:registrant');
	});

	test('because the URL does not answer: it must be reachable', async () => {
		here.settings.origin = 'http://127.0.0.1:9';
		const { message, description } = await failure();
		expect(message).toContain('Zoom could not validate the URL http://127.0.0.1:9/webhook/');
		expect(description).toContain('reachable from the internet');
	});

	test('because the secret token is of another app: it is named as a cause', async () => {
		here.sandbox.zoom.world.webhookSecretToken = 'of-another-app';
		const { description } = await failure();
		expect(warnings.mock.calls.join()).toContain('its signature does not belong');
		expect(description).toContain('Webhook Secret Token');
	});

	test('because a user is unknown: the field is named', async () => {
		Object.assign(here.settings.parameters, { subscribeFor: 'user', userIds: 'nobody' });
		const { description } = await failure();
		expect(description).toContain('User IDs');
	});

	test('because it has twenty already', async () => {
		for (let at = 0; at < 20; at += 1) {
			inZoom().push(subscription({ event_subscription_id: `theirs-${at}` }));
		}
		const { message } = await failure();
		expect(message).toContain('20 event subscriptions');
		expect(inZoom()).toHaveLength(20);
	});

	test('because the daily limit is used up: it says until when', async () => {
		fault({
			match: /POST \/marketplace/,
			fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
		});
		const { message, description } = await failure();
		expect(message).toContain('daily limit');
		expect(description).toContain('midnight UTC');
	});

	test('because Zoom is down: later', async () => {
		fault({ match: /GET \/marketplace/, fault: { kind: 'status', status: 503 }, times: 99 });
		expect((await failure()).description).toContain('again in some minutes');
	});
});

describe("before Zoom is asked, the node's own fields", () => {
	test.each([
		['nobody', ' , ', 'User IDs is empty'],
		['eleven users', 'a,b,c,d,e,f,g,h,i,j,k', 'User IDs holds 11 users'],
	])('naming %s are refused', async (_name, userIds, words) => {
		Object.assign(here.settings.parameters, { subscribeFor: 'user', userIds });
		expect((await failure()).message).toContain(words);
		expect(subscriptionCalls(here.sandbox)).toEqual([]);
	});
});

describe('on the way', () => {
	test('a lost answer is looked up, and the subscription taken over', async () => {
		fault({ match: /POST \/marketplace/, fault: { kind: 'cutAfter' } });
		await here.activate();
		expect(inZoom()).toHaveLength(1);
		here.sandbox.books.clear();
		await here.activate();
		expect(changesOf(here.sandbox)).toEqual([]);
	});

	test('a lost answer with nothing made is said, not repeated blindly', async () => {
		fault({ match: /POST \/marketplace/, fault: { kind: 'cutBefore' } });
		const { message, description } = await failure();
		expect(message).toContain('did not answer whether it made the event subscription');
		expect(description).toContain('activate');
		expect(changesOf(here.sandbox)).toHaveLength(1);
		await here.activate();
		expect(inZoom()).toHaveLength(1);
	});

	test.each([
		['the token', /oauth\/token/],
		['the list', /GET \/marketplace/],
		['the creation', /POST \/marketplace/],
	])('a moment of throttling at %s is waited for', async (_name, match) => {
		fault({ match, fault: { kind: 'status', status: 429, policy: 'QPS' } });
		await here.activate();
		expect(inZoom()).toHaveLength(1);
	});

	test.each([
		['the token', /oauth\/token/],
		['the user', /GET \/users/],
		['the list', /GET \/marketplace/],
	])('a cut connection at %s is tried again', async (_name, match) => {
		fault({ match, fault: { kind: 'cutBefore' } });
		await here.activate();
		expect(inZoom()).toHaveLength(1);
	});

	test('an expired token is renewed', async () => {
		await here.activate();
		here.sandbox.zoom.revokeTokens();
		here.settings.parameters.events = ['webinar.ended'];
		await here.activate();
		expect(inZoom()).toMatchObject([{ events: ['webinar.ended'] }]);
	});
});
