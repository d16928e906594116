import fc from 'fast-check';

import { classify, errorCodes } from '../../../../nodes/Marketo/transport/classify';
import { quotaResetsAt } from '../../../../nodes/Marketo/transport/limits';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const refused = (code: unknown, message = '') => ({
	requestId: 'a#1',
	success: false,
	errors: [{ code, message }],
});
const verdict = (body: unknown, status = 200, headers = {}) =>
	classify({ status, headers, body }, NOW);

describe('answers with HTTP 200', () => {
	test.each<[string, unknown, unknown]>([
		['success', { success: true, result: [] }, { kind: 'done' }],
		[
			'success with refused records',
			{ success: true, result: [{ status: 'skipped' }] },
			{ kind: 'done' },
		],
		['702, nothing found', refused('702'), { kind: 'done' }],
		['601', refused('601'), { kind: 'tokenExpired' }],
		['602', refused('602'), { kind: 'tokenExpired' }],
		['602 as a number', refused(602), { kind: 'tokenExpired' }],
		['606', refused('606'), { kind: 'throttled', retryAfterMs: 20_000 }],
		['615', refused('615'), { kind: 'throttled' }],
		['607', refused('607'), { kind: 'quota', resetsAt: Date.parse('2026-11-21T06:00:00Z') }],
		[
			'1029, quota',
			refused('1029', 'Export daily quota exceeded'),
			{ kind: 'quota', resetsAt: Date.parse('2026-11-21T06:00:00Z') },
		],
		[
			'1029, queue',
			refused('1029', 'Too many jobs in queue'),
			{ kind: 'throttled', retryAfterMs: 60_000 },
		],
		['1016', refused('1016', 'Too many imports'), { kind: 'throttled', retryAfterMs: 60_000 }],
		['603', refused('603'), { kind: 'refused' }],
		['610', refused('610'), { kind: 'refused' }],
		['1003', refused('1003'), { kind: 'refused' }],
		['an error without a code', refused(undefined), { kind: 'unavailable' }],
		['an error without errors', { success: false }, { kind: 'unavailable' }],
		['half an answer', { requestId: 'a#1' }, { kind: 'unavailable' }],
		['a page', '<html></html>', { kind: 'unavailable' }],
		['nothing', undefined, { kind: 'unavailable' }],
		['a list', [], { kind: 'unavailable' }],
	])('%s', (_, body, expected) => {
		expect(verdict(body)).toEqual(expected);
	});

	test.each(['500', '502', '604', '608', '611', '614', '713', '719'])(
		'%s passes by itself',
		(code) => {
			expect(verdict(refused(code))).toEqual({ kind: 'unavailable' });
		},
	);

	test('the first error counts', () => {
		const body = { success: false, errors: [{ code: '602' }, { code: '1003' }] };
		expect(errorCodes(body)).toEqual(['602', '1003']);
		expect(verdict(body)).toEqual({ kind: 'tokenExpired' });
	});
});

describe('answers with another status', () => {
	test.each<[number, unknown]>([
		[401, { kind: 'tokenExpired' }],
		[403, { kind: 'refused' }],
		[404, { kind: 'refused' }],
		[408, { kind: 'unavailable', retryAfterMs: undefined }],
		[413, { kind: 'refused' }],
		[414, { kind: 'refused' }],
		[302, { kind: 'refused' }],
		[429, { kind: 'throttled', retryAfterMs: undefined }],
		[503, { kind: 'unavailable', retryAfterMs: undefined }],
		[0, { kind: 'refused' }],
	])('%d', (status, expected) => {
		expect(verdict('', status)).toEqual(expected);
	});

	test('a sign-in that Marketo refused helps no second one', () => {
		expect(verdict({ signIn: 'marketoRestOAuth2Api', message: 'no' }, 401)).toEqual({
			kind: 'refused',
		});
	});

	test('what stands before Marketo may say how long to wait', () => {
		expect(verdict('', 503, { 'retry-after': '7' })).toMatchObject({ retryAfterMs: 7000 });
		expect(verdict('', 429, { 'retry-after': '7' })).toMatchObject({ retryAfterMs: 7000 });
	});
});

test('whatever comes is understood as something', () => {
	fc.assert(
		fc.property(fc.anything(), fc.integer({ min: 0, max: 599 }), (body, status) => {
			expect(verdict(body, status).kind).toMatch(/^\w+$/);
		}),
	);
});

describe('the day of the quota ends at midnight in US Central time', () => {
	test.each([
		['in winter', '2026-01-15T12:00:00Z', '2026-01-16T06:00:00Z'],
		['in summer', '2026-07-15T12:00:00Z', '2026-07-16T05:00:00Z'],
		['shortly before it', '2026-07-15T04:59:59Z', '2026-07-15T05:00:00Z'],
		['at it', '2026-07-15T05:00:00Z', '2026-07-16T05:00:00Z'],
		// 8 March 2026, 02:00: clocks go forward.
		['on the day with 23 hours', '2026-03-08T07:00:00Z', '2026-03-09T05:00:00Z'],
		['before that day', '2026-03-08T05:30:00Z', '2026-03-08T06:00:00Z'],
		// 1 November 2026, 02:00: clocks go back.
		['on the day with 25 hours', '2026-11-01T06:00:00Z', '2026-11-02T06:00:00Z'],
		['before that day', '2026-11-01T04:30:00Z', '2026-11-01T05:00:00Z'],
	])('%s', (_, now, resets) => {
		expect(new Date(quotaResetsAt(Date.parse(now))).toISOString()).toBe(
			resets.replace('Z', '.000Z'),
		);
	});

	test('always ahead, by 25 hours at most', () => {
		const moment = fc.date({
			min: new Date('2020-01-01'),
			max: new Date('2040-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(moment, (date) => {
				const hours = (quotaResetsAt(date.getTime()) - date.getTime()) / 3_600_000;
				expect(hours).toBeGreaterThan(0);
				expect(hours).toBeLessThanOrEqual(25);
			}),
		);
	});
});
