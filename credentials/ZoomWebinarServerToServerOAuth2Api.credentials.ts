import type { ICredentialTestRequest, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { hidden } from './shared/fields';
import { addressFields, API_URL, oAuthUrl, WEBHOOK_FIELDS } from './zoom/fields';
import { zoomServerToServerTest } from './zoom/testRequest';

/**
 * Zoom server-to-server OAuth (https://developers.zoom.us/docs/internal-apps/s2s-oauth/), carried by
 * n8n's own OAuth2: it keeps the token, shares it between executions and fetches a new one on 401.
 */
export class ZoomWebinarServerToServerOAuth2Api implements ICredentialType {
	name = 'zoomWebinarServerToServerOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Zoom Webinar Server-to-Server OAuth2 API';

	icon: Icon = { light: 'file:zoomWebinar.svg', dark: 'file:zoomWebinar.dark.svg' };

	documentationUrl = 'https://developers.zoom.us/docs/internal-apps/s2s-oauth/';

	properties: INodeProperties[] = [
		hidden('Grant Type', 'grantType', 'clientCredentials'),
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			required: true,
			default: '',
			description: 'From the App Credentials page of your Server-to-Server OAuth app',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		...addressFields('the API below /v2 and the token below /oauth/token'),
		{
			displayName: 'Test Host',
			name: 'testHost',
			type: 'string',
			default: '',
			placeholder: 'e.g. nathan@example.com',
			description:
				'Optional. Email or ID of a user who hosts webinars. The test of this credential then also checks whether that user has a Zoom Webinars licence; the nodes do not use it.',
		},
		...WEBHOOK_FIELDS,
		hidden('Access Token URL', 'accessTokenUrl', oAuthUrl('token')),
		API_URL,
		hidden('Authentication', 'authentication', 'header'),
		hidden('Scope', 'scope', ''),
		// Zoom's own grant; n8n would send client_credentials.
		hidden(
			'Additional Body Properties',
			'additionalBodyProperties',
			'={{ JSON.stringify({ grant_type: "account_credentials", account_id: $self["accountId"].trim() }) }}',
		),
	];

	// Zoom has no call without a scope, and none that needs no user tells of the webinar licence.
	test: ICredentialTestRequest = zoomServerToServerTest(
		'={{ $credentials.testHost ? "/users/" + encodeURIComponent($credentials.testHost.trim()) + "/webinars" : "/users" }}',
		'user:read:list_users:admin, or webinar:read:list_webinars:admin where Test Host is filled',
	);
}
