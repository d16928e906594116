import type { IHookFunctions } from 'n8n-workflow';

import { causeOf, toNodeError } from '../../shared/node/errors';
import { create, list, remove } from './calls';
import { forget, kindOf, ownerOf, recall, recallByUrl, remember } from './notes';
import { isOurs, planSubscription, type Plan } from './plan';
import { foreignSubscription } from './refused';
import { isAutomatic, ownUrl, subscriberOf, wantedSubscription, type Subscriber } from './wanted';

type Ours = Extract<Plan, { kind: 'ours' }>;

/** What Zoom has, and what is to be done about it. */
interface Situation {
	subscriber: Subscriber;
	/** How many subscriptions the app has. */
	total: number;
	plan: Ours;
}

/**
 * Whether Zoom has exactly the subscription that the node's fields ask for; it is then taken over.
 * @throws NodeApiError or NodeOperationError that says what to mend
 */
export async function subscriptionExists(context: IHookFunctions): Promise<boolean> {
	return await readable(context, async () => {
		const { plan, subscriber } = await look(context);
		if (plan.keep === undefined || plan.remove.length > 0) return false;
		note(context, plan.keep, subscriber);
		return true;
	});
}

/**
 * Makes the subscription, after removing those of this node that differ from it.
 * @throws NodeApiError or NodeOperationError that says what to mend
 */
export async function subscribe(context: IHookFunctions): Promise<void> {
	await readable(context, async () => {
		const { plan, subscriber, total } = await look(context);
		for (const id of plan.remove) await remove(context, id);
		note(context, plan.keep ?? (await create(context, subscriber, total)), subscriber);
	});
}

/**
 * Removes the subscription of this node's URL; what somebody else has made stays. Never throws:
 * taking a workflow down must not depend on Zoom. What could not be removed is remembered, and goes
 * at the next activation.
 * @returns whether it is gone
 */
export async function unsubscribe(context: IHookFunctions): Promise<boolean> {
	const noted = recallByUrl(context, ownUrl(context));
	return await removeOwn(context, noted?.known.id).then(
		() => {
			if (noted !== undefined) forget(context, noted.kind);
			return true;
		},
		(error: unknown) => {
			const which = noted === undefined ? '' : ` ${noted.known.id}`;
			context.logger.warn(
				`Zoom Webinar Trigger could not remove its event subscription${which} in Zoom: ${causeOf(error).message}`,
			);
			return false;
		},
	);
}

async function removeOwn(context: IHookFunctions, known: string | undefined): Promise<void> {
	if (known !== undefined) return await remove(context, known);
	if (!isAutomatic(context)) return;
	// An activation that broke off after Zoom had made the subscription left no note.
	const listed = await list(context, await subscriberOf(context, wantedSubscription(context)));
	for (const one of listed) {
		if (isOurs(one, ownUrl(context), undefined)) await remove(context, one.id);
	}
}

async function look(context: IHookFunctions): Promise<Situation> {
	const wanted = wantedSubscription(context);
	const subscriber = await subscriberOf(context, wanted);
	const listed = await list(context, subscriber);
	const plan = planSubscription(
		{ ...wanted, userIds: subscriber.userIds },
		recall(context, kindOf(context)),
		listed,
	);
	if (plan.kind === 'foreign') throw foreignSubscription(plan.name, wanted.url);
	return { subscriber, total: listed.length, plan };
}

function note(context: IHookFunctions, id: string, { userIds }: Subscriber): void {
	const { url, events, scope } = wantedSubscription(context);
	remember(context, kindOf(context), {
		id,
		url,
		events: [...events],
		scope,
		userIds,
		owner: ownerOf(context),
	});
}

/** n8n shows the message and the description of its own errors only. */
async function readable<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	return await work().catch((error: unknown) => {
		throw toNodeError(context.getNode(), error);
	});
}
