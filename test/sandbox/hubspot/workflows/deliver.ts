import { setTimeout as wait } from 'node:timers/promises';
import type { Attempt, SendOptions, SignatureVersion } from './contract';
import { signatureHeaders } from './signature';
import { send } from './wire';

/** HubSpot starts with a minute and goes on for three days; a test cannot wait. */
export const RETRY_DELAYS_MS = [50, 100, 200];

export interface Delivery extends SendOptions {
	method: 'POST' | 'GET';
	url: string;
	/** Undefined: nothing is sent in the body. */
	json?: unknown;
	headers?: Record<string, string>;
	/** Undefined: not signed. */
	secret: string | undefined;
	signatures: SignatureVersion[];
	/** What the number in `Retry-After` counts: seconds for actions, milliseconds for webhooks. */
	retryAfterUnitMs: number;
	signal: AbortSignal;
	/** Sees every attempt as soon as it is over. */
	onAttempt?(attempt: Attempt): void;
}

/**
 * Sends until there is a final answer: 4xx is final except 429, whose `Retry-After` is respected; 5xx and
 * failed connections are tried again.
 * https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide
 * @returns all attempts; the last one decides
 */
export async function deliver(delivery: Delivery): Promise<Attempt[]> {
	const { retryDelaysMs = RETRY_DELAYS_MS, signal, onAttempt } = delivery;
	const attempts: Attempt[] = [];
	for (let waitedMs = 0; ;) {
		if (waitedMs > 0) await wait(waitedMs, undefined, { signal }).catch(() => undefined);
		const attempt = { ...(await attemptOf(delivery)), waitedMs };
		attempts.push(attempt);
		onAttempt?.(attempt);
		const delayMs = retryDelaysMs[attempts.length - 1];
		if (delayMs === undefined || signal.aborted || !isRetried(attempt.status)) return attempts;
		waitedMs = askedWait(attempt, delivery.retryAfterUnitMs) ?? delayMs;
	}
}

export function isSuccess({ status }: Attempt): boolean {
	return status !== null && status >= 200 && status < 300;
}

function isRetried(status: number | null): boolean {
	return status === null || status === 429 || status >= 500;
}

function askedWait({ status, headers }: Attempt, unitMs: number): number | undefined {
	const asked = Number(headers['retry-after'] ?? NaN);
	return status === 429 && asked >= 0 ? asked * unitMs : undefined;
}

async function attemptOf(delivery: Delivery): Promise<Omit<Attempt, 'waitedMs'>> {
	const { tamper = {}, signal } = delivery;
	const { url, target, host, isProxied } = addressOf(delivery);
	const body = Buffer.from(delivery.json === undefined ? '' : JSON.stringify(delivery.json));
	const secret = tamper.secret ?? delivery.secret;
	const timestamp = tamper.timestamp ?? Date.now();
	const { method } = delivery;
	const signed: Record<string, string> = {
		'user-agent': 'HubSpot Connect 2.0 (http://dev.hubspot.com/) (namespace: workflow-action)',
		...(delivery.json === undefined ? {} : { 'content-type': 'application/json' }),
		...delivery.headers,
		...(isProxied
			? { 'x-forwarded-host': host, 'x-forwarded-proto': url.protocol.slice(0, -1) }
			: {}),
		host,
		...(secret === undefined
			? {}
			: signatureHeaders(delivery.signatures, { secret, method, url: url.href, body, timestamp })),
	};
	const sent = {
		method: tamper.method ?? method,
		url: url.href,
		headers: changed(signed, tamper.headers, tamper.host),
		body: tamper.body?.(body) ?? body,
	};
	if (tamper.path) {
		const [path, query] = tamper.path(target.pathname + target.search).split(/\?(.*)/s);
		[target.pathname, target.search] = [path ?? '', query ?? ''];
	}
	const { connectTimeoutMs = 3_000, responseTimeoutMs = 30_000 } = delivery;
	const recorded = { ...sent, body: sent.body.toString('utf8') };
	return await send({
		...sent,
		url: target.href,
		connectTimeoutMs,
		responseTimeoutMs,
		signal,
	}).then(
		(answer) => ({ ...answer, sent: recorded }),
		(error: Error) => ({
			status: null,
			headers: {},
			body: '',
			error: error.message,
			sent: recorded,
		}),
	);
}

/** How HubSpot calls the receiver, and where the connection goes. */
function addressOf({ url, publicUrl, connectTo }: Delivery): {
	url: URL;
	target: URL;
	host: string;
	isProxied: boolean;
} {
	const given = new URL(url);
	const below = (base: string | undefined) =>
		base === undefined
			? new URL(given)
			: new URL(base.replace(/\/$/, '') + given.pathname + given.search);
	const called = below(publicUrl);
	const isProxied = publicUrl !== undefined || connectTo !== undefined;
	return { url: called, target: below(connectTo), host: called.host, isProxied };
}

function changed(
	headers: Record<string, string>,
	changes: Record<string, string | string[] | null> = {},
	host: string | undefined,
): Record<string, string | string[]> {
	const result: Record<string, string | string[]> = { ...headers };
	if (host !== undefined) {
		result.host = host;
		if ('x-forwarded-host' in result) result['x-forwarded-host'] = host;
	}
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) delete result[name];
		else result[name] = value;
	}
	return result;
}
