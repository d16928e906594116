import type { Verdict } from '../../../../nodes/shared/transport/retry';
import { classify, looksLikeHtml, zoomCode } from '../../../../nodes/Zoom/transport/classify';

const NOW = Date.parse('2026-11-20T17:00:00Z');
const MIDNIGHT = Date.parse('2026-11-21T00:00:00Z');

const PER_SECOND =
	'You have reached the maximum per-second rate limit for this API. Try again later.';
const DAILY =
	'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.';
const REGISTRANT =
	'You have exceeded the daily rate limit of (3) for Add a webinar registrant API requests for the registrant (x@y.com). You can resume these API requests at GMT 00:00:00.';
const CONCURRENT =
	'Too many concurrent requests. A request to add a registrant has already been made.';

function judge(status: number, body: unknown, headers: Record<string, unknown> = {}): Verdict {
	return classify({ status, headers, body }, NOW);
}

const limit = (message: string): unknown => ({ code: 429, message });

/** https://developers.zoom.us/docs/api/rate-limits/ */
describe('429', () => {
	test.each<[string, unknown, Record<string, unknown>, Verdict]>([
		['per second by its text', limit(PER_SECOND), {}, { kind: 'throttled', retryAfterMs: 1000 }],
		['concurrent by its text', limit(CONCURRENT), {}, { kind: 'throttled', retryAfterMs: 1000 }],
		[
			'per second by its header',
			limit('Slow down'),
			{ 'x-ratelimit-type': 'QPS' },
			{ kind: 'throttled', retryAfterMs: 1000 },
		],
		[
			'per second with a wish',
			limit(PER_SECOND),
			{ 'retry-after': '3' },
			{ kind: 'throttled', retryAfterMs: 3000 },
		],
		[
			'unnamed with a short wish',
			limit('Slow down'),
			{ 'retry-after': '15' },
			{ kind: 'throttled', retryAfterMs: 15_000 },
		],
		['daily by its text', limit(DAILY), {}, { kind: 'quota', resetsAt: MIDNIGHT }],
		[
			'daily by its header, with a date',
			limit('Enough'),
			{ 'x-ratelimit-type': 'Daily-limit', 'retry-after': '2026-11-21T00:00:00Z' },
			{ kind: 'quota', resetsAt: MIDNIGHT },
		],
		[
			'daily wins over a short wish',
			limit(DAILY),
			{ 'retry-after': '1' },
			{ kind: 'quota', resetsAt: NOW + 1000 },
		],
		['of one registrant', limit(REGISTRANT), {}, { kind: 'quota', resetsAt: MIDNIGHT }],
		['unnamed without a wish', limit('Enough'), {}, { kind: 'quota', resetsAt: MIDNIGHT }],
		[
			'unnamed with a long wish',
			limit('Enough'),
			{ 'retry-after': '16' },
			{ kind: 'quota', resetsAt: NOW + 16_000 },
		],
		[
			'without a body',
			undefined,
			{ 'x-ratelimit-type': 'QPS' },
			{ kind: 'throttled', retryAfterMs: 1000 },
		],
	])('%s', (_, body, headers, verdict) => {
		expect(judge(429, body, headers)).toEqual(verdict);
	});
});

describe('other answers', () => {
	test.each<[string, number, unknown, Record<string, unknown>, Verdict]>([
		['JSON', 200, { webinars: [] }, {}, { kind: 'done' }],
		['created', 201, { id: 1 }, {}, { kind: 'done' }],
		['done, nothing to say', 204, '', {}, { kind: 'done' }],
		['an error under 200 is an answer', 200, { code: 200, message: 'No' }, {}, { kind: 'done' }],
		[
			'a page by its type',
			200,
			{},
			{ 'content-type': 'text/html; charset=utf-8' },
			{ kind: 'unavailable' },
		],
		['a page by its look', 200, '\n <html></html>', {}, { kind: 'unavailable' }],
		['half an answer', 200, '{"participants":[{"id":"1"', {}, { kind: 'unavailable' }],
		['no body at all', 200, '', {}, { kind: 'unavailable' }],
		['a list, where Zoom gives objects', 200, [], {}, { kind: 'unavailable' }],
		['overload', 503, {}, { 'retry-after': '2' }, { kind: 'unavailable', retryAfterMs: 2000 }],
		['an accident', 500, {}, {}, { kind: 'unavailable', retryAfterMs: undefined }],
		['a gateway', 502, '<html>', {}, { kind: 'unavailable', retryAfterMs: undefined }],
		['no', 400, { code: 300 }, {}, { kind: 'refused' }],
		['a bad token, after a fresh one', 401, { code: 124 }, {}, { kind: 'refused' }],
		['not there', 404, { code: 3001 }, {}, { kind: 'refused' }],
		['elsewhere', 302, '', { location: 'https://evil.com' }, { kind: 'refused' }],
	])('%s', (_, status, body, headers, verdict) => {
		expect(judge(status, body, headers)).toEqual(verdict);
	});
});

test('a page is told from JSON', () => {
	expect(looksLikeHtml({ status: 200, headers: {}, body: 'plain words' })).toBe(false);
	expect(looksLikeHtml({ status: 200, headers: {}, body: ' <!DOCTYPE html>' })).toBe(true);
});

test("Zoom's own number is read from numbers and texts, and from nothing else", () => {
	expect(zoomCode({ code: 3001 })).toBe(3001);
	expect(zoomCode({ code: '124' })).toBe(124);
	for (const body of [{}, null, '3001', [3001], { code: 'x' }, { code: null }]) {
		expect(zoomCode(body)).toBeUndefined();
	}
});
