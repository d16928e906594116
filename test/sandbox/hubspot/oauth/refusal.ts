import { randomUUID } from 'node:crypto';

/** HubSpot's own words for a refused token request, and OAuth's (RFC 6749, 5.2). */
const REFUSALS = {
	BAD_GRANT_TYPE: ['unsupported_grant_type', 'missing or unknown grant type'],
	BAD_CLIENT_ID: ['invalid_client', 'missing or unknown client id'],
	BAD_CLIENT_SECRET: ['invalid_client', 'missing or invalid client secret'],
	BAD_AUTH_CODE: ['invalid_grant', 'missing or unknown auth code'],
	MISMATCH_REDIRECT_URI_AUTH_CODE: [
		'invalid_grant',
		'redirect URI does not match the initial auth code URI',
	],
	BAD_REFRESH_TOKEN: ['invalid_grant', 'refresh token is invalid, expired or revoked'],
} as const;

export type RefusalStatus = keyof typeof REFUSALS;

/** A token request is answered 400 with this. */
export class Refusal {
	constructor(readonly status: RefusalStatus) {}

	/** v1 knows only HubSpot's fields, the newer versions OAuth's beside them. */
	body(version: string): Record<string, string> {
		const [error, message] = REFUSALS[this.status];
		const own = { status: this.status, message, correlationId: randomUUID() };
		return version === 'v1' ? own : { error, error_description: message, ...own };
	}
}
