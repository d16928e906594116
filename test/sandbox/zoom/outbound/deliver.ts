import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebhookResult } from '../../contract';
import { signatureOf } from './signature';

/** Zoom waits 5, 20 and 60 minutes; a test cannot. */
export const RETRY_DELAYS_MS = [200, 400, 800];

export interface SignedDelivery {
	to: string;
	rawBody: string;
	secret: string;
	clientId: string;
	/** Unix seconds for the signature. */
	timestampSeconds: number;
	retryDelaysMs: number[];
	answerDueMs: number;
	/** Stops waiting and sending. */
	signal: AbortSignal;
}

/**
 * Sends one webhook as Zoom does: any answer below 500 is final (4xx and redirects too), 5xx and transport
 * failures are tried again with the same `x-zm-request-id`.
 */
export async function sendWebhook(delivery: SignedDelivery): Promise<WebhookResult> {
	const headers = headersOf(delivery);
	let result: WebhookResult = { attempts: 0, status: null, body: '' };
	for (const delay of [0, ...delivery.retryDelaysMs]) {
		if (delay > 0) await wait(delay, undefined, { signal: delivery.signal }).catch(() => undefined);
		if (delivery.signal.aborted) return result;
		result = { attempts: result.attempts + 1, ...(await attempt(delivery, headers)) };
		if (result.status !== null && result.status < 500) return result;
	}
	return result;
}

async function attempt(
	{ to, rawBody, answerDueMs, signal }: SignedDelivery,
	headers: Record<string, string>,
): Promise<Omit<WebhookResult, 'attempts'>> {
	try {
		const response = await fetch(to, {
			method: 'POST',
			// Differs per attempt, which is why nobody may tell doubles by it.
			headers: { ...headers, 'x-zm-trackingid': `WEB_${randomBytes(16).toString('hex')}` },
			body: rawBody,
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(answerDueMs)]),
		});
		return { status: response.status, body: await response.text() };
	} catch {
		return { status: null, body: '' };
	}
}

function headersOf(delivery: SignedDelivery): Record<string, string> {
	const timestamp = String(delivery.timestampSeconds);
	return {
		'content-type': 'application/json; charset=utf-8',
		'user-agent': 'Zoom Marketplace/1.0a',
		clientid: delivery.clientId,
		'x-zm-request-timestamp': timestamp,
		'x-zm-signature': signatureOf(delivery.secret, timestamp, delivery.rawBody),
		'x-zm-request-id': requestIdOf(delivery.rawBody),
	};
}

/** The same event sent again is the same request to Zoom, so the id follows from the body. */
function requestIdOf(rawBody: string): string {
	const hex = createHash('sha256').update(rawBody).digest('hex');
	return [8, 4, 4, 4, 12]
		.map((length, at, lengths) => {
			const start = lengths.slice(0, at).reduce((sum, one) => sum + one, 0);
			return hex.slice(start, start + length);
		})
		.join('_');
}
