import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { keepSecret } from '../../../../secrets/book';
import type { Outbound } from '../context';
import { describe, type OutboundAnswer } from '../http';
import { Invocation } from './invocation';
import { invocationPayload, type Chunk } from './payload';

/** Marketo's own waits are not published; a test cannot wait long. */
const RETRY_DELAYS_MS = [50, 100, 200];
const ACCEPTED = 201;
export const CALLBACK_PATH = '/customflowaction/submitCustomFlowAction';

/**
 * Sends a chunk to the service and waits until it is accepted: the people then wait for the callback.
 * 429, 5xx and broken connections are tried again with the same token.
 */
export async function submit(outbound: Outbound, chunk: Chunk): Promise<Invocation> {
	const { service } = chunk;
	const secrets = {
		token: randomUUID(),
		apiCallBackKey: randomUUID().replaceAll('-', ''),
		callbackUrl: outbound.ownUrl() + CALLBACK_PATH,
	};
	keepSecret('Marketo callback token', secrets.token);
	keepSecret('Marketo callback key', secrets.apiCallBackKey);
	const invocation = new Invocation(invocationPayload(outbound, chunk, secrets), chunk, secrets);
	outbound.invocations.push(invocation);
	const answer = await sent(outbound, invocation);
	invocation.status = answer.status;
	if (answer.status === ACCEPTED) awaitCallback(outbound, invocation);
	else if (invocation.isOpen) {
		invocation.finishAll({ ok: false, message: `${service.name}: ${describe(answer)}` });
	}
	return invocation;
}

async function sent(
	{ signal }: Outbound,
	{ chunk, request, attempts }: Invocation,
): Promise<OutboundAnswer> {
	for (let waitedMs = 0; ;) {
		if (waitedMs > 0) await wait(waitedMs, undefined, { signal }).catch(() => undefined);
		const { service } = chunk;
		const answer = await service.caller.post('/submitAsyncAction', request, headers(chunk));
		attempts.push({ status: answer.status, waitedMs });
		const delayMs = RETRY_DELAYS_MS[attempts.length - 1];
		if (delayMs === undefined || signal.aborted || !isRetried(answer.status)) return answer;
		waitedMs = delayMs;
	}
}

/** Those of the definition that the admin has filled in. */
function headers({ service }: Chunk): Record<string, string> {
	return Object.fromEntries(
		service.read.headers.flatMap((name) => {
			const value = service.settings[name];
			return value === undefined ? [] : [[name, value]];
		}),
	);
}

function isRetried(status: number | null): boolean {
	return status === null || status === 429 || status >= 500;
}

/** Marketo's own limit is not published; here a test's patience is it. */
function awaitCallback({ callbackTimeoutMs, signal }: Outbound, invocation: Invocation): void {
	const hang = (why: string): void =>
		invocation.finishAll({ ok: false, message: why, hanging: true });
	const timer = setTimeout(
		() => hang(`Nobody called back within ${callbackTimeoutMs} ms: the person hangs here`),
		callbackTimeoutMs,
	);
	const close = (): void => hang('The sandbox was closed before the callback');
	signal.addEventListener('abort', close, { once: true });
	void invocation.results.then(() => {
		clearTimeout(timer);
		signal.removeEventListener('abort', close);
	});
}
