import { asArray, asObject, asText } from '../../../shared/transport/json';
import { zoomRows } from '../pages';
import { segment } from '../paths';
import { zoomRequest, type ZoomContext } from '../request';

/** A subscription of the app to events, as Zoom lists it. */
export interface ListedSubscription {
	id: string;
	name: string;
	url: string;
	events: string[];
	/** user, account, master_account or team. */
	scope: string;
	/** Made through the API; else by hand in the Marketplace, and then the API cannot change it. */
	madeByApi: boolean;
}

export interface NewSubscription {
	name: string;
	url: string;
	events: readonly string[];
	accountId: string;
	scope: 'account' | 'user';
	/** Up to ten with scope `user`, else empty. */
	userIds: readonly string[];
}

const PATH = '/marketplace/app/event_subscription';

/**
 * The app's subscriptions. Zoom wants a user beside the account, also for those of the account.
 * https://developers.zoom.us/docs/api/marketplace/#tag/app/get/marketplace/app/event_subscription
 */
export async function listSubscriptions(
	context: ZoomContext,
	{ accountId, userId }: { accountId: string; userId: string },
	token?: string,
): Promise<ListedSubscription[]> {
	const rows = await zoomRows(
		context,
		{ path: PATH, qs: { account_id: accountId, user_id: userId }, label: 'medium', token },
		'event_subscriptions',
	);
	return rows.map((row) => ({
		id: asText(row.event_subscription_id),
		name: asText(row.event_subscription_name),
		url: asText(row.event_webhook_url),
		events: asArray(row.events).map(asText),
		scope: asText(row.subscription_scope),
		madeByApi: row.created_source === 'openapi',
	}));
}

/**
 * Zoom validates the URL with a challenge before it answers.
 * https://developers.zoom.us/docs/api/marketplace/#tag/app/post/marketplace/app/event_subscription
 * @returns the ID of the new subscription
 */
export async function createSubscription(
	context: ZoomContext,
	{ name, url, events, accountId, scope, userIds }: NewSubscription,
	token?: string,
): Promise<string> {
	const created = await zoomRequest(context, {
		path: PATH,
		label: 'heavy',
		write: 'createSubscription',
		token,
		body: {
			event_subscription_name: name,
			event_webhook_url: url,
			events: [...events],
			subscription_scope: scope,
			account_id: accountId,
			...(scope === 'user' && { user_ids: [...userIds] }),
		},
	});
	return asText(asObject(created).event_subscription_id);
}

/** https://developers.zoom.us/docs/api/marketplace/#tag/app/delete/marketplace/app/event_subscription/{eventSubscriptionId} */
export async function deleteSubscription(
	context: ZoomContext,
	id: string,
	token?: string,
): Promise<void> {
	await zoomRequest(context, {
		path: `${PATH}/${segment(id)}`,
		label: 'medium',
		write: 'deleteSubscription',
		token,
	});
}
