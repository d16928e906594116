import { createHash, createHmac } from 'node:crypto';
import type { SignatureVersion } from './contract';

export interface Signed {
	secret: string;
	method: string;
	/** As HubSpot calls it: scheme, host, path and query. */
	url: string;
	/** As it is sent; empty for GET. */
	body: Buffer;
	/** Epoch milliseconds; v3 only. */
	timestamp: number;
}

/** The codes that v3 decodes before it signs; no others. */
const DECODED: Record<string, string> = {
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

/**
 * HubSpot's request signatures.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 * @returns hexadecimal for v1 and v2, base64 for v3
 */
export function signatureOf(version: SignatureVersion, signed: Signed): string {
	const { secret, method, url, body, timestamp } = signed;
	switch (version) {
		case 'v1':
			return createHash('sha256').update(secret).update(body).digest('hex');
		case 'v2':
			return createHash('sha256').update(`${secret}${method}${url}`).update(body).digest('hex');
		case 'v3':
			return createHmac('sha256', secret)
				.update(`${method}${decoded(url)}`)
				.update(body)
				.update(String(timestamp))
				.digest('base64');
	}
}

/** The headers of one request that carries these signatures. */
export function signatureHeaders(
	versions: readonly SignatureVersion[],
	signed: Signed,
): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const version of versions) {
		const signature = signatureOf(version, signed);
		if (version === 'v3') {
			headers['x-hubspot-signature-v3'] = signature;
			headers['x-hubspot-request-timestamp'] = String(signed.timestamp);
		} else {
			headers['x-hubspot-signature'] = signature;
			headers['x-hubspot-signature-version'] = version;
		}
	}
	return headers;
}

function decoded(url: string): string {
	return url.replace(/%[0-9A-F]{2}/gi, (code) => DECODED[code.toUpperCase()] ?? code);
}
