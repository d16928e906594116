import { createHash } from 'crypto';
import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { checkedBaseUrl, type AddressField } from '../../shared/transport/baseUrl';
import { asNumber, asObject, type JsonObject } from '../../shared/transport/json';
import { rateWindow } from '../../shared/transport/rate';
import { sendWithRetry, type HttpAnswer } from '../../shared/transport/send';
import { Breaker } from './breaker';
import { classify } from './classify';
import { errorFromAnswer, errorFromLoss } from './errors';
import { BURST, TIMEOUT_MS } from './limits';
import { WRITES, type WriteName } from './writes';

export const CREDENTIAL = 'hubSpotWebinarServiceKeyApi';

const BASE_URL: AddressField = {
	credential: 'HubSpot',
	repair:
		'Set Base URL in the HubSpot credential to https://api.hubapi.com, or to the https address of your own gateway',
};

export interface HubSpotRequest {
	method: 'GET' | 'POST' | 'PUT';
	/** Made by `pathOf`. */
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	/** Names the write, so that its natural key decides about sending it again; absent for reads. */
	write?: WriteName;
	/** What is asked for, as the end of "HubSpot refused …". */
	what: string;
}

export interface HubSpotClient {
	/**
	 * Sends, paced and with tries again, and returns the body.
	 * @throws VendorError when HubSpot refuses or cannot be reached
	 * @throws CancelledError when the execution is cancelled
	 */
	request(request: HubSpotRequest): Promise<JsonObject>;
	/** Requests sent so far, tries included. */
	calls(): number;
	/** Ends waits when the execution is cancelled. */
	signal: AbortSignal | undefined;
}

/** The one way to HubSpot: every call of this node goes through what this returns. */
export async function createClient(context: IExecuteFunctions): Promise<HubSpotClient> {
	const credential = await context.getCredentials(CREDENTIAL);
	const baseUrl = checkedBaseUrl(credential.baseUrl, BASE_URL);
	const account = createHash('sha256').update(String(credential.apiKey)).digest('hex');
	const window = rateWindow(`hubspot ${account.slice(0, 16)}`, BURST);
	const signal = context.getExecutionCancelSignal();
	let calls = 0;
	const breaker = new Breaker();

	const send = async (request: HubSpotRequest): Promise<HttpAnswer> => {
		calls += 1;
		const answer = await sendOnce(context, baseUrl, request);
		const max = asNumber(answer.headers['x-hubspot-ratelimit-max']);
		if (max !== undefined) window.setMax(max);
		return answer;
	};
	return {
		signal,
		calls: () => calls,
		async request(request) {
			breaker.check();
			const exchanged = await sendWithRetry({
				send: async () => await send(request),
				classify: (answer) => classify(answer, Date.now()),
				repeatable: request.write === undefined || WRITES[request.write].repeatable,
				reserve: () => window.reserve(Date.now()),
				throttled: (waitMs) => window.blockUntil(Date.now() + waitMs),
				signal,
			});
			if (exchanged.kind === 'lost') throw breaker.noted(errorFromLoss(request.what, Date.now()));
			const { answer, verdict } = exchanged;
			if (verdict.kind !== 'done') {
				throw breaker.noted(errorFromAnswer(request.what, answer, verdict, Date.now()));
			}
			breaker.answered();
			return asObject(answer.body);
		},
	};
}

async function sendOnce(
	context: IExecuteFunctions,
	baseUrl: string,
	request: HubSpotRequest,
): Promise<HttpAnswer> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: `${baseUrl}${request.path}`,
		qs: request.query,
		body: request.body,
		json: true,
		timeout: TIMEOUT_MS,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	const answer = asObject(
		await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, options),
	);
	return {
		status: asNumber(answer.statusCode) ?? 0,
		headers: asObject(answer.headers),
		body: answer.body,
	};
}
