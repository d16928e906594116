import type { RetryPolicy } from '../../shared/transport/retry';

/**
 * Adobe documents no limit of calls, and its own clients send one after the other. So do these nodes,
 * for all their executions of one account together.
 */
export const CALLS_AT_ONCE = 1;

/** Rows of a page; servers allow 10,000 or 20,000 and say so (`operation-size-error`). */
export const PAGE_SIZE = 1000;

/** Far beyond what any account holds: a server that never comes to its last page is not followed. */
export const MOST_ROWS = 1_000_000;

/** Query strings are logged on the way; what is longer, and every write, goes as a form. */
export const LONGEST_QUERY = 1500;

/**
 * The largest answer is the event report: 20,000 people with polls and Q&A are about 20 MB.
 * Whatever is far larger is not read to its end.
 */
export const MOST_BYTES = 64 * 1024 * 1024;

export const TIMEOUT_MS = 120_000;

/** An answer that comes drop by drop is never stuck, and never ends either. */
export const ANSWER = { mostMs: 10 * 60_000 };

/** Shorter than a session lives when nobody uses it, which Adobe does not tell; a lost one is renewed. */
export const SESSION_LIFE_MS = 20 * 60_000;

/**
 * A login or password that was refused is not tried again so soon: a few tries more and Adobe
 * Connect locks the user out.
 */
export const REFUSED_LOGIN_MS = 10 * 60_000;

/**
 * So many logins without a single answer to what was asked for with their session, then none for
 * REFUSED_LOGIN_MS: Adobe Connect may count a login whose answer was lost as a wrong one.
 */
export const MOST_VAIN_LOGINS = 4;

/** Servers answer a right login without a session now and then; the next one has it. */
export const MOST_LOGINS_WITHOUT_SESSION = 3;

/** When to come back after the tries of this run are used up. */
export const RETRY_LATER_MS = 15 * 60_000;

export const RETRY: RetryPolicy = { maxTries: 5, maxWaitMs: 60_000, baseMs: 1000 };

/** That moment, ISO 8601 UTC. @param now epoch milliseconds */
export function retryLater(now = Date.now()): string {
	return new Date(now + RETRY_LATER_MS).toISOString();
}
