import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialTestRequest,
} from 'n8n-workflow';

function when(key: string, value: unknown, message: string): IAuthenticateRuleResponseSuccessBody {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

function code(value: string, message: string): IAuthenticateRuleResponseSuccessBody {
	return when('errors[0].code', value, message);
}

function status(value: number, message: string): IAuthenticateRuleResponseCode {
	return { type: 'responseCode', properties: { value, message } };
}

/** n8n has no token yet: it fetches one for this request, which proves ID and secret. */
const IS_NEW = '!$credentials.oauthTokenData?.access_token';

const choose = (ifNew: string, otherwise: string): string =>
	`={{ ${IS_NEW} ? ${ifNew} : ${otherwise} }}`;

const BUSY =
	'Marketo is overloaded, or its daily quota of API calls is used up. Nothing is known about the credential: test again later.';

const NOT_MARKETO =
	'The server at this address is not Marketo. Copy Endpoint again from Admin → Integration → Web Services.';

/** n8n takes both kinds, though its type asks for one of them. */
const RULES: Array<IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody> = [
	code(
		'603',
		"The sign-in works, but Marketo gives no permission. Give the API user's role the permissions of Access API (Admin → Users & Roles → Roles), and check that Admin → IP Restrictions (API) allows the address of this n8n.",
	),
	code(
		'601',
		'Marketo gave a token and does not accept it. Check that Endpoint belongs to the instance of the LaunchPoint service.',
	),
	code(
		'610',
		'The server at this address has no Marketo REST API. Copy Endpoint again from Admin → Integration → Web Services.',
	),
	code('606', BUSY),
	code('607', BUSY),
	code('608', BUSY),
	code('615', BUSY),
	when(
		'success',
		false,
		'The sign-in works, but Marketo refused to describe its fields. Test again later.',
	),
	// A page instead of JSON: n8n hands it over as a text.
	when('constructor.name', 'String', NOT_MARKETO),
	status(
		401,
		'Marketo does not accept Client ID and Client Secret. Copy both again from Admin → Integration → LaunchPoint → View Details.',
	),
	status(404, NOT_MARKETO),
];

/**
 * The Test button. Marketo says in HTTP 200 that a token has expired, which n8n does not notice in a
 * test, so a token that n8n holds already proves nothing: then ID and secret are sent to the identity
 * service itself. A new credential has no token; n8n fetches one, and a call of the REST API tells in
 * addition whether the API user may do anything.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/authentication
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/error-codes
 */
export const marketoTest: ICredentialTestRequest = {
	request: {
		baseURL: '={{ $credentials.baseUrl }}',
		url: choose('"/rest/v1/programs/members/describe.json"', '"/identity/oauth/token"'),
		method: choose('"GET"', '"POST"') as 'GET',
		headers: {
			accept: 'application/json',
			'content-type': choose('undefined', '"application/x-www-form-urlencoded"'),
		},
		// In the body: an address ends up in logs.
		body: choose(
			'undefined',
			'"grant_type=client_credentials&client_id=" + encodeURIComponent($credentials.clientId) + "&client_secret=" + encodeURIComponent($credentials.clientSecret)',
		) as never,
		disableFollowRedirect: true,
	},
	rules: RULES as ICredentialTestRequest['rules'],
};
