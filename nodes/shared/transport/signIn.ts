import { asNumber, asObject, asText, type JsonObject } from './json';
import type { HttpAnswer } from './send';

/** n8n wraps the OAuth client's error twice; more would be a circle. */
const MAX_CAUSES = 5;

/** n8n's own words for a credential that was never connected, or is no longer. */
const NOT_CONNECTED =
	/OAuth credentials not connected|needs to be reconnected|reconnect the credentials|sign without access token/i;

/**
 * n8n throws when a fresh token did not cure a 401, when the vendor refused the token request, and
 * when there is nothing to ask with; all of them are answers, not losses. Vendors answer a wrong
 * secret with HTTP 400 or 401; whatever else happens on the way to a token (no network, 429, 5xx, a
 * page) is trouble on the way.
 * https://developers.zoom.us/docs/integrations/oauth-error-messages/
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/working-with-oauth
 * @returns an answer with status 401; where the sign-in itself was refused its body has `signIn`, the
 * credential's type, and the vendor's reason as `message`. undefined = the answer was lost.
 */
export function refusedSignIn(error: unknown, credential: string): HttpAnswer | undefined {
	let cause = asObject(error);
	if (cause.httpCode === '401') return { status: 401, headers: {}, body: {} };
	for (let depth = 0; depth < MAX_CAUSES; depth += 1) {
		if (isRefusal(cause) || NOT_CONNECTED.test(asText(cause.message))) {
			const body = { signIn: credential, message: reasonOf(cause) };
			return { status: 401, headers: {}, body };
		}
		cause = asObject(cause.cause);
	}
	return undefined;
}

/** The OAuth client's errors: EAUTH for an OAuth error body, ESTATUS for any other refusal. */
function isRefusal({ code, status }: JsonObject): boolean {
	if (code === 'EAUTH') return true;
	const http = asNumber(status) ?? 0;
	return code === 'ESTATUS' && http >= 400 && http < 500 && http !== 429;
}

/**
 * Zoom's `{ "reason": "…", "error": "invalid_client" }`, HubSpot's `{ "error": "invalid_grant",
 * "error_description": "…" }`; empty when there is none.
 */
function reasonOf(cause: JsonObject): string {
	const { reason, error_description: description, error } = asObject(cause.body);
	return asText(reason) || asText(description) || asText(error);
}
