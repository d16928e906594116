import fc from 'fast-check';

import {
	decideRetry,
	DEFAULT_RETRY,
	type Attempt,
	type Decision,
	type RetryPolicy,
	type Verdict,
} from '../../../nodes/shared/transport/retry';

const FIRST: Attempt = { tries: 1, tokenRefreshed: false, repeatable: true };

describe('decideRetry', () => {
	test.each<[string, Verdict, Partial<Attempt>, Decision]>([
		['an answer', { kind: 'done' }, {}, { action: 'return' }],
		['a refusal', { kind: 'refused' }, {}, { action: 'giveUp' }],
		['a used up quota', { kind: 'quota', resetsAt: 1 }, {}, { action: 'giveUp' }],
		['an old token', { kind: 'tokenExpired' }, {}, { action: 'refreshToken' }],
		[
			'a fresh token that is refused as well',
			{ kind: 'tokenExpired' },
			{ tokenRefreshed: true },
			{ action: 'giveUp' },
		],
		['an unknown effect', { kind: 'unavailable' }, {}, { action: 'wait', ms: 750 }],
		[
			'an unknown effect of what must not be repeated',
			{ kind: 'unavailable' },
			{ repeatable: false },
			{ action: 'giveUp' },
		],
		[
			'throttling of what must not be repeated: it had no effect',
			{ kind: 'throttled', retryAfterMs: 2000 },
			{ repeatable: false },
			{ action: 'wait', ms: 2125 },
		],
		['the third time', { kind: 'throttled' }, { tries: 3 }, { action: 'wait', ms: 3000 }],
		['the last time', { kind: 'throttled' }, { tries: 6 }, { action: 'giveUp' }],
		[
			'a wish of the vendor that is no longer bearable',
			{ kind: 'throttled', retryAfterMs: 60_001 },
			{},
			{ action: 'giveUp' },
		],
		[
			'the longest bearable wish, without a jitter on top',
			{ kind: 'throttled', retryAfterMs: 60_000 },
			{},
			{ action: 'wait', ms: 60_000 },
		],
		[
			'a wish of nothing',
			{ kind: 'unavailable', retryAfterMs: 0 },
			{},
			{ action: 'wait', ms: 125 },
		],
	])('%s', (_, verdict, attempt, decision) => {
		expect(decideRetry(verdict, { ...FIRST, ...attempt }, 0.5)).toEqual(decision);
	});

	const wish = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined });
	const waiting = fc.oneof(
		wish.map((retryAfterMs): Verdict => ({ kind: 'throttled', retryAfterMs })),
		wish.map((retryAfterMs): Verdict => ({ kind: 'unavailable', retryAfterMs })),
	);
	const verdict = fc.oneof(
		waiting,
		fc.constantFrom<Verdict>(
			{ kind: 'done' },
			{ kind: 'refused' },
			{ kind: 'quota' },
			{ kind: 'tokenExpired' },
		),
	);
	const attempt: fc.Arbitrary<Attempt> = fc.record({
		tries: fc.integer({ min: 1, max: 80 }),
		tokenRefreshed: fc.boolean(),
		repeatable: fc.boolean(),
	});
	const random = fc.double({ min: 0, max: 1, noNaN: true });
	const policy: fc.Arbitrary<RetryPolicy> = fc.record({
		maxTries: fc.integer({ min: 1, max: 60 }),
		maxWaitMs: fc.integer({ min: 1, max: 90_000 }),
		baseMs: fc.integer({ min: 1, max: 5000 }),
	});

	test('never waits for another try when the tries are used up', () => {
		fc.assert(
			fc.property(verdict, attempt, random, policy, (what, made, chance, rules) => {
				const decision = decideRetry(what, made, chance, rules);
				if (made.tries >= rules.maxTries) expect(decision.action).not.toBe('wait');
			}),
		);
	});

	test('never repeats what must not be repeated after an unknown effect', () => {
		fc.assert(
			fc.property(wish, attempt, random, policy, (retryAfterMs, made, chance, rules) => {
				const made1 = { ...made, repeatable: false };
				const decision = decideRetry({ kind: 'unavailable', retryAfterMs }, made1, chance, rules);
				expect(decision).toEqual({ action: 'giveUp' });
			}),
		);
	});

	test('waits at least as long as the vendor wishes and never longer than allowed', () => {
		fc.assert(
			fc.property(waiting, attempt, random, policy, (what, made, chance, rules) => {
				const decision = decideRetry(what, made, chance, rules);
				if (decision.action !== 'wait') return;
				const wished = 'retryAfterMs' in what ? (what.retryAfterMs ?? 0) : 0;
				expect(decision.ms).toBeGreaterThanOrEqual(wished);
				expect(decision.ms).toBeLessThanOrEqual(rules.maxWaitMs);
				expect(Number.isFinite(decision.ms)).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});

	test('a fresh token is asked for once at most', () => {
		fc.assert(
			fc.property(attempt, random, (made, chance) => {
				const made1 = { ...made, tokenRefreshed: true };
				expect(decideRetry({ kind: 'tokenExpired' }, made1, chance).action).toBe('giveUp');
			}),
		);
	});

	test('backs off: the waits grow, whatever the jitter', () => {
		const waits = [1, 2, 3, 4, 5].map((tries) => {
			const decision = decideRetry({ kind: 'throttled' }, { ...FIRST, tries }, 0);
			return decision.action === 'wait' ? decision.ms : NaN;
		});
		expect(waits).toEqual([500, 1000, 2000, 4000, 8000]);
		expect(DEFAULT_RETRY.maxTries).toBe(6);
	});
});
