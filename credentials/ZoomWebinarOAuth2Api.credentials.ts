import type { ICredentialTestRequest, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { hidden } from './shared/fields';
import { addressFields, API_URL, oAuthUrl, WEBHOOK_FIELDS } from './zoom/fields';
import { zoomTest } from './zoom/testRequest';

/**
 * Zoom General app with the authorization code flow, carried by n8n's own OAuth2, which also keeps
 * the new refresh token that Zoom gives with every renewal.
 * https://developers.zoom.us/docs/integrations/oauth/
 */
export class ZoomWebinarOAuth2Api implements ICredentialType {
	name = 'zoomWebinarOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Zoom Webinar OAuth2 API';

	icon: Icon = { light: 'file:zoomWebinar.svg', dark: 'file:zoomWebinar.dark.svg' };

	documentationUrl = 'https://developers.zoom.us/docs/integrations/oauth/';

	properties: INodeProperties[] = [
		hidden('Grant Type', 'grantType', 'authorizationCode'),
		...addressFields('the API below /v2 and the sign-in below /oauth'),
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			description:
				'Optional. If it is set, the Zoom Webinar Trigger refuses events of other accounts.',
		},
		...WEBHOOK_FIELDS,
		hidden('Authorization URL', 'authUrl', oAuthUrl('authorize')),
		hidden('Access Token URL', 'accessTokenUrl', oAuthUrl('token')),
		API_URL,
		// Zoom takes the scopes from the app's own page and refuses several in the address. Empty here
		// means empty there; without this field n8n would ask for `openid`.
		hidden('Scope', 'scope', ''),
		hidden('Auth URI Query Parameters', 'authQueryParameters', ''),
		hidden('Authentication', 'authentication', 'header'),
	];

	test: ICredentialTestRequest = zoomTest('/users/me/webinars', 'webinar:read:list_webinars');
}
