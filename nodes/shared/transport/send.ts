import { sleep } from 'n8n-workflow';

import { decideRetry, DEFAULT_RETRY, type RetryPolicy, type Verdict } from './retry';

/** A vendor's answer, whatever its status. */
export interface HttpAnswer {
	status: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** One request to one vendor, with everything the loop needs to know about it. */
export interface Exchange {
	/** Sends once, when the vendor's limit allows it; throws when no answer came. */
	send(): Promise<HttpAnswer>;
	/** What the answer means. */
	classify(answer: HttpAnswer): Verdict;
	/** Whether the request may be sent again when its effect is unknown. */
	repeatable: boolean;
	/** Told about every throttling, so that other requests wait as well. */
	throttled?(waitMs: number): void;
	/** Gets a fresh access token. */
	refreshToken?(): Promise<void>;
	/** Whether no answer is a reason to send once more; default true. Asked before each further try. */
	worthAnother?(): boolean;
	signal?: AbortSignal;
	policy?: RetryPolicy;
}

export type Exchanged =
	| { kind: 'answer'; answer: HttpAnswer; verdict: Verdict; tries: number }
	/** No answer, even after trying again where that was allowed. */
	| { kind: 'lost'; error: unknown; tries: number };

/** The execution was cancelled; nothing further is sent. */
export class CancelledError extends Error {
	constructor() {
		super('The execution was cancelled');
		this.name = 'CancelledError';
	}
}

const SLICE_MS = 250;

/** Waits, but not beyond a cancellation. Timers are not allowed in community nodes, `sleep` is. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	const end = Date.now() + ms;
	for (let left = ms; left > 0; left = end - Date.now()) {
		if (signal?.aborted) throw new CancelledError();
		await sleep(Math.min(left, SLICE_MS));
	}
	if (signal?.aborted) throw new CancelledError();
}

/**
 * Sends until there is an answer to return or a reason to give up.
 * @throws CancelledError when the execution is cancelled meanwhile
 */
export async function sendWithRetry(exchange: Exchange): Promise<Exchanged> {
	const policy = exchange.policy ?? DEFAULT_RETRY;
	let tokenRefreshed = false;
	for (let tries = 1; ; tries += 1) {
		await pause(0, exchange.signal);
		const outcome = await attempt(exchange);
		const verdict: Verdict =
			outcome.kind === 'lost' ? { kind: 'unavailable' } : exchange.classify(outcome.answer);
		const decision = decideRetry(
			verdict,
			{
				tries,
				tokenRefreshed,
				repeatable: exchange.repeatable && (exchange.worthAnother?.() ?? true),
			},
			Math.random(),
			policy,
		);
		if (decision.action === 'wait') {
			if (verdict.kind === 'throttled') exchange.throttled?.(decision.ms);
			await pause(decision.ms, exchange.signal);
		} else if (decision.action === 'refreshToken' && exchange.refreshToken !== undefined) {
			tokenRefreshed = true;
			await exchange.refreshToken();
		} else if (outcome.kind === 'lost') {
			return { kind: 'lost', error: outcome.error, tries };
		} else {
			return { kind: 'answer', answer: outcome.answer, verdict, tries };
		}
	}
}

async function attempt(
	exchange: Exchange,
): Promise<{ kind: 'answer'; answer: HttpAnswer } | { kind: 'lost'; error: unknown }> {
	return await exchange.send().then(
		(answer) => ({ kind: 'answer' as const, answer }),
		(error: unknown) => {
			if (exchange.signal?.aborted) throw new CancelledError();
			return { kind: 'lost' as const, error };
		},
	);
}
