import { createHash, createHmac } from 'crypto';

import { sameText } from '../../shared/transport/sameText';

/** What HubSpot signs, exactly as it came in: nothing here is trusted yet. */
export interface SignedRequest {
	/** GET or POST. */
	method: string;
	/** As HubSpot called it: scheme, public host, path and query. */
	url: string;
	/** The body's bytes; none for GET. */
	rawBody: Buffer;
	/** Lower-case names; of a header sent twice Node joins the values, which then fit no form. */
	headers: Readonly<Record<string, unknown>>;
}

export type Verdict = { genuine: true } | { genuine: false; why: string };

const HEX = /^[0-9a-f]{64}$/;
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;
const TIMESTAMP = /^[0-9]{1,15}$/;

/** HubSpot: "reject the request if the timestamp is older than 5 minutes". */
export const WINDOW_MS = 5 * 60_000;

/**
 * Tells whether HubSpot signed a request with the app's client secret: by version 3, version 2 or
 * both, and then both must hold. Version 1 says nothing about address and method; alone it is
 * refused, beside version 3 it is not looked at. Never throws.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 * @param now epoch milliseconds
 */
export function verifySignature(request: SignedRequest, secret: string, now: number): Verdict {
	const { headers } = request;
	if (secret === '') return refused('the credential has no Client Secret');
	const version = headers['x-hubspot-signature-version'];
	if (headers['x-hubspot-signature-v3'] === undefined) {
		return version === 'v2'
			? verifyV2(request, secret)
			: refused('it is not signed by version 2 or 3');
	}
	const verdict = verifyV3(request, secret, now);
	const alsoV2 = headers['x-hubspot-signature'] !== undefined && version !== 'v1';
	return verdict.genuine && alsoV2 ? verifyV2(request, secret) : verdict;
}

function verifyV2({ method, url, rawBody, headers }: SignedRequest, secret: string): Verdict {
	const signature = headers['x-hubspot-signature'];
	if (typeof signature !== 'string' || !HEX.test(signature)) return refused('it is not signed');
	const expected = createHash('sha256')
		.update(secret + method + url, 'utf8')
		.update(rawBody)
		.digest('hex');
	return judged(sameText(expected, signature));
}

function verifyV3(request: SignedRequest, secret: string, now: number): Verdict {
	const signature = request.headers['x-hubspot-signature-v3'];
	const timestamp = request.headers['x-hubspot-request-timestamp'];
	if (typeof signature !== 'string' || !BASE64.test(signature)) return refused('it is not signed');
	if (typeof timestamp !== 'string' || !TIMESTAMP.test(timestamp)) {
		return refused('it has no timestamp');
	}
	const age = now - Number(timestamp);
	if (age > WINDOW_MS) return refused('it is too old');
	if (age < -WINDOW_MS) return refused('its timestamp is in the future');
	const expected = createHmac('sha256', secret)
		.update(request.method + decodedForV3(request.url), 'utf8')
		.update(request.rawBody)
		.update(timestamp)
		.digest('base64');
	return judged(sameText(expected, signature));
}

/** The codes that HubSpot decodes before it signs; every other one stays as it is. */
const DECODED: Readonly<Record<string, string>> = {
	'%3A': ':',
	'%2F': '/',
	'%3F': '?',
	'%40': '@',
	'%21': '!',
	'%24': '$',
	'%27': "'",
	'%28': '(',
	'%29': ')',
	'%2A': '*',
	'%2C': ',',
	'%3B': ';',
};

function decodedForV3(url: string): string {
	return url.replace(/%[0-9A-F]{2}/g, (code) => DECODED[code] ?? code);
}

/** Whoever knows the address can try as often as they like. */
export const SHORTEST_SECRET = 16;

/** Whether a key is too short to be one that nobody finds out by trying. */
export function isGuessable(secret: string): boolean {
	return secret.length < SHORTEST_SECRET;
}

/** Tells whether a request carries the secret that was typed into HubSpot's "Send a webhook". */
export function verifyApiKey(
	headers: Readonly<Record<string, unknown>>,
	headerName: string,
	secret: string,
): Verdict {
	if (secret === '') return refused('the credential has no Webhook Secret');
	if (isGuessable(secret)) return refused('the Webhook Secret of the credential is too short');
	const sent = headers[headerName.trim().toLowerCase()];
	if (typeof sent !== 'string') return refused(`it has no header ${headerName}`);
	// Hashed first, so that not even the length of the secret can be timed.
	return sameText(hashOf(secret), hashOf(sent))
		? { genuine: true }
		: refused('its API key is wrong');
}

function hashOf(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

function judged(genuine: boolean): Verdict {
	return genuine
		? { genuine }
		: refused(
				'its signature does not belong to the Client Secret of the credential, or it was sent to another address (see the option Public URL)',
			);
}

function refused(why: string): Verdict {
	return { genuine: false, why };
}
