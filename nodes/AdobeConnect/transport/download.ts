import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { downloadFile, openFile, type NoFile, type Opened } from '../../shared/transport/download';
import { foreignRefusal, noAnswer } from '../../shared/transport/downloadErrors';
import { checkedFileUrl } from '../../shared/transport/fileAddress';
import { isReadable, type Readable } from '../../shared/transport/fileStream';
import { asObject } from '../../shared/transport/json';
import { sendWithRetry, type HttpAnswer } from '../../shared/transport/send';
import { classify } from './classify';
import { ADOBE_FILES, fileRefused, loginPage, pageInstead } from './downloadErrors';
import { senderOf } from './http';
import type { AdobeClient } from './request';
import { cookieHeader } from './session/cookie';

/** A file of a recording. */
export interface FileSource {
	/** `url-path` of the recording, between slashes. */
	urlPath: string;
	/** MP4 of a conversion, or the sources of the recording in a ZIP. */
	kind: 'mp4' | 'zip';
	/**
	 * Asks the API about the recording again, which starts a new session where the old one is over.
	 * @throws VendorError recordingDeleted when it is gone
	 */
	renew(): Promise<void>;
}

const OPEN_TIMEOUT_MS = 60_000;

/**
 * Fetches a file as a stream and hands it to `keep`, again from the start when it breaks off. The
 * address lies below the credential's own host, whose session goes there and nowhere else, also where
 * the server redirects to.
 * @param keep reads the stream to its end; an error of its own is thrown as it is
 * @throws VendorError with what to mend; neither address nor session is in it
 */
export async function download<Kept>(
	context: IExecuteFunctions,
	client: AdobeClient,
	{ urlPath, kind, renew }: FileSource,
	keep: (file: Readable) => Promise<Kept>,
): Promise<Kept> {
	// The name is free; the server goes by the parameter.
	const address = `${client.account.baseUrl}${urlPath}output/recording.${kind}?download=${kind}`;
	return await downloadFile(
		{
			vendor: ADOBE_FILES,
			sizeBytes: null,
			signal: client.signal,
			open: async () => await open(context, client, address),
			renew,
			page,
		},
		keep,
	);
}

/** Who is not signed in is shown the login page, with HTTP 200. */
function page(text: string): NoFile {
	return LOGIN.test(text) || text === ''
		? { error: loginPage(), cure: 'renew' }
		: { error: pageInstead(), cure: 'none' };
}

const LOGIN = /type=["']?password|\/system\/login|<title>[^<]*log\s?in/i;

async function open(
	context: IExecuteFunctions,
	client: AdobeClient,
	address: string,
): Promise<Opened> {
	const { baseUrl } = client.account;
	const isOwn = ({ origin }: URL): boolean => origin === new URL(baseUrl).origin;
	return await openFile(checkedFileUrl(address, baseUrl, ADOBE_FILES), {
		vendor: ADOBE_FILES,
		ask: async (url) => await ask(context, client, url, isOwn(url)),
		next: (location, from) => checkedFileUrl(location, baseUrl, ADOBE_FILES, from),
		refused: ({ status }, url) => {
			if (!isOwn(url)) return { error: foreignRefusal(ADOBE_FILES, status), cure: 'none' };
			const cure = status === 401 || status === 403 ? 'renew' : 'none';
			return { error: fileRefused(status), cure };
		},
	});
}

/**
 * One request, again while the server is overloaded or down. Redirects come back as answers.
 * @param isOwn whether the session is sent along
 */
async function ask(
	context: IExecuteFunctions,
	client: AdobeClient,
	url: URL,
	isOwn: boolean,
): Promise<HttpAnswer> {
	const send = senderOf(context);
	const { cookie } = await client.session();
	const options: IHttpRequestOptions = {
		method: 'GET',
		url: url.href,
		headers: {
			// A packed body would have another length than the one announced.
			'accept-encoding': 'identity',
			// Without one, some versions answer downloads with an error.
			'user-agent': 'n8n',
			...(isOwn && cookieHeader(cookie)),
		},
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: OPEN_TIMEOUT_MS,
		skipSslCertificateValidation: isOwn && client.account.ignoreCertificate,
	};
	const exchanged = await sendWithRetry({
		send: async () => toAnswer(await send(options)),
		classify: (answer) =>
			answer.status < 400 ? { kind: 'done' } : classify(answer, false, Date.now()),
		repeatable: true,
		signal: client.signal,
	});
	if (exchanged.kind === 'lost') throw noAnswer(ADOBE_FILES);
	return exchanged.answer;
}

/** An error's body is a page for people; it is not read. */
function toAnswer(sent: unknown): HttpAnswer {
	const { statusCode, headers, body } = asObject(sent);
	const status = Number(statusCode);
	if (status < 400 || !isReadable(body)) return { status, headers: asObject(headers), body };
	body.destroy();
	return { status, headers: asObject(headers), body: undefined };
}
