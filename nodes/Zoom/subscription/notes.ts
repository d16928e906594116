import { createHash } from 'crypto';

import type { IHookFunctions } from 'n8n-workflow';

import { asArray, asObject, asText } from '../../shared/transport/json';
import type { KnownSubscription } from './plan';

/** Listening for a test event and the active workflow have a URL each, and so a subscription each. */
export type Kind = 'production' | 'test';

/** Static data holds one entry of each kind under this key. */
const KEY = 'subscriptions';

/** Who may use a note: a workflow that was copied or carried to another n8n is somebody else. */
export function ownerOf(context: IHookFunctions): string {
	const parts = [context.getInstanceId(), context.getWorkflow().id ?? '', context.getNode().id];
	// Static data goes along with an exported workflow, and the instance's ID is nobody's business.
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

export function kindOf(context: IHookFunctions): Kind {
	return context.getMode() === 'manual' ? 'test' : 'production';
}

/** What this node remembers; undefined when there is nothing, or nothing of its own. */
export function recall(context: IHookFunctions, kind: Kind): KnownSubscription | undefined {
	const { id, url, events, scope, userIds, owner } = asObject(entriesOf(context)[kind]);
	if (asText(id) === '' || owner !== ownerOf(context)) return undefined;
	return {
		id: asText(id),
		url: asText(url),
		events: asArray(events).map(asText),
		scope: asText(scope),
		userIds: asArray(userIds).map(asText),
		owner: asText(owner),
	};
}

/** The entry of a URL: when n8n takes a webhook down it does not say which of the two it is. */
export function recallByUrl(
	context: IHookFunctions,
	url: string,
): { kind: Kind; known: KnownSubscription } | undefined {
	for (const kind of ['production', 'test'] as const) {
		const known = recall(context, kind);
		if (known?.url === url) return { kind, known };
	}
	return undefined;
}

export function remember(context: IHookFunctions, kind: Kind, known: KnownSubscription): void {
	context.getWorkflowStaticData('node')[KEY] = { ...entriesOf(context), [kind]: known };
}

export function forget(context: IHookFunctions, kind: Kind): void {
	const others = Object.entries(entriesOf(context)).filter(([other]) => other !== kind);
	context.getWorkflowStaticData('node')[KEY] = Object.fromEntries(others);
}

function entriesOf(context: IHookFunctions): Partial<Record<Kind, object>> {
	return asObject(context.getWorkflowStaticData('node')[KEY]) as Partial<Record<Kind, object>>;
}
