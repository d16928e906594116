import type { IHookFunctions } from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
import { asArray, asObject, asObjects, asText } from '../../shared/transport/json';
import { zoomAccount } from '../transport/credential';
import { zoomRequest } from '../transport/request';
import { listOf } from '../webhook/choice';
import type { WantedSubscription } from './plan';

/** Zoom's limit for one subscription. */
const MOST_USERS = 10;

/** True when this node makes its subscription in Zoom itself. */
export function isAutomatic(context: IHookFunctions): boolean {
	return context.getNodeParameter('registration', 'manual') === 'automatic';
}

/** This node's own address: the Test URL while listening for a test event, else the Production URL. */
export function ownUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/**
 * What the node's fields ask for.
 * @throws ParameterError when more users are named than Zoom takes
 */
export function wantedSubscription(context: IHookFunctions): WantedSubscription {
	const scope = context.getNodeParameter('subscribeFor', 'account') === 'user' ? 'user' : 'account';
	const userIds = scope === 'user' ? listOf(asText(context.getNodeParameter('userIds', ''))) : [];
	if (userIds.length > MOST_USERS) {
		throw new ParameterError(
			`User IDs holds ${userIds.length} users, Zoom takes ${MOST_USERS} for one trigger`,
			'Enter fewer users, or choose Whole Account under Subscribe For and name the hosts under Options → Hosts',
		);
	}
	return {
		url: ownUrl(context),
		events: asArray(context.getNodeParameter('events', [])).map(asText),
		scope,
		userIds,
	};
}

export interface Subscriber {
	accountId: string;
	/** A user of the account: Zoom wants one in the list of subscriptions, whatever their scope. */
	userId: string;
	/** Whom a subscription of scope `user` is for. */
	userIds: string[];
}

/**
 * The account and the users of a subscription.
 * @throws ParameterError when nobody is named where somebody must be
 */
export async function subscriberOf(
	context: IHookFunctions,
	wanted: WantedSubscription,
): Promise<Subscriber> {
	const { accountId, credential } = await zoomAccount(context);
	return credential === 'zoomWebinarOAuth2Api'
		? await connectedUser(context, accountId, wanted)
		: await accountUser(context, accountId, wanted);
}

/** With OAuth2 nobody needs to be named: the user who connected the credential is meant. */
async function connectedUser(
	context: IHookFunctions,
	accountId: string,
	{ scope, userIds }: WantedSubscription,
): Promise<Subscriber> {
	const me = asObject(await zoomRequest(context, { path: '/users/me', label: 'light' }));
	const userId = asText(me.id);
	const chosen = userIds.length > 0 ? [...userIds] : [userId];
	return {
		accountId: accountId || asText(me.account_id),
		userId,
		userIds: scope === 'user' ? chosen : [],
	};
}

/** A server-to-server app is nobody, so somebody is named, or anybody stands for the account. */
async function accountUser(
	context: IHookFunctions,
	accountId: string,
	{ scope, userIds }: WantedSubscription,
): Promise<Subscriber> {
	if (scope === 'user' && userIds.length === 0) {
		throw new ParameterError(
			'User IDs is empty',
			'Enter the Zoom user IDs whose webinars are meant, or choose Whole Account under Subscribe For',
		);
	}
	return { accountId, userId: userIds[0] ?? (await anyUser(context)), userIds: [...userIds] };
}

async function anyUser(context: IHookFunctions): Promise<string> {
	const page = await zoomRequest(context, {
		path: '/users',
		qs: { page_size: 1 },
		label: 'medium',
	});
	return asText(asObjects(asObject(page).users)[0]?.id);
}
