import { createHmac } from 'node:crypto';

/**
 * The `x-zm-signature` header: https://developers.zoom.us/docs/api/webhooks/#verify-with-zooms-header
 * @param secret the app's secret token
 * @param timestamp the `x-zm-request-timestamp` header, unix seconds
 * @param rawBody the body as it is sent
 */
export function signatureOf(secret: string, timestamp: string, rawBody: string): string {
	return `v0=${hmac(secret, `v0:${timestamp}:${rawBody}`)}`;
}

/** The `encryptedToken` that answers a URL validation. */
export function encryptedTokenOf(secret: string, plainToken: string): string {
	return hmac(secret, plainToken);
}

function hmac(secret: string, message: string): string {
	return createHmac('sha256', secret).update(message, 'utf8').digest('hex');
}
