import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { breakerOf } from '../../shared/transport/breaker';
import {
	asNumber,
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import { paced } from '../../shared/transport/paced';
import { rateWindow } from '../../shared/transport/rate';
import { sendWithRetry, type HttpAnswer } from '../../shared/transport/send';
import { refusedSignIn } from '../../shared/transport/signIn';
import { slotsOf } from '../../shared/transport/slots';
import { lostWrite } from '../../shared/transport/vendorError';
import { classify } from './classify';
import {
	MARKETO_CREDENTIAL,
	marketoAccount,
	type CredentialContext,
	type MarketoAccount,
} from './credential';
import { errorFromAnswer, errorFromLoss } from './errors';
import { LONGEST_QUERY, RATE, TIMEOUT_MS } from './limits';
import { Renewal } from './renewal';
import { WRITES, type WriteName } from './writes';

/** What sends: an execution, a poll, or a field of the node's panel that loads its choices. */
export type MarketoContext = CredentialContext & {
	helpers: Pick<
		IExecuteFunctions['helpers'],
		'httpRequestWithAuthentication' | 'refreshOAuth2Token'
	>;
	getExecutionCancelSignal?(): AbortSignal | undefined;
};

/** Names of query and form parameters -> values; undefined ones are left out. */
export type Parameters = Readonly<Record<string, string | number | undefined>>;

export interface MarketoRequest {
	/** Below the base address, made by the endpoints of this folder. */
	path: string;
	query?: Parameters;
	/** A JSON body, of the lead database. */
	json?: IDataObject;
	/** A form body, of the asset API. */
	form?: Parameters;
	/** Names the write, so that its natural key decides about sending it again; absent for reads. */
	write?: WriteName;
	/** What is asked for, as the end of "Marketo refused …". */
	what: string;
	/** The permission that it needs, as the role of an API user lists it. */
	permission: string;
}

/** Marketo's answer, read: nothing in the rows is trusted. */
export interface MarketoAnswer {
	result: JsonObject[];
	nextPageToken: string;
	moreResult: boolean;
	warnings: string[];
	/** Marketo's number of the request, for its support. */
	requestId: string;
}

export interface MarketoClient {
	/**
	 * Sends, paced and with tries again.
	 * @throws VendorError when Marketo refuses or cannot be reached; reason `uncertain` when the effect of a
	 * write without a natural key is not known
	 * @throws CancelledError when the execution is cancelled
	 */
	request(request: MarketoRequest): Promise<MarketoAnswer>;
	/** Requests sent so far, tries included. */
	calls(): number;
	/** How many requests may be under way at once. */
	concurrency: number;
	/** Ends waits when the execution is cancelled. */
	signal: AbortSignal | undefined;
}

/** The one way to Marketo: every call of these nodes goes through what this returns. */
export async function createClient(context: MarketoContext): Promise<MarketoClient> {
	const account = await marketoAccount(context);
	const { windowMs, travelMs } = RATE;
	const limit = { max: account.callsPerWindow, windowMs, travelMs };
	const window = rateWindow(account.rateKey, limit);
	window.setMax(account.callsPerWindow);
	const slots = slotsOf(account.rateKey, account.concurrentCalls);
	const signal = context.getExecutionCancelSignal?.();
	const breaker = breakerOf(signal, `marketo ${account.rateKey}`, () =>
		errorFromLoss('the next call', Date.now()),
	);
	const renewal = new Renewal();
	let calls = 0;

	// The place in the window is taken inside the slot: what waits for a slot must not fire in a bunch.
	const send = async (request: MarketoRequest, sending: () => void): Promise<HttpAnswer> =>
		await slots.run(async () => {
			return await paced(window, signal, async () => {
				calls += 1;
				sending();
				return await sendOnce(context, account, request);
			});
		});
	return {
		signal,
		concurrency: account.concurrentCalls,
		calls: () => calls,
		async request(request) {
			const { what, permission, write } = request;
			const repeatable = write === undefined || WRITES[write].repeatable;
			breaker.check(repeatable);
			let sentWith = 0;
			const exchanged = await sendWithRetry({
				send: async () => await send(request, () => (sentWith = renewal.current())),
				classify: (answer) => classify(answer, Date.now()),
				repeatable,
				throttled: (waitMs) => window.blockUntil(Date.now() + waitMs),
				worthAnother: () => breaker.worthAnother(),
				refreshToken: async () =>
					await renewal.after(sentWith, async () => await refreshToken(context, request)),
				signal,
			});
			if (exchanged.kind === 'lost') {
				throw breaker.noted(
					repeatable ? errorFromLoss(what, Date.now()) : lostWrite('marketo', what),
				);
			}
			const { answer, verdict } = exchanged;
			if (verdict.kind === 'unavailable' && !repeatable) {
				throw breaker.noted(lostWrite('marketo', what, answer.status));
			}
			if (verdict.kind !== 'done') {
				throw breaker.noted(errorFromAnswer(what, permission, answer, verdict, Date.now()));
			}
			breaker.answered();
			return readAnswer(answer.body);
		},
	};
}

/** What Marketo's identity service refuses is the credential's matter, like a refused call. */
async function refreshToken(context: MarketoContext, request: MarketoRequest): Promise<void> {
	const refresh: Promise<unknown> = context.helpers.refreshOAuth2Token.call(
		context as IExecuteFunctions,
		MARKETO_CREDENTIAL,
	);
	await refresh.catch((error: unknown) => {
		const answer = refusedSignIn(error, MARKETO_CREDENTIAL);
		const { what, permission } = request;
		throw answer === undefined
			? errorFromLoss(what, Date.now())
			: errorFromAnswer(what, permission, answer, { kind: 'refused' }, Date.now());
	});
}

function readAnswer(body: unknown): MarketoAnswer {
	const { result, nextPageToken, moreResult, warnings, requestId } = asObject(body);
	return {
		result: asObjects(result),
		nextPageToken: asText(nextPageToken),
		moreResult: moreResult === true,
		warnings: Array.isArray(warnings) ? warnings.map(asText).filter(Boolean) : [],
		requestId: asText(requestId),
	};
}

async function sendOnce(
	context: MarketoContext,
	{ baseUrl }: MarketoAccount,
	request: MarketoRequest,
): Promise<HttpAnswer> {
	const options: IHttpRequestOptions = {
		...shapeOf(request),
		baseURL: baseUrl,
		timeout: request.path.startsWith('/rest/asset') ? TIMEOUT_MS.assets : TIMEOUT_MS.leads,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	const sent: Promise<unknown> = context.helpers.httpRequestWithAuthentication.call(
		context as IExecuteFunctions,
		MARKETO_CREDENTIAL,
		options,
	);
	return await sent.then(
		(answer) => {
			const { statusCode, headers, body } = asObject(answer);
			return { status: asNumber(statusCode) ?? 0, headers: asObject(headers), body: parsed(body) };
		},
		(error: unknown) => {
			const answer = refusedSignIn(error, MARKETO_CREDENTIAL);
			if (answer !== undefined) return answer;
			throw error;
		},
	);
}

/** A URI of more than 8 KB is refused with 414; a POST with `_method=GET` carries the query as a form. */
function shapeOf({
	path,
	query = {},
	json,
	form,
}: MarketoRequest): Pick<IHttpRequestOptions, 'method' | 'url' | 'body' | 'json' | 'headers'> {
	const encoded = encode(query);
	if (json === undefined && form === undefined && encoded.length > LONGEST_QUERY) {
		return { ...formOf(encoded), url: `${path}?_method=GET` };
	}
	const url = encoded === '' ? path : `${path}?${encoded}`;
	if (form !== undefined) return { ...formOf(encode(form)), url };
	return json === undefined
		? { method: 'GET', url, json: true }
		: { method: 'POST', url, body: json, json: true };
}

function formOf(body: string): Pick<IHttpRequestOptions, 'method' | 'body' | 'headers'> {
	return {
		method: 'POST',
		body,
		headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
	};
}

function encode(parameters: Parameters): string {
	return Object.entries(parameters)
		.flatMap(([name, value]) =>
			value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
		)
		.join('&');
}

/** Answers to forms may come as text. */
function parsed(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}
