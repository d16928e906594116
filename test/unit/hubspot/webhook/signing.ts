import { createHash, createHmac } from 'node:crypto';

import type { SignedRequest } from '../../../../nodes/HubSpot/webhook/verify';

/** Section "Validate requests" of HubSpot's documentation, written down a second time for the tests. */
export function signedV2(
	secret: string,
	method: string,
	url: string,
	body: string | Buffer,
): SignedRequest {
	const rawBody = Buffer.from(body);
	const hash = createHash('sha256')
		.update(Buffer.from(secret + method + url))
		.update(rawBody);
	return {
		method,
		url,
		rawBody,
		headers: {
			'x-hubspot-signature': hash.digest('hex'),
			'x-hubspot-signature-version': 'v2',
		},
	};
}

/** @param signedUrl the address with HubSpot's codes decoded, where that makes a difference */
export function signedV3(
	secret: string,
	method: string,
	url: string,
	body: string | Buffer,
	timestamp: number | string,
	signedUrl = url,
): SignedRequest {
	const rawBody = Buffer.from(body);
	const hmac = createHmac('sha256', secret)
		.update(Buffer.from(method + signedUrl))
		.update(rawBody)
		.update(String(timestamp));
	return {
		method,
		url,
		rawBody,
		headers: {
			'x-hubspot-signature-v3': hmac.digest('base64'),
			'x-hubspot-request-timestamp': String(timestamp),
		},
	};
}
