import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { breakerOf } from '../../shared/transport/breaker';
import { asObject, asText } from '../../shared/transport/json';
import { paced } from '../../shared/transport/paced';
import { rateWindow } from '../../shared/transport/rate';
import { sendWithRetry, type HttpAnswer } from '../../shared/transport/send';
import type { VendorError } from '../../shared/transport/vendorError';
import { classify } from './classify';
import { zoomAccount, type ZoomAccount } from './credential';
import { refusal, unreachable } from './errors';
import { mayLackNewScopes, renewToken } from './freshScopes';
import { TIMEOUT_MS, ZOOM_LIMITS, type ZoomLabel } from './limits';
import { refusedSignIn } from '../../shared/transport/signIn';
import { lostWrite } from '../../shared/transport/vendorError';
import { WRITES, type WriteName } from './writes';

export type ZoomContext =
	IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions;

export interface ZoomRequest {
	/** Below /v2, each segment already encoded, e.g. `/webinars/95426371234`. */
	path: string;
	qs?: IDataObject;
	label: ZoomLabel;
	/** Which write it is; without it the request is a GET. */
	write?: WriteName;
	/** Sent as JSON, with writes only. */
	body?: IDataObject;
	/** Instead of the credential's own token: what belongs to the app wants the app's. */
	token?: string;
}

/**
 * The one way to Zoom's API. Reads, and writes with a natural key (writes.ts), are sent again when
 * their answer was lost.
 * @returns the body of a 2xx answer
 * @throws VendorError with what to mend; reason `uncertain` when a write's effect is not known
 */
export async function zoomRequest(context: ZoomContext, request: ZoomRequest): Promise<unknown> {
	const account = await zoomAccount(context);
	const write = request.write === undefined ? undefined : WRITES[request.write];
	const repeatable = write?.repeatable ?? true;
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const breaker = breakerOf(signal, `zoom ${account.apiUrl} ${account.rateKey}`, unreachable);
	breaker.check(repeatable);
	const window = rateWindow(`zoom:${account.rateKey}:${request.label}`, ZOOM_LIMITS[request.label]);
	const exchanged = await sendWithRetry({
		send: async () =>
			await paced(window, signal, async () => await sendOnce(context, account, request)),
		classify: (answer) =>
			mayLackNewScopes(answer, account, Date.now())
				? { kind: 'tokenExpired' }
				: classify(answer, Date.now()),
		refreshToken: async () => await renewToken(context, account),
		repeatable,
		throttled: (ms) => window.blockUntil(Date.now() + ms),
		worthAnother: () => breaker.worthAnother(),
		signal,
	});
	if (exchanged.kind === 'lost') {
		throw breaker.noted(repeatable ? unreachable(Date.now()) : lostWrite('zoom', ''));
	}
	const { answer, verdict } = exchanged;
	if (verdict.kind === 'unavailable' && !repeatable) {
		throw breaker.noted(lostWrite('zoom', '', answer.status));
	}
	// A used-up day is that of one kind of request; others still go through.
	if (verdict.kind === 'quota') throw refusal(answer, verdict);
	if (verdict.kind !== 'done') throw breaker.noted(refusal(answer, verdict, Date.now()));
	breaker.answered();
	const plan = planMissing(answer);
	if (plan !== undefined) throw plan;
	return answer.body;
}

async function sendOnce(
	context: ZoomContext,
	{ apiUrl, credential }: ZoomAccount,
	{ path, qs, write, body, token }: ZoomRequest,
): Promise<HttpAnswer> {
	// n8n renews the token on a 401 and sends again; every other status comes back as an answer.
	const options: IHttpRequestOptions = {
		method: write === undefined ? 'GET' : WRITES[write].method,
		url: `${apiUrl}${path}`,
		qs,
		...(body !== undefined && { body }),
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		disableFollowRedirect: true,
		timeout: TIMEOUT_MS,
	};
	const sent: Promise<unknown> =
		token === undefined
			? context.helpers.httpRequestWithAuthentication.call(context, credential, options)
			: context.helpers.httpRequest(withToken(options, token));
	return await sent.then(
		(answer) => {
			const { statusCode, headers, body } = asObject(answer);
			return { status: Number(statusCode), headers: asObject(headers), body };
		},
		(error: unknown) => {
			const answer = refusedSignIn(error, credential);
			if (answer !== undefined) return answer;
			throw error;
		},
	);
}

/** A token of the caller's own is not renewed, so a 401 is an answer like every other. */
function withToken(options: IHttpRequestOptions, token: string): IHttpRequestOptions {
	return {
		...options,
		headers: { authorization: `Bearer ${token}` },
		ignoreHttpStatusErrors: true,
	};
}

/** Zoom documents errors under HTTP 200 where the webinar plan is missing. */
function planMissing(answer: HttpAnswer): VendorError | undefined {
	const { code, message } = asObject(answer.body);
	return code !== undefined && asText(message) !== ''
		? refusal(answer, { kind: 'refused' })
		: undefined;
}
