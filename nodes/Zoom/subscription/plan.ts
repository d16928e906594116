import type { ListedSubscription } from '../transport/endpoints/subscriptions';

/** The name that Zoom shows; a subscription of this name at this node's URL is this node's. */
export const SUBSCRIPTION_NAME = 'n8n Zoom Webinar Trigger';

/** What this node needs in Zoom. */
export interface WantedSubscription {
	url: string;
	events: readonly string[];
	scope: 'account' | 'user';
	userIds: readonly string[];
}

/** What this node has made or adopted, as n8n keeps it with the workflow. */
export type KnownSubscription = {
	id: string;
	url: string;
	events: string[];
	scope: string;
	userIds: string[];
	/** Instance, workflow and node: a copy of a workflow takes its notes along, but owns nothing. */
	owner: string;
};

export type Plan =
	/** Somebody else's subscription calls the same URL: every event would come twice. */
	| { kind: 'foreign'; name: string }
	/** `keep` is as it is wanted; without it one is to be created after removing. */
	| { kind: 'ours'; keep: string | undefined; remove: string[] };

/**
 * What is to be done so that Zoom has exactly the wanted subscription. Zoom has no call that changes
 * events or URL, so what differs is removed. Never names a foreign subscription for removal.
 * @param known undefined when this node remembers none
 * @param listed all subscriptions of the app
 */
export function planSubscription(
	wanted: WantedSubscription,
	known: KnownSubscription | undefined,
	listed: readonly ListedSubscription[],
): Plan {
	const ours = listed.filter((one) => isOurs(one, wanted.url, known));
	const foreign = listed.find((one) => one.url === wanted.url && !ours.includes(one));
	if (foreign !== undefined) return { kind: 'foreign', name: foreign.name };
	const fitting = ours.filter((one) => fits(one, wanted, known));
	const keep = (fitting.find(({ id }) => id === known?.id) ?? fitting[0])?.id;
	const mine = ours.map(({ id }) => id);
	// The list need not be whole, so what this node remembers goes even when it is not in it.
	if (known !== undefined && !listed.some(({ id }) => id === known.id)) mine.push(known.id);
	return { kind: 'ours', keep, remove: mine.filter((id) => id !== keep) };
}

/** Made by this node: remembered, or of its name at its URL, which holds a random part. */
export function isOurs(
	{ id, name, url, madeByApi }: ListedSubscription,
	ownUrl: string,
	known: KnownSubscription | undefined,
): boolean {
	return madeByApi && (id === known?.id || (url === ownUrl && name === SUBSCRIPTION_NAME));
}

/** Zoom does not list the users of a subscription; only the notes tell them. */
function fits(
	listed: ListedSubscription,
	wanted: WantedSubscription,
	known: KnownSubscription | undefined,
): boolean {
	const sameUsers =
		wanted.scope === 'account' ||
		(listed.id === known?.id && sameMembers(known.userIds, wanted.userIds));
	return (
		listed.url === wanted.url &&
		listed.scope === wanted.scope &&
		sameUsers &&
		sameMembers(listed.events, wanted.events)
	);
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
	const [left, right] = [new Set(one), new Set(other)];
	return left.size === right.size && [...left].every((member) => right.has(member));
}
