import type { IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { asObject, asText } from '../../shared/transport/json';
import { sendWithRetry, type HttpAnswer } from '../../shared/transport/send';
import { classify } from '../transport/classify';
import type { ZoomCredentialName } from '../transport/credential';
import { refusal, unreachable } from '../transport/errors';
import { checkedApiUrl } from '../transport/paths';

/** The app's own sign-in, as it stands in the credential. */
interface AppSignIn {
	tokenUrl: string;
	clientId: string;
	clientSecret: string;
}

const TIMEOUT_MS = 30_000;

/**
 * A token that belongs to the app and not to a user: Zoom's event subscriptions are the app's. n8n
 * has no credential for this grant beside the one that the calls about webinars need, so the token
 * is fetched here and forgotten with the call.
 * https://developers.zoom.us/docs/api/webhooks/#configure-webhooks-via-zoom-api
 * @returns undefined when Zoom gives this app no such token
 * @throws VendorError when Zoom cannot be reached
 */
export async function appToken(
	context: IHookFunctions,
	credential: ZoomCredentialName,
): Promise<string | undefined> {
	const signIn = await readSignIn(context, credential);
	const exchanged = await sendWithRetry({
		send: async () => await requestToken(context, signIn),
		classify: (answer) => classify(answer, Date.now()),
		repeatable: true,
	});
	if (exchanged.kind === 'lost') throw unreachable();
	const { answer, verdict } = exchanged;
	if (verdict.kind === 'refused') return undefined;
	if (verdict.kind !== 'done') throw refusal(answer, verdict);
	return asText(asObject(answer.body).access_token) || undefined;
}

async function readSignIn(
	context: IHookFunctions,
	credential: ZoomCredentialName,
): Promise<AppSignIn> {
	const { accessTokenUrl, region, clientId, clientSecret } =
		await context.getCredentials(credential);
	return {
		tokenUrl: checkedApiUrl(accessTokenUrl, region),
		clientId: asText(clientId),
		clientSecret: asText(clientSecret),
	};
}

async function requestToken(
	context: IHookFunctions,
	{ tokenUrl, clientId, clientSecret }: AppSignIn,
): Promise<HttpAnswer> {
	const options: IHttpRequestOptions = {
		method: 'POST',
		url: tokenUrl,
		auth: { username: clientId, password: clientSecret },
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: 'grant_type=client_credentials',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: TIMEOUT_MS,
	};
	const answer: unknown = await context.helpers.httpRequest(options);
	const { statusCode, headers, body } = asObject(answer);
	return { status: Number(statusCode), headers: asObject(headers), body };
}
