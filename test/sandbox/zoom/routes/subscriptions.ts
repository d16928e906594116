import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZoomSubscription } from '../../contract';
import { readRoute, writeRoute } from '../access';
import type { ZoomContext } from '../context';
import { ZoomError } from '../errors';
import { invalid, requireRoom, subscriptionInput, userIdsOf } from '../subscriptions/input';

const PATH = '/marketplace/app/event_subscription';

type OnePath = { Params: { eventSubscriptionId: string } };

interface DeleteQuery {
	event_subscription_id?: string;
	account_id?: string;
	user_ids?: string;
}

/**
 * Webhooks that an app makes for itself: https://developers.zoom.us/docs/api/marketplace/#tag/apps
 * @param validateUrl sends the challenge; Zoom does so while the subscription is being made
 */
export function registerSubscriptions(
	app: FastifyInstance,
	{ world, pager, lookup, tokens, controls }: ZoomContext,
	validateUrl: (url: string) => Promise<boolean>,
): void {
	/** The app's own scopes: the token that configures carries others. */
	function appScopes(request: FastifyRequest): string[] {
		const { actor } = tokens.grantOf(request.headers.authorization);
		return actor.kind === 'app' ? (world.generalApp?.scopes ?? []) : world.scopes;
	}

	function requireAccount(accountId: unknown): void {
		if (accountId === world.accountId) return;
		throw new ZoomError(
			404,
			1001,
			`User does not exist or does not belong to this account: ${String(accountId)}.`,
		);
	}

	/** Those made in the app's pages cannot be changed by a call. */
	function changeable(id: string): ZoomSubscription {
		const found = controls.subscriptions.find((one) => one.event_subscription_id === id);
		if (found?.created_source === 'openapi') return found;
		throw new ZoomError(404, 1601, `App event subscription is invalid: ${id}`);
	}

	function remove(id: string): void {
		const gone = changeable(id);
		controls.subscriptions = controls.subscriptions.filter((one) => one !== gone);
	}

	app.post(
		PATH,
		writeRoute('Heavy', 'marketplace:write:event_subscription'),
		async (request, reply) => {
			const input = subscriptionInput(request.body, appScopes(request));
			input.userIds.forEach((id) => lookup.user(id));
			requireRoom(controls.subscriptions);
			if (!(await validateUrl(input.url))) {
				throw new ZoomError(404, 1701, `The event webhook url validate failed: ${input.url}.`);
			}
			const created: ZoomSubscription = {
				event_subscription_id: randomBytes(16).toString('base64url'),
				events: input.events,
				event_subscription_name: input.name,
				event_webhook_url: input.url,
				subscription_scope: input.scope,
				created_source: 'openapi',
				subscriber_id: input.userIds[0] ?? world.accountId,
				user_ids: input.userIds,
			};
			controls.subscriptions.push(created);
			return reply.code(201).send({ event_subscription_id: created.event_subscription_id });
		},
	);

	app.get<{ Querystring: { account_id?: string; user_id?: string; subscription_scope?: string } }>(
		PATH,
		readRoute('Medium', 'marketplace:read:list_event_subscriptions'),
		async (request) => {
			const { account_id, user_id, subscription_scope } = request.query;
			requireAccount(account_id);
			if (!user_id) throw invalid('The user id is empty.');
			const user = lookup.user(user_id);
			const matching = controls.subscriptions.filter(
				(one) =>
					(subscription_scope === undefined || one.subscription_scope === subscription_scope) &&
					(one.subscription_scope !== 'user' || one.user_ids.includes(user.id)),
			);
			const { rows, next_page_token, page_size } = pager.page(request, matching);
			return {
				next_page_token,
				page_size,
				event_subscriptions: rows.map(({ user_ids: _users, ...shown }) => shown),
			};
		},
	);

	app.patch<OnePath & { Body: { account_id?: string; user_ids?: string[] } | undefined }>(
		`${PATH}/:eventSubscriptionId`,
		writeRoute('Medium', 'marketplace:update:event_subscription'),
		async (request, reply) => {
			const found = changeable(request.params.eventSubscriptionId);
			requireAccount(request.body?.account_id);
			const ids = userIdsOf(request.body?.user_ids).map((id) => lookup.user(id).id);
			found.user_ids = [...new Set([...found.user_ids, ...ids])];
			return reply.code(204).send();
		},
	);

	app.delete<OnePath>(
		`${PATH}/:eventSubscriptionId`,
		writeRoute('Medium', 'marketplace:delete:event_subscription'),
		async (request, reply) => {
			remove(request.params.eventSubscriptionId);
			return reply.code(204).send();
		},
	);

	// Takes users off a subscription; without users the whole one.
	app.delete<{ Querystring: DeleteQuery }>(
		PATH,
		writeRoute('Medium', 'marketplace:delete:event_subscription'),
		async (request, reply) => {
			const { event_subscription_id = '', account_id, user_ids } = request.query;
			requireAccount(account_id);
			const found = changeable(event_subscription_id);
			if (!user_ids) {
				remove(event_subscription_id);
				return reply.code(204).send();
			}
			const off = userIdsOf(user_ids.split(','));
			found.user_ids = found.user_ids.filter((id) => !off.includes(id));
			return reply.code(204).send();
		},
	);
}
