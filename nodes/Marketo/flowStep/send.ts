import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { asNumber, asObject, asText } from '../../shared/transport/json';
import { retryAfterMs, type Verdict } from '../../shared/transport/retry';
import { sendWithRetry, type HttpAnswer } from '../../shared/transport/send';
import type { Callback } from '../webhook/invocation';

/** What became of a callback. */
export type Delivery =
	| { kind: 'told' }
	/** Marketo had taken one before: the token works once. */
	| { kind: 'toldBefore' }
	| { kind: 'refused'; status: number; words: string }
	/** Nobody answered, or Marketo was down, every time. */
	| { kind: 'unreachable' };

const TIMEOUT_MS = 60_000;
const USED_UP = 404;
const MAX_WORDS = 300;

/**
 * Sends the results of a chunk to the address that Marketo named. It may be sent again after a lost
 * answer: the token works once, so Marketo takes one of them. Never throws, but for a cancelled execution.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (CFA-Swagger.yaml, callbacks)
 * @param signal absent when the execution is over already
 */
export async function sendCallback(
	{ helpers }: Pick<IExecuteFunctions, 'helpers'>,
	{ url, apiKey, token }: Callback,
	body: IDataObject,
	signal?: AbortSignal,
): Promise<Delivery> {
	const exchanged = await sendWithRetry({
		send: async () => {
			const answer: unknown = await helpers.httpRequest({
				method: 'POST',
				url,
				headers: { 'x-api-key': apiKey, 'x-callback-token': token },
				body,
				json: true,
				timeout: TIMEOUT_MS,
				disableFollowRedirect: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
			});
			const { statusCode, headers, body: said } = asObject(answer);
			return { status: asNumber(statusCode) ?? 0, headers: asObject(headers), body: said };
		},
		classify,
		repeatable: true,
		signal,
	});
	if (exchanged.kind === 'lost') return { kind: 'unreachable' };
	const { answer, verdict, tries } = exchanged;
	if (verdict.kind === 'done') return { kind: 'told' };
	if (verdict.kind !== 'refused') return { kind: 'unreachable' };
	if (answer.status === USED_UP) return tries > 1 ? { kind: 'told' } : { kind: 'toldBefore' };
	return { kind: 'refused', status: answer.status, words: wordsOf(answer.body) };
}

function classify({ status, headers }: HttpAnswer): Verdict {
	const wish = retryAfterMs(headers['retry-after'], Date.now());
	if (status >= 200 && status < 300) return { kind: 'done' };
	if (status === 429) return { kind: 'throttled', retryAfterMs: wish };
	if (status === 408 || status >= 500) return { kind: 'unavailable', retryAfterMs: wish };
	return { kind: 'refused' };
}

function wordsOf(body: unknown): string {
	const { message, error } = asObject(body);
	return (asText(message) || asText(error) || asText(body)).slice(0, MAX_WORDS);
}
