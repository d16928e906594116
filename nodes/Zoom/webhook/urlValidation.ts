import { createHmac } from 'crypto';

/** What Zoom wants to hear back, as JSON with status 200 within three seconds. */
export type UrlValidationAnswer = {
	plainToken: string;
	/** Hex HMAC-SHA256 of the plain token. */
	encryptedToken: string;
};

/**
 * Proves to Zoom that this endpoint knows the secret token: on Validate, and again every 72 hours.
 * Only for requests whose signature was checked, else anybody could have any text signed here.
 * The rule: https://developers.zoom.us/docs/api/webhooks/#validate-your-webhook-endpoint
 * @param secret the one that verified the request
 */
export function answerUrlValidation(plainToken: string, secret: string): UrlValidationAnswer {
	const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex');
	return { plainToken, encryptedToken };
}
