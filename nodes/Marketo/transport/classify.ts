import { asNumber, asObjects, asText, isObject } from '../../shared/transport/json';
import { retryAfterMs, type Verdict } from '../../shared/transport/retry';
import type { HttpAnswer } from '../../shared/transport/send';
import { quotaResetsAt, THROTTLE_MS } from './limits';

const TOKEN = new Set(['601', '602']);
const RATE = '606';
const QUOTA = '607';
const CONCURRENCY = '615';
/** Imports and exports under way. */
const JOBS = new Set(['1016', '1029']);
const TRANSIENT = new Set(['500', '502', '604', '608', '611', '614', '713', '719']);
const NOTHING_FOUND = '702';

/** The codes of a response-level refusal; record-level ones stand in the rows. */
export function errorCodes(body: unknown): string[] {
	return isObject(body) && body.success === false
		? asObjects(body.errors).map(({ code }) => asText(code))
		: [];
}

/**
 * What an answer of Marketo means. Marketo answers nearly everything with HTTP 200; `success` and
 * the first error's code say the rest.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/error-codes
 * @param now epoch milliseconds
 */
export function classify(answer: HttpAnswer, now: number): Verdict {
	const { status, body } = answer;
	const wish = retryAfterMs(answer.headers['retry-after'], now);
	if (status === 429) return { kind: 'throttled', retryAfterMs: wish };
	if (status === 408 || status >= 500) return { kind: 'unavailable', retryAfterMs: wish };
	// Of n8n's own sign-in, or of something in front of Marketo: Marketo itself says 601 or 602.
	if (status === 401) return { kind: isSignIn(body) ? 'refused' : 'tokenExpired' };
	if (status < 200 || status >= 300) return { kind: 'refused' };
	// A proxy or a maintenance page, or half an answer.
	if (!isObject(body) || typeof body.success !== 'boolean') return { kind: 'unavailable' };
	if (body.success) return { kind: 'done' };
	return byCode(body, now);
}

/** What `refusedSignIn` makes of a refused token request. */
function isSignIn(body: unknown): boolean {
	return isObject(body) && 'signIn' in body;
}

function byCode(body: Record<string, unknown>, now: number): Verdict {
	const [code = ''] = errorCodes(body);
	if (code === NOTHING_FOUND) return { kind: 'done' };
	if (TOKEN.has(code)) return { kind: 'tokenExpired' };
	if (code === RATE) return { kind: 'throttled', retryAfterMs: THROTTLE_MS.rate };
	if (code === CONCURRENCY) return { kind: 'throttled' };
	if (code === QUOTA) return { kind: 'quota', resetsAt: quotaResetsAt(now) };
	if (JOBS.has(code)) {
		const isQuota = /quota/i.test(asText(asObjects(body.errors)[0]?.message));
		return isQuota
			? { kind: 'quota', resetsAt: quotaResetsAt(now) }
			: { kind: 'throttled', retryAfterMs: THROTTLE_MS.jobs };
	}
	if (TRANSIENT.has(code) || asNumber(code) === undefined) return { kind: 'unavailable' };
	return { kind: 'refused' };
}
