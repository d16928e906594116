import { inBatches } from '../../shared/transport/batch';
import type { CampaignToken } from './campaignTokens';

/** What one person's request is like, beside the person. */
export interface CampaignRequest {
	campaignId: number;
	/** In the order of their names. */
	tokens: readonly CampaignToken[];
}

/** One call: people who are requested for the same campaign with the same tokens. */
export interface RequestCall<T> extends CampaignRequest {
	people: T[];
}

/** Requests are alike where campaign and tokens are. */
export function requestKey({ campaignId, tokens }: CampaignRequest): string {
	return JSON.stringify([campaignId, tokens.map(({ name, value }) => [name, value])]);
}

/**
 * The calls for these people: those whose requests are alike share one, up to the number that Marketo takes.
 * Everybody is in exactly one call.
 */
export function requestCalls<T>(
	people: readonly T[],
	requestOf: (person: T) => CampaignRequest,
	size: number,
): Array<RequestCall<T>> {
	const groups = new Map<string, RequestCall<T>>();
	for (const person of people) {
		const { campaignId, tokens } = requestOf(person);
		const key = requestKey({ campaignId, tokens });
		const group = groups.get(key) ?? { campaignId, tokens, people: [] };
		groups.set(key, group);
		group.people.push(person);
	}
	return [...groups.values()].flatMap((group) =>
		inBatches(group.people, size).map((batch) => ({ ...group, people: batch })),
	);
}
