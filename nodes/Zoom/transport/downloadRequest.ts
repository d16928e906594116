import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { noAnswer } from '../../shared/transport/downloadErrors';
import { isReadable, readText } from '../../shared/transport/fileStream';
import { asObject, isObject } from '../../shared/transport/json';
import type { Verdict } from '../../shared/transport/retry';
import { sendWithRetry, type HttpAnswer } from '../../shared/transport/send';
import { classify } from './classify';
import type { ZoomAccount } from './credential';
import { ZOOM_FILES } from './hosts';

const OPEN_TIMEOUT_MS = 30_000;

/**
 * Asks for a file once it is known where: one request, again while the server is throttled or down.
 * Redirects come back as answers.
 * @param trusted whether the token is sent along
 * @returns the file's body as a stream, an error's body as what it says
 */
export async function askForFile(
	context: IExecuteFunctions,
	account: ZoomAccount,
	url: URL,
	trusted: boolean,
): Promise<{ answer: HttpAnswer; verdict: Verdict }> {
	const options: IHttpRequestOptions = {
		method: 'GET',
		url: url.href,
		// A packed body would have another length than the one announced.
		headers: { 'Accept-Encoding': 'identity' },
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: trusted ? { ignore: true, except: [401] } : true,
		disableFollowRedirect: true,
		timeout: OPEN_TIMEOUT_MS,
		abortSignal: context.getExecutionCancelSignal(),
	};
	const exchanged = await sendWithRetry({
		send: async () =>
			await toAnswer(trusted ? withToken(context, account, options) : bare(context, options)),
		classify: (answer) => (answer.status < 400 ? { kind: 'done' } : classify(answer, Date.now())),
		repeatable: true,
		// The limits are about the API; files come from other servers.
		signal: context.getExecutionCancelSignal(),
	});
	if (exchanged.kind === 'lost') throw noAnswer(ZOOM_FILES);
	return exchanged;
}

/** n8n adds the token, renews it on a 401 and asks again. */
async function withToken(
	context: IExecuteFunctions,
	{ credential }: ZoomAccount,
	options: IHttpRequestOptions,
): Promise<unknown> {
	const sent: Promise<unknown> = context.helpers.httpRequestWithAuthentication.call(
		context,
		credential,
		options,
	);
	return await sent.catch((error: unknown) => {
		if (asObject(error).httpCode !== '401') throw error;
		return { statusCode: 401, headers: {}, body: {} };
	});
}

async function bare(context: IExecuteFunctions, options: IHttpRequestOptions): Promise<unknown> {
	return (await context.helpers.httpRequest(options)) as unknown;
}

/** An error's body is small and is read as what it says; a file's body stays a stream. */
async function toAnswer(sent: Promise<unknown>): Promise<HttpAnswer> {
	const { statusCode, headers, body } = asObject(await sent);
	const status = Number(statusCode);
	const isError = status >= 400 && isReadable(body);
	return {
		status,
		headers: asObject(headers),
		body: isError ? parsed(await readText(body)) : body,
	};
}

function parsed(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}
