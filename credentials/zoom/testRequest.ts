import type { IAuthenticateRuleResponseSuccessBody, ICredentialTestRequest } from 'n8n-workflow';

import { safeOnly } from '../shared/fields';

/** n8n renews the token on 401; after 429 and 5xx nothing is known about the credential. */
const NOT_ZOOMS_ANSWER = [401, 429, 500, 502, 503, 504];

const PLAN_MISSING =
	'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.';

function when(key: string, value: unknown, message: string): IAuthenticateRuleResponseSuccessBody {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

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
			when(
				'page_size',
				undefined,
				'What answered is not the Zoom API, or it refused in an unexpected way. Check Region and Base URL.',
			),
		],
	};
}
