import { asNumber, asObject, asText, isObject } from '../../shared/transport/json';
import { retryAfterMs, type Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { THROTTLE_MS } from './limits';

/** Zoom waits for the next second; a longer wish than this is a daily limit in disguise. */
const LONGEST_WAIT_MS = 15_000;

/**
 * What a Zoom answer means. Zoom names a daily limit in its text or in X-RateLimit-Type; only limits
 * per second are waited for. A 401 is final here: n8n has fetched a fresh token before.
 * https://developers.zoom.us/docs/api/rate-limits/
 */
export function classify(answer: HttpAnswer, now: number): Verdict {
	const { status, headers } = answer;
	if (status === 429) return throttling(answer, now);
	if (status >= 500) {
		return { kind: 'unavailable', retryAfterMs: retryAfterMs(headers['retry-after'], now) };
	}
	if (status >= 200 && status < 300) {
		return isZooms(answer) ? { kind: 'done' } : { kind: 'unavailable' };
	}
	return { kind: 'refused' };
}

function throttling({ headers, body }: HttpAnswer, now: number): Verdict {
	const wish = retryAfterMs(headers['retry-after'], now);
	const message = asText(asObject(body).message).toLowerCase();
	const type = asText(headers['x-ratelimit-type']).toLowerCase();
	const perSecond =
		type === 'qps' || message.includes('per-second') || message.includes('concurrent');
	const daily = type === 'daily-limit' || message.includes('daily');
	if (daily || (!perSecond && (wish === undefined || wish > LONGEST_WAIT_MS))) {
		return { kind: 'quota', resetsAt: wish === undefined ? nextUtcDay(now) : now + wish };
	}
	return {
		kind: 'throttled',
		retryAfterMs: Math.min(wish ?? THROTTLE_MS.perSecond, LONGEST_WAIT_MS),
	};
}

/** Zoom answers with an object, or with 204 and nothing; an answer that was cut off is neither. */
function isZooms(answer: HttpAnswer): boolean {
	return answer.status === 204 || (isObject(answer.body) && !looksLikeHtml(answer));
}

/** A gateway's page instead of Zoom's JSON. */
export function looksLikeHtml({ headers, body }: HttpAnswer): boolean {
	return (
		asText(headers['content-type']).includes('text/html') ||
		(typeof body === 'string' && /^\s*</.test(body))
	);
}

/** Zoom's daily limits are reset at 00:00 UTC. */
function nextUtcDay(now: number): number {
	const day = 24 * 60 * 60 * 1000;
	return (Math.floor(now / day) + 1) * day;
}

/** Zoom's own number in an error body, undefined when there is none. */
export function zoomCode(body: unknown): number | undefined {
	return asNumber(asObject(body).code);
}
