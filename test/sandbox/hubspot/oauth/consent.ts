import type { HubSpotOAuthApp } from '../../world';
import type { Consent } from './authorizations';
import type { Fields } from './grants';

/**
 * What HubSpot's page of consent checks before it shows the user anything.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/oauth-quickstart-guide
 * @returns the consent of a user who agrees to everything, or the words of HubSpot's error page
 */
export function consentTo(app: HubSpotOAuthApp | undefined, query: Fields): Consent | string {
	if (!app || query.client_id !== app.clientId) {
		return 'Authorization failed because the client ID is unknown.';
	}
	const redirectUri = query.redirect_uri ?? '';
	if (!app.redirectUris.includes(redirectUri)) {
		return 'Authorization failed because the redirect URL doesn’t match the app’s registered redirect URLs.';
	}
	const required = words(query.scope);
	const optional = words(query.optional_scope);
	const known = [...app.scopes, ...(app.optionalScopes ?? [])];
	const isMismatch =
		required.length === 0 ||
		[...required, ...optional].some((scope) => !known.includes(scope)) ||
		app.scopes.some((scope) => !required.includes(scope));
	if (isMismatch) {
		return (
			'Authorization failed because there is a scope mismatch between what’s in the install URL ' +
			'and what’s in the app’s settings.'
		);
	}
	const unavailable = app.unavailableScopes ?? [];
	if (required.some((scope) => unavailable.includes(scope))) {
		return 'Authorization failed because the account does not have access to all required scopes.';
	}
	const granted = optional.filter((scope) => !unavailable.includes(scope));
	return { redirectUri, scopes: [...new Set(['oauth', ...required, ...granted])] };
}

function words(text = ''): string[] {
	return text.split(/\s+/).filter(Boolean);
}
