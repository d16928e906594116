/** What the vendors allow, in their own figures: the sandbox enforces them. */
export interface Limit {
	calls: number;
	ms: number;
}

export type Limited = 'zoom' | 'hubspot' | 'marketo';

/** A private app in the story's account. https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines */
export const HUBSPOT: Limit = { calls: 190, ms: 10_000 };

/** All clients of an instance together. https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/rest-api */
export const MARKETO: Limit = { calls: 100, ms: 20_000 };

/** The Pro plan, by label. https://developers.zoom.us/docs/api/rate-limits/ */
export const ZOOM: Record<'light' | 'medium' | 'heavy', Limit> = {
	light: { calls: 30, ms: 1_000 },
	medium: { calls: 20, ms: 1_000 },
	heavy: { calls: 10, ms: 1_000 },
};

/** What is left when another client takes half. */
export function half({ calls, ms }: Limit): Limit {
	return { calls: calls / 2, ms };
}

/** The least time for so many calls: each waits for the one that is a whole window before it. */
export function leastMs(calls: number, limit: Limit): number {
	return Math.floor((calls - 1) / limit.calls) * limit.ms;
}
