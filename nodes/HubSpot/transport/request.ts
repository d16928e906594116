import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { asNumber, asObject, asText, isObject, type JsonObject } from '../../shared/transport/json';
import { paced } from '../../shared/transport/paced';
import { rateWindow } from '../../shared/transport/rate';
import { sendWithRetry, type HttpAnswer } from '../../shared/transport/send';
import { refusedSignIn } from '../../shared/transport/signIn';
import { breakerOf } from '../../shared/transport/breaker';
import { lostWrite } from '../../shared/transport/vendorError';
import { classify } from './classify';
import { hubSpotAccount, type CredentialContext, type HubSpotAccount } from './credential';
import { errorFromAnswer, errorFromLoss } from './errors';
import { BURST, TIMEOUT_MS } from './limits';
import { versionsOf } from './versions';
import { WRITES, type WriteName } from './writes';

/** What sends: an execution, or a field of the node's panel that loads its choices. */
export type HubSpotContext = CredentialContext & {
	helpers: Pick<IExecuteFunctions['helpers'], 'httpRequestWithAuthentication'>;
	getExecutionCancelSignal?(): AbortSignal | undefined;
};

export interface HubSpotRequest {
	/** Made by `pathOf`. */
	path: string;
	query?: IDataObject;
	/** JSON, or a multipart form. */
	body?: IHttpRequestOptions['body'];
	/** Reads by POST (batches) say so; else a request is a GET, or what its write says. */
	method?: 'POST';
	/** Names the write, so that its natural key decides about sending it again; absent for reads. */
	write?: WriteName;
	/** What is asked for, as the end of "HubSpot refused …". */
	what: string;
	/** Milliseconds; files take longer than the rest. */
	timeout?: number;
}

export interface HubSpotClient {
	/**
	 * Sends, paced and with tries again, and returns the body.
	 * @throws VendorError when HubSpot refuses or cannot be reached; reason `uncertain` when the
	 * effect of a write without a natural key is not known
	 * @throws CancelledError when the execution is cancelled
	 */
	request(request: HubSpotRequest): Promise<JsonObject>;
	/** Requests sent so far, tries included. */
	calls(): number;
	/** Ends waits when the execution is cancelled. */
	signal: AbortSignal | undefined;
}

/** The one way to HubSpot: every call of this node goes through what this returns. */
export async function createClient(context: HubSpotContext): Promise<HubSpotClient> {
	const account = await hubSpotAccount(context);
	const window = rateWindow(account.rateKey, BURST);
	const signal = context.getExecutionCancelSignal?.();
	const legacyOnly = new Set<string>();
	let calls = 0;
	const breaker = breakerOf(signal, `hubspot ${account.rateKey}`, () =>
		errorFromLoss('the next call', Date.now()),
	);

	const sendPath = async (request: HubSpotRequest, path: string): Promise<HttpAnswer> => {
		return await paced(window, signal, async (place) => {
			calls += 1;
			const answer = await sendOnce(context, account, { ...request, path });
			const max = asNumber(answer.headers['x-hubspot-ratelimit-max']);
			const remaining = asNumber(answer.headers['x-hubspot-ratelimit-remaining']);
			if (max !== undefined) window.setMax(max);
			if (remaining !== undefined) place.remaining(remaining);
			return answer;
		});
	};
	const send = async (request: HubSpotRequest): Promise<HttpAnswer> => {
		const { path } = request;
		const versions = versionsOf(path);
		if (versions === undefined) return await sendPath(request, path);
		const legacyPath = versions.legacy + path.slice(versions.dated.length);
		if (legacyOnly.has(versions.dated)) return await sendPath(request, legacyPath);
		const answer = await sendPath(request, path);
		if (!isUnknownPath(answer)) return answer;
		const older = await sendPath(request, legacyPath);
		if (isUnknownPath(older)) return answer;
		legacyOnly.add(versions.dated);
		return older;
	};
	return {
		signal,
		calls: () => calls,
		async request(request) {
			const repeatable = request.write === undefined || WRITES[request.write].repeatable;
			breaker.check(repeatable);
			const exchanged = await sendWithRetry({
				send: async () => await send(request),
				classify: (answer) => classify(answer, Date.now()),
				repeatable,
				throttled: (waitMs) => window.blockUntil(Date.now() + waitMs),
				worthAnother: () => breaker.worthAnother(),
				signal,
			});
			if (exchanged.kind === 'lost') {
				if (!repeatable) throw breaker.noted(lostWrite('hubspot', request.what));
				throw breaker.noted(errorFromLoss(request.what, Date.now()));
			}
			const { answer, verdict } = exchanged;
			if (verdict.kind === 'unavailable' && !repeatable) {
				throw breaker.noted(lostWrite('hubspot', request.what, answer.status));
			}
			if (verdict.kind !== 'done') {
				throw breaker.noted(
					errorFromAnswer(request.what, answer, verdict, Date.now(), account.credential),
				);
			}
			breaker.answered();
			return asObject(answer.body);
		},
	};
}

/** HubSpot's words for a path it does not serve; a record that is not there has others. */
function isUnknownPath({ status, body }: HttpAnswer): boolean {
	if (status !== 404) return false;
	return !isObject(body) || /^resource not found$/i.test(asText(body.message));
}

async function sendOnce(
	context: HubSpotContext,
	{ baseUrl, credential }: HubSpotAccount,
	{ path, query, body, method, write, timeout }: HubSpotRequest,
): Promise<HttpAnswer> {
	const oAuth2 = credential === 'hubSpotWebinarOAuth2Api';
	const options: IHttpRequestOptions = {
		method: write === undefined ? (method ?? 'GET') : WRITES[write].method,
		url: `${baseUrl}${path}`,
		qs: query,
		body,
		json: true,
		timeout: timeout ?? TIMEOUT_MS,
		disableFollowRedirect: true,
		returnFullResponse: true,
		// n8n renews an OAuth2 token on a 401 and sends again; every other status is an answer.
		ignoreHttpStatusErrors: oAuth2 ? { ignore: true, except: [401] } : true,
	};
	const sent: Promise<unknown> = context.helpers.httpRequestWithAuthentication.call(
		context as IExecuteFunctions,
		credential,
		options,
	);
	return await sent.then(
		(answer) => {
			const { statusCode, headers, body: answered } = asObject(answer);
			return { status: asNumber(statusCode) ?? 0, headers: asObject(headers), body: answered };
		},
		(error: unknown) => {
			const answer = oAuth2 ? refusedSignIn(error, credential) : undefined;
			if (answer !== undefined) return answer;
			throw error;
		},
	);
}
