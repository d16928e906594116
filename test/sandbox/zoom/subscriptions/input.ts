import type { ZoomSubscription } from '../../contract';
import { ZoomError } from '../errors';
import { isOpenTo, scopeOf } from './eventScopes';

/** "Max 20 event subscriptions per app"; Zoom's words for the refusal are not documented. */
const MAX_SUBSCRIPTIONS = 20;
const MAX_USERS = 10;

type Scope = ZoomSubscription['subscription_scope'];
const SUBSCRIPTION_SCOPES: readonly string[] = ['user', 'account', 'master_account', 'team'];

export interface SubscriptionInput {
	events: string[];
	url: string;
	scope: Scope;
	name: string;
	userIds: string[];
}

/**
 * What a new subscription asks for.
 * @param granted scopes of the app
 * @throws ZoomError 400/1500, 400/1602, 404/1601
 */
export function subscriptionInput(body: unknown, granted: string[]): SubscriptionInput {
	const fields: Record<string, unknown> = Object(body);
	const events = texts(fields.events);
	if (events.length === 0) throw invalid('The events list is empty.');
	const url = fields.event_webhook_url;
	if (typeof url !== 'string' || url === '') throw invalid('The event webhook url is empty.');
	const scope = fields.subscription_scope;
	if (!isScope(scope)) throw invalid('The subscription scope is invalid.');
	for (const event of events) {
		const needed = scopeOf(event);
		if (needed === undefined) throw new ZoomError(404, 1601, `App event not exists: ${event}`);
		if (!isOpenTo(needed, granted)) {
			throw new ZoomError(400, 1602, `The event is not allowed for the app: ${event}`);
		}
	}
	const userIds = userIdsOf(fields.user_ids);
	return { events, url, scope, name: String(fields.event_subscription_name ?? ''), userIds };
}

/** @throws ZoomError 400/1500 for more than ten */
export function userIdsOf(value: unknown): string[] {
	const ids = texts(value);
	if (ids.length > MAX_USERS) throw invalid('The size of user_ids exceed maximum.');
	return ids;
}

/** @throws ZoomError 400/1500 */
export function requireRoom(subscriptions: ZoomSubscription[]): void {
	if (subscriptions.length >= MAX_SUBSCRIPTIONS) {
		throw invalid('The number of event subscriptions exceed maximum.');
	}
}

export const invalid = (message: string): ZoomError => new ZoomError(400, 1500, message);

function isScope(value: unknown): value is Scope {
	return typeof value === 'string' && SUBSCRIPTION_SCOPES.includes(value);
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.map(String) : [];
}
