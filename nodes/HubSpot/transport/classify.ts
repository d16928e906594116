import { asNumber, asText, isObject } from '../../shared/transport/json';
import { retryAfterMs, type Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { LOCKED_MS, LONGEST_WINDOW_MS, THROTTLE_MS } from './limits';

/**
 * What an answer of HubSpot means: the status first, then the body, because an answer with a 2xx
 * status can still say `status: "error"`, and a proxy can answer 200 with a page.
 * https://developers.hubspot.com/docs/api-reference/error-handling
 * @param now epoch milliseconds
 */
export function classify(answer: HttpAnswer, now: number): Verdict {
	const { status, body } = answer;
	const wish = retryAfterMs(answer.headers['retry-after'], now);
	if (status >= 200 && status < 300) return classifySuccess(body);
	if (status === 429) return classifyThrottled(answer, wish);
	if (status === 423) return { kind: 'throttled', retryAfterMs: wish ?? LOCKED_MS };
	// The account is being moved to another data centre; Retry-After may be a day away.
	if (status === 477) return { kind: 'throttled', retryAfterMs: wish };
	if (status === 408 || status >= 500) return { kind: 'unavailable', retryAfterMs: wish };
	return { kind: 'refused' };
}

function classifySuccess(body: unknown): Verdict {
	if (isObject(body)) {
		return body.status === 'error' ? { kind: 'refused' } : { kind: 'done' };
	}
	const empty = body === undefined || body === null || body === '';
	return empty ? { kind: 'done' } : { kind: 'unavailable' };
}

/** A rolling window tells by its interval when there is room again; a longer wish is no wish of its. */
function classifyThrottled({ body, headers }: HttpAnswer, wish: number | undefined): Verdict {
	const policy = isObject(body) ? asText(body.policyName) : '';
	if (policy === 'DAILY') return { kind: 'quota' };
	const isRolling = policy === 'SECONDLY' || policy === 'TEN_SECONDLY_ROLLING';
	if (wish !== undefined && !(isRolling && wish > LONGEST_WINDOW_MS)) {
		return { kind: 'throttled', retryAfterMs: wish };
	}
	if (policy === 'SECONDLY') return { kind: 'throttled', retryAfterMs: THROTTLE_MS.SECONDLY };
	const interval = asNumber(headers['x-hubspot-ratelimit-interval-milliseconds']) ?? 0;
	const isInterval = interval > 0 && interval <= LONGEST_WINDOW_MS;
	return {
		kind: 'throttled',
		retryAfterMs: isInterval ? interval : THROTTLE_MS.TEN_SECONDLY_ROLLING,
	};
}
