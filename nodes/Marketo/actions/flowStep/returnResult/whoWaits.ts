import type { FlowStepState, Waiting } from '../../../flowStep/state';

/** Finds those who wait, each of them once. */
export interface WhoWaits {
	/** By lead ID; by address where the item names none and the address is one person's. */
	find(whose: { leadId: number | null; email: string }): Waiting | undefined;
	/** @returns false where somebody has a result already */
	take(waiting: Waiting): boolean;
}

/** Those of the execution; results of earlier runs of the node count. */
export function whoWaits({ people, results }: FlowStepState): WhoWaits {
	const byId = new Map(people.map((waiting) => [waiting.leadId, waiting]));
	const byEmail = new Map<string, Waiting | null>();
	for (const waiting of people) {
		byEmail.set(waiting.email, byEmail.has(waiting.email) ? null : waiting);
	}
	const taken = new Set<number>();
	return {
		find: ({ leadId, email }) => {
			const found = leadId === null ? undefined : byId.get(leadId);
			if (found !== undefined || email === '') return found;
			return byEmail.get(email) ?? undefined;
		},
		take: ({ leadId }) => {
			if (taken.has(leadId) || results[leadId] !== undefined) return false;
			taken.add(leadId);
			return true;
		},
	};
}
