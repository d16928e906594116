import type { ICredentialTestRequest, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { baseUrlField, hubSpotTest, oAuthUrl } from './hubspot/fields';
import { hidden } from './shared/fields';

/** Scopes that every operation of the node on people and events wants. */
const SCOPES = [
	'oauth',
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.schemas.contacts.read',
	'crm.schemas.contacts.write',
	'crm.objects.marketing_events.read',
	'crm.objects.marketing_events.write',
];

/** Scopes that single functions want: account users, recordings as files, workflow actions. */
const OPTIONAL_SCOPES = [
	'settings.users.read',
	'crm.objects.owners.read',
	'files',
	'crm.extensions_calling_transcripts.read',
	'crm.extensions_calling_transcripts.write',
	'automation',
];

/**
 * An app of HubSpot's developer platform with the authorization code flow, carried by n8n's own
 * OAuth2. Needed for custom workflow actions: a service key can have none. Its client secret also
 * verifies that a request to the HubSpot Workflow Action Trigger comes from HubSpot.
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/working-with-oauth
 */
export class HubSpotWebinarOAuth2Api implements ICredentialType {
	name = 'hubSpotWebinarOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'HubSpot Webinar OAuth2 API';

	icon: Icon = { light: 'file:hubSpotWebinar.svg', dark: 'file:hubSpotWebinar.dark.svg' };

	documentationUrl =
		'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/working-with-oauth';

	properties: INodeProperties[] = [
		hidden('Grant Type', 'grantType', 'authorizationCode'),
		{
			displayName: 'Scopes',
			name: 'scope',
			type: 'string',
			default: SCOPES.join(' '),
			description:
				'Separated by spaces. Must be the same list as the required scopes of your HubSpot app, or HubSpot refuses to connect.',
		},
		{
			displayName: 'Optional Scopes',
			name: 'optionalScopes',
			type: 'string',
			default: OPTIONAL_SCOPES.join(' '),
			description:
				'Separated by spaces. HubSpot leaves out those that the account does not have. List them as optional scopes of your HubSpot app.',
		},
		baseUrlField('client secret'),
		hidden('Authorization URL', 'authUrl', oAuthUrl('authorize')),
		hidden('Access Token URL', 'accessTokenUrl', oAuthUrl('token')),
		hidden(
			'Auth URI Query Parameters',
			'authQueryParameters',
			'={{ $self["optionalScopes"].trim() === "" ? "" : "optional_scope=" + encodeURIComponent($self["optionalScopes"].trim()) }}',
		),
		hidden('Authentication', 'authentication', 'body'),
	];

	test: ICredentialTestRequest = hubSpotTest(
		'HubSpot does not accept the sign-in. Check Client ID and Client Secret against the Auth page of your app, then connect the account again.',
	);
}
