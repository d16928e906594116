import type { IAuthenticateRuleResponseSuccessBody, ICredentialTestRequest } from 'n8n-workflow';

import { safeOnly } from '../shared/fields';

/** n8n renews the token on 401; after 429 and 5xx nothing is known about the credential. */
const NOT_ZOOMS_ANSWER = [401, 429, 500, 502, 503, 504];

const PLAN_MISSING =
	'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.';

function when(key: string, value: unknown, message: string): IAuthenticateRuleResponseSuccessBody {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

const SIGN_IN_REFUSED =
	'Zoom refused the sign-in. Copy Account ID, Client ID and Client Secret again from the App Credentials page, and check that the app is activated.';

const NOT_ZOOM =
	'The server at this address is not the Zoom API, or it refused in an unexpected way. Check Region and Base URL.';

/**
 * The Test button. n8n's rules know one message per HTTP status, and Zoom answers everything with
 * 400; so refusals are taken as answers here and told apart by Zoom's own code and words
 * (https://developers.zoom.us/docs/api/errors/). The first rule that applies is shown. n8n compares
 * by equality only, so the last rule asks for a member that each of Zoom's lists has.
 * @param url below the API's address, may be an expression over `$credentials`
 * @param scopes the scopes that the request needs, for people
 */
export function zoomTest(url: string, scopes: string): ICredentialTestRequest {
	const scopeMissing = `The sign-in works, but the app lacks a scope: ${scopes}. Add it on the app's Scopes page. n8n may hold a token without it for up to an hour: test again later or with a new credential.`;
	const noRole =
		"The sign-in works, but Zoom gives no permission. Give the app's owner a role that may see the users and webinars of the account (Zoom: User Management → Roles).";
	return {
		request: {
			baseURL: safeOnly('$credentials.apiUrl'),
			url,
			qs: { page_size: 1 },
			// The token is for this address alone.
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: NOT_ZOOMS_ANSWER },
		},
		rules: [
			when('code', 4711, scopeMissing),
			when('code', 4700, scopeMissing),
			when(
				'message',
				PLAN_MISSING,
				'The sign-in works, but this user has no Zoom Webinars licence. Assign one in Zoom (User Management → Users), or test another user.',
			),
			when('message', 'No permission.', noRole),
			when('code', 200, noRole),
			when(
				'code',
				1001,
				'The sign-in works, but Zoom does not know this user. Check Test Host, and that the app belongs to the account of that user.',
			),
			when(
				'code',
				1010,
				'The sign-in works, but this user belongs to another Zoom account. Check Test Host.',
			),
			when('code', 124, 'Zoom does not accept the access token. Check that the app is activated.'),
			when('page_size', undefined, NOT_ZOOM),
		],
	};
}

/**
 * The same for server-to-server apps. n8n keeps its token when a credential is changed, and a call with
 * that token says nothing about a secret typed anew: as long as the token has the scope, the test asks
 * Zoom for another one with what is entered. A new credential has no token; n8n fetches one with its
 * secret, and a list tells of scope and role besides. With Test Host that list is what people want to know.
 * https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export function zoomServerToServerTest(listUrl: string, scopes: string): ICredentialTestRequest {
	const { request, rules = [] } = zoomTest(listUrl, scopes);
	const isProof =
		'!$credentials.testHost && String($credentials.oauthTokenData?.scope ?? "").split(" ").includes("user:read:list_users:admin")';
	const choose = (proof: string, list: string) => `={{ ${isProof} ? ${proof} : ${list} }}`;
	return {
		request: {
			...request,
			baseURL: choose('$credentials.accessTokenUrl', '$credentials.apiUrl'),
			url: choose('""', listUrl.replace(/^=\{\{|\}\}$/g, '')),
			method: choose('"POST"', '"GET"') as 'GET',
			qs: { page_size: choose('undefined', '1') },
			// Replaces the token that n8n signs with, as the token's own endpoint wants it.
			auth: choose(
				'{ username: $credentials.clientId, password: $credentials.clientSecret }',
				'undefined',
			) as never,
			headers: { 'content-type': choose('"application/x-www-form-urlencoded"', 'undefined') },
			body: choose(
				'"grant_type=account_credentials&account_id=" + encodeURIComponent($credentials.accountId.trim())',
				'undefined',
			) as never,
		},
		rules: [
			...rules.slice(0, -1),
			when('error.constructor.name', 'String', SIGN_IN_REFUSED),
			// Every other refusal of Zoom has a code; a page instead of JSON arrives as a text.
			when('code.constructor.name', 'Number', NOT_ZOOM),
			when('constructor.name', 'String', NOT_ZOOM),
		] as ICredentialTestRequest['rules'],
	};
}
