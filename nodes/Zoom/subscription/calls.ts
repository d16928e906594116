import type { IHookFunctions } from 'n8n-workflow';

import { unless } from '../../shared/transport/unless';
import {
	createSubscription,
	deleteSubscription,
	listSubscriptions,
	type ListedSubscription,
} from '../transport/endpoints/subscriptions';
import { isNotFound, isUncertain } from '../transport/told';
import { isOurs, SUBSCRIPTION_NAME } from './plan';
import { explainRefusal } from './refused';
import { asTheApp } from './signIn';
import { wantedSubscription, type Subscriber } from './wanted';

/**
 * All subscriptions of the app.
 * @throws VendorError that says what to mend
 */
export async function list(
	context: IHookFunctions,
	subscriber: Subscriber,
): Promise<ListedSubscription[]> {
	return await explained(
		context,
		0,
		asTheApp(context, async (token) => await listSubscriptions(context, subscriber, token)),
	);
}

/**
 * Makes the subscription that the node's fields ask for.
 * @param total how many the app has, to tell when that is the limit
 * @returns its ID, also when Zoom's answer was lost and the subscription is found in the list
 * @throws VendorError that says what to mend
 */
export async function create(
	context: IHookFunctions,
	subscriber: Subscriber,
	total: number,
): Promise<string> {
	const { url, events, scope } = wantedSubscription(context);
	const asked = asTheApp(
		context,
		async (token) =>
			await createSubscription(
				context,
				{
					name: SUBSCRIPTION_NAME,
					url,
					events,
					scope,
					accountId: subscriber.accountId,
					userIds: subscriber.userIds,
				},
				token,
			),
	);
	const found = asked.catch(async (error: unknown) => {
		if (!isUncertain(error)) throw error;
		const now = await list(context, subscriber);
		const made = now.find((one) => isOurs(one, url, undefined));
		if (made === undefined) throw error;
		return made.id;
	});
	return await explained(context, total, found);
}

/** Gone is gone, whoever removed it. */
export async function remove(context: IHookFunctions, id: string): Promise<void> {
	await unless(
		isNotFound,
		asTheApp(context, async (token) => await deleteSubscription(context, id, token)),
	);
}

async function explained<T>(context: IHookFunctions, total: number, asked: Promise<T>): Promise<T> {
	return await asked.catch((error: unknown) => {
		throw explainRefusal(error, wantedSubscription(context), total);
	});
}
