import type { RateLimit } from '../../shared/transport/rate';

/**
 * The lowest burst limit of any account, per ten seconds; the header X-HubSpot-RateLimit-Max raises
 * it. The window is a little longer than HubSpot's.
 * https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
 */
export const BURST: RateLimit = { max: 100, windowMs: 10_100, travelMs: 1_000 };

/** Most records of a CRM batch; used for marketing events as well, where no number is documented. */
export const BATCH_SIZE = 100;

/**
 * Batches under way at once, so that the way to HubSpot and back does not stand between two calls of the
 * limit; the rate window paces them.
 */
export const CALLS_AT_ONCE = 5;

export const PAGE_SIZE = { users: 100, owners: 500, participations: 100 } as const;

export const TIMEOUT_MS = 30_000;

/** Waits when the answer names none, by `policyName` of a 429. */
export const THROTTLE_MS = { TEN_SECONDLY_ROLLING: 10_000, SECONDLY: 1_000 } as const;

/** No window of a burst limit is longer; a wait that is was not meant in seconds. */
export const LONGEST_WINDOW_MS = 60_000;

/** "Locked" (423) wants at least two seconds. https://developers.hubspot.com/docs/api-reference/error-handling */
export const LOCKED_MS = 2_000;

/** When to come back after the tries of this run are used up. */
export const RETRY_LATER_MS = 15 * 60_000;

/** That moment, ISO 8601 UTC. @param now epoch milliseconds */
export function retryLater(now = Date.now()): string {
	return new Date(now + RETRY_LATER_MS).toISOString();
}

/** The daily limit ends at midnight of the account's time zone, which the answer does not tell. */
export const RETRY_DAILY_MS = 60 * 60_000;
