/**
 * The retry decision: one pure function for all vendors. A vendor's transport turns its answer
 * into a `Verdict`, this says what follows.
 */

/** What a vendor's answer means, in terms that all vendors share. */
export type Verdict =
	| { kind: 'done' }
	/** The access token is no longer valid; a fresh one may help, once. */
	| { kind: 'tokenExpired' }
	/** Throttled. `retryAfterMs` is the vendor's own wish, when it gave one. */
	| { kind: 'throttled'; retryAfterMs?: number }
	/** A quota is used up; waiting within this run is pointless. */
	| { kind: 'quota'; resetsAt?: number }
	/** 5xx and transport failures: whether the request took effect is not known. */
	| { kind: 'unavailable'; retryAfterMs?: number }
	/** The vendor understood and said no. */
	| { kind: 'refused' };

export type Decision =
	| { action: 'return' }
	| { action: 'refreshToken' }
	| { action: 'wait'; ms: number }
	| { action: 'giveUp' };

export interface Attempt {
	/** Tries made so far, this one included. */
	tries: number;
	tokenRefreshed: boolean;
	/** Whether the request may be sent again when its effect is unknown. */
	repeatable: boolean;
}

export interface RetryPolicy {
	maxTries: number;
	/** No single wait is longer; a longer wish of the vendor ends the tries. */
	maxWaitMs: number;
	/** First wait of the exponential backoff. */
	baseMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { maxTries: 6, maxWaitMs: 60_000, baseMs: 1000 };

/**
 * Whether and when to try again.
 *
 * - a throttled request had no effect, so it is always repeatable;
 * - an unknown effect is repeated only for requests with a natural key (`repeatable`);
 * - the vendor's own wish wins over the backoff, as long as it is bearable.
 *
 * @param random 0–1, for the jitter: waits of many workers must not fall together
 */
export function decideRetry(
	verdict: Verdict,
	attempt: Attempt,
	random: number,
	policy: RetryPolicy = DEFAULT_RETRY,
): Decision {
	if (verdict.kind === 'done') return { action: 'return' };
	if (verdict.kind === 'refused' || verdict.kind === 'quota') return { action: 'giveUp' };
	if (verdict.kind === 'tokenExpired') {
		return attempt.tokenRefreshed ? { action: 'giveUp' } : { action: 'refreshToken' };
	}
	if (verdict.kind === 'unavailable' && !attempt.repeatable) return { action: 'giveUp' };
	if (attempt.tries >= policy.maxTries) return { action: 'giveUp' };

	const wish = verdict.retryAfterMs;
	if (wish !== undefined) {
		if (wish > policy.maxWaitMs) return { action: 'giveUp' };
		const jittered = Math.ceil(wish + random * Math.min(250, policy.baseMs));
		return { action: 'wait', ms: Math.min(policy.maxWaitMs, jittered) };
	}
	const backoff = Math.min(policy.maxWaitMs, policy.baseMs * 2 ** (attempt.tries - 1));
	return { action: 'wait', ms: Math.ceil(backoff * (0.5 + random / 2)) };
}

/**
 * The Retry-After header in milliseconds from now. RFC 9110 allows seconds and an HTTP date; Zoom
 * sends an ISO date (https://developers.zoom.us/docs/api/rate-limits/). undefined = absent or unreadable.
 */
export function retryAfterMs(header: unknown, now: number): number | undefined {
	if (typeof header !== 'string' && typeof header !== 'number') return undefined;
	const text = String(header).trim();
	if (text === '') return undefined;
	const seconds = Number(text);
	if (Number.isFinite(seconds)) {
		// What no calendar can hold was not meant.
		const isMoment = seconds >= 0 && !Number.isNaN(new Date(now + seconds * 1000).getTime());
		return isMoment ? seconds * 1000 : undefined;
	}
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
