import {
	CancelledError,
	pause,
	sendWithRetry,
	type Exchange,
	type HttpAnswer,
} from '../../../nodes/shared/transport/send';
import type { RetryPolicy, Verdict } from '../../../nodes/shared/transport/retry';

const QUICK: RetryPolicy = { maxTries: 4, maxWaitMs: 5, baseMs: 1 };
const VERDICTS: Record<number, Verdict> = {
	200: { kind: 'done' },
	400: { kind: 'refused' },
	401: { kind: 'tokenExpired' },
	402: { kind: 'quota' },
	429: { kind: 'throttled', retryAfterMs: 2 },
	503: { kind: 'unavailable' },
};

interface Script {
	exchange: Exchange;
	/** What happened, in order. */
	log: string[];
}

/** Answers with these statuses one after another, the last one for ever; `cut` = no answer. */
function script(steps: Array<number | 'cut'>, changes: Partial<Exchange> = {}): Script {
	const log: string[] = [];
	let sent = 0;
	const exchange: Exchange = {
		async send() {
			const step = steps[Math.min(sent, steps.length - 1)]!;
			sent += 1;
			log.push(`send ${step}`);
			if (step === 'cut') throw new Error('socket hang up');
			return { status: step, headers: {}, body: { sent } };
		},
		classify: ({ status }: HttpAnswer) => VERDICTS[status]!,
		repeatable: true,
		throttled: (ms) => log.push(ms >= 2 ? 'throttled' : 'throttled too shortly'),
		refreshToken: async () => void log.push('refresh'),
		policy: QUICK,
		...changes,
	};
	return { exchange, log };
}

describe('sendWithRetry', () => {
	test.each<[string, Array<number | 'cut'>, string[]]>([
		['an answer at once', [200], ['send 200']],
		['a refusal is not repeated', [400, 200], ['send 400']],
		['a used up quota is not repeated', [402, 200], ['send 402']],
		['overload is', [503, 200], ['send 503', 'send 200']],
		['a lost answer is', ['cut', 200], ['send cut', 'send 200']],
		['throttling tells the others', [429, 200], ['send 429', 'throttled', 'send 200']],
		['an old token is renewed', [401, 200], ['send 401', 'refresh', 'send 200']],
		['but only once', [401, 401, 200], ['send 401', 'refresh', 'send 401']],
	])('%s', async (_, steps, happened) => {
		const { exchange, log } = script(steps);
		const exchanged = await sendWithRetry(exchange);
		expect(log).toEqual(happened);
		expect(exchanged.kind).toBe('answer');
		expect(exchanged.tries).toBe(log.filter((line) => line.startsWith('send')).length);
	});

	test('gives the answer of the last try back, with what it means', async () => {
		const { exchange } = script([503, 429, 200]);
		await expect(sendWithRetry(exchange)).resolves.toEqual({
			kind: 'answer',
			answer: { status: 200, headers: {}, body: { sent: 3 } },
			verdict: { kind: 'done' },
			tries: 3,
		});
	});

	test('gives up after the tries of the policy', async () => {
		const overloaded = script([503]);
		await expect(sendWithRetry(overloaded.exchange)).resolves.toMatchObject({
			kind: 'answer',
			tries: QUICK.maxTries,
			verdict: { kind: 'unavailable' },
		});
		expect(overloaded.log).toHaveLength(QUICK.maxTries);

		const lost = await sendWithRetry(script(['cut']).exchange);
		expect(lost).toMatchObject({ kind: 'lost', tries: QUICK.maxTries });
		expect(lost.kind === 'lost' && String(lost.error)).toContain('socket hang up');
	});

	test.each<[number | 'cut', 'answer' | 'lost']>([
		['cut', 'lost'],
		[503, 'answer'],
	])('after %s an unknown effect is not repeated where it must not be', async (step, kind) => {
		const { exchange, log } = script([step, 200], { repeatable: false });
		await expect(sendWithRetry(exchange)).resolves.toMatchObject({ kind, tries: 1 });
		expect(log).toHaveLength(1);
	});

	test('throttling is repeated even then: it had no effect', async () => {
		const { exchange } = script([429, 200], { repeatable: false });
		await expect(sendWithRetry(exchange)).resolves.toMatchObject({ kind: 'answer', tries: 2 });
	});

	test('without a way to renew the token the refusal is the answer', async () => {
		const { exchange } = script([401], { refreshToken: undefined });
		await expect(sendWithRetry(exchange)).resolves.toMatchObject({
			answer: { status: 401 },
			tries: 1,
		});
	});
});

describe('a cancelled execution', () => {
	test('sends nothing at all when it was cancelled before', async () => {
		const { exchange, log } = script([200], { signal: AbortSignal.abort() });
		await expect(sendWithRetry(exchange)).rejects.toBeInstanceOf(CancelledError);
		expect(log).toEqual([]);
	});

	test('sends nothing further when it is cancelled while waiting', async () => {
		const controller = new AbortController();
		const { exchange, log } = script([503, 200], {
			signal: controller.signal,
			classify: () => {
				controller.abort();
				return { kind: 'unavailable' };
			},
		});
		await expect(sendWithRetry(exchange)).rejects.toBeInstanceOf(CancelledError);
		expect(log).toEqual(['send 503']);
	});

	test('a connection that breaks because of it is no loss', async () => {
		const controller = new AbortController();
		const { exchange } = script([200], {
			signal: controller.signal,
			send: async () => {
				controller.abort();
				throw new Error('aborted');
			},
		});
		await expect(sendWithRetry(exchange)).rejects.toBeInstanceOf(CancelledError);
	});

	test('a long pause ends with it', async () => {
		const controller = new AbortController();
		const paused = pause(3_600_000, controller.signal);
		controller.abort();
		await expect(paused).rejects.toBeInstanceOf(CancelledError);
	});
});
