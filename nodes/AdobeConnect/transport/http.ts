import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { FileStream, isReadable } from '../../shared/transport/fileStream';
import { asNumber, asObject, asText } from '../../shared/transport/json';
import type { HttpAnswer } from '../../shared/transport/send';
import type { AdobeAccount } from './credential';
import { ANSWER, LONGEST_QUERY, MOST_BYTES, TIMEOUT_MS } from './limits';
import type { XmlElement } from '../xml/element';
import { parseXml, type XmlTrouble } from '../xml/parse';

/** Sends one HTTP request and gives the answer's stream or text. */
export type Sender = (options: IHttpRequestOptions) => Promise<unknown>;

/** Names → values; a list repeats the name, in order. Undefined ones are left out. */
export type Parameters = ReadonlyArray<
	readonly [name: string, value: string | number | boolean | undefined]
>;

export interface AdobeCall {
	/** https://helpx.adobe.com/adobe-connect/webservices/<action>.html */
	action: string;
	parameters: Parameters;
	/** As a form: writes and secrets, which no log of addresses is to hold. */
	asForm: boolean;
	headers?: Record<string, string>;
}

/** Sends a call once, to the account it was made for. @throws when no answer came */
export type Ask = (call: AdobeCall) => Promise<HttpAnswer>;

/** An answer that is not Adobe Connect's XML, in terms of what to tell people. */
export type Unreadable = {
	trouble: XmlTrouble | 'stalled' | 'endless' | 'certificate';
	/** Of a certificate: OpenSSL's code. */
	detail?: string;
};

/** Whether an answer's body says why it could not be read. */
export function unreadable(body: unknown): Unreadable | undefined {
	return 'trouble' in asObject(body) ? (body as Unreadable) : undefined;
}

/** n8n's own HTTP, cancelled with the execution. */
export function senderOf(context: {
	helpers: Pick<IExecuteFunctions['helpers'], 'httpRequest'>;
	getExecutionCancelSignal?(): AbortSignal | undefined;
}): Sender {
	const abortSignal = context.getExecutionCancelSignal?.();
	return async (options) =>
		(await context.helpers.httpRequest({ ...options, abortSignal })) as unknown;
}

/**
 * Sends a call once. A redirect is an answer: it would carry the session, or the password, to
 * somewhere else.
 * @returns as `body` the root element, or `Unreadable`
 * @throws when no answer came
 */
export async function sendCall(
	send: Sender,
	account: AdobeAccount,
	{ action, parameters, asForm, headers }: AdobeCall,
): Promise<HttpAnswer> {
	const url = `${account.baseUrl}/api/xml?action=${encodeURIComponent(action)}`;
	const encoded = encode(parameters);
	const inBody = asForm || encoded.length > LONGEST_QUERY;
	const options: IHttpRequestOptions = {
		method: inBody ? 'POST' : 'GET',
		url: inBody || encoded === '' ? url : `${url}&${encoded}`,
		...(inBody && { body: encoded }),
		headers: {
			accept: 'text/xml',
			// Some versions answer downloads without one with an error.
			'user-agent': 'n8n',
			...(inBody && { 'content-type': 'application/x-www-form-urlencoded' }),
			...headers,
		},
		encoding: 'stream',
		timeout: TIMEOUT_MS,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		skipSslCertificateValidation: account.ignoreCertificate,
	};
	const sent = await send(options).then(readAnswer, certificateTrouble);
	if (sent instanceof Lost) throw sent;
	return sent;
}

/** No answer came, or only a part of it. */
class Lost extends Error {}

/** OpenSSL's codes for a certificate that is not trusted; no further try would mend it. */
const CERTIFICATE = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(?:GET|VERIFY)/;

function certificateTrouble(error: unknown): HttpAnswer | Lost {
	const { code, cause } = asObject(error);
	const detail = [code, asObject(cause).code].map(asText).find((text) => CERTIFICATE.test(text));
	return detail === undefined
		? new Lost('No answer came')
		: { status: 0, headers: {}, body: { trouble: 'certificate', detail } satisfies Unreadable };
}

async function readAnswer(answer: unknown): Promise<HttpAnswer | Lost> {
	const { statusCode, headers, body } = asObject(answer);
	const read = await readBody(body);
	return read instanceof Lost
		? read
		: { status: asNumber(statusCode) ?? 0, headers: asObject(headers), body: read };
}

/** As far as it is bearable: the connection is closed where an answer does not end. */
async function readBody(body: unknown): Promise<XmlElement | Unreadable | Lost> {
	if (!isReadable(body)) return parseXml(asText(body));
	const stream = new FileStream(body, null);
	const chunks: Uint8Array[] = [];
	const end = Date.now() + ANSWER.mostMs;
	try {
		for await (const chunk of stream.readable() as AsyncIterable<Uint8Array>) {
			if (stream.bytes > MOST_BYTES) return { trouble: 'tooLarge' };
			if (Date.now() > end) return { trouble: 'endless' };
			chunks.push(chunk);
		}
	} catch {
		const { trouble } = stream;
		return trouble === 'page' || trouble === 'stalled'
			? { trouble }
			: new Lost('The answer broke off');
	} finally {
		stream.discard();
	}
	return parseXml(Buffer.concat(chunks).toString('utf8'));
}

function encode(parameters: Parameters): string {
	return parameters
		.flatMap(([name, value]) =>
			value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
		)
		.join('&');
}
