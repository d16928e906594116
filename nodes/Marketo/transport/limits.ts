import { DateTime } from 'luxon';

/**
 * Marketo's limits are per instance, for all its integrations together, so these nodes take half of
 * them unless the credential says otherwise. The window is a little longer than Marketo's.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/rest-api
 */
export const RATE = { polite: 50, max: 100, windowMs: 20_100, travelMs: 1_000 } as const;

/** Calls at once; the eleventh is refused with 615. */
export const CONCURRENT = { polite: 5, max: 10 } as const;

/** Records of a write to the lead database, and values of a filter. */
export const BATCH_SIZE = 300;

/** Leads of one *Request Campaign*. */
export const CAMPAIGN_BATCH_SIZE = 100;

/** Rows of a page of the asset API. */
export const ASSET_PAGE_SIZE = 200;

/** Longest URI is 8 KB; what is longer goes as POST with `_method=GET`. */
export const LONGEST_QUERY = 6_000;

/** Marketo's own longest waits are 300 seconds (assets, paging token); lead writes take up to 90. */
export const TIMEOUT_MS = { leads: 120_000, assets: 310_000 } as const;

/** Waits when Marketo says no more than "too many". */
export const THROTTLE_MS = { rate: 20_000, jobs: 60_000 } as const;

/** When to come back after the tries of this run are used up. */
export const RETRY_LATER_MS = 15 * 60_000;

/** That moment, ISO 8601 UTC. @param now epoch milliseconds */
export function retryLater(now = Date.now()): string {
	return new Date(now + RETRY_LATER_MS).toISOString();
}

/**
 * When the calls of the day are counted from nothing again: 00:00 US Central.
 * @param now epoch milliseconds
 * @returns epoch milliseconds
 */
export function quotaResetsAt(now: number): number {
	const central = DateTime.fromMillis(now, { zone: 'America/Chicago' });
	return central.plus({ days: 1 }).startOf('day').toMillis();
}
