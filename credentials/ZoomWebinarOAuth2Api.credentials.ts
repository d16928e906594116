import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

/**
 * Zoom General app with the authorization code flow, carried by n8n's own OAuth2.
 * https://developers.zoom.us/docs/integrations/oauth/
 */
export class ZoomWebinarOAuth2Api implements ICredentialType {
	name = 'zoomWebinarOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Zoom Webinar OAuth2 API';

	icon: Icon = { light: 'file:zoomWebinar.svg', dark: 'file:zoomWebinar.dark.svg' };

	documentationUrl = 'https://developers.zoom.us/docs/integrations/oauth/';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Global', value: 'global' },
				{ name: 'Zoom for Government', value: 'government' },
				{ name: 'Custom', value: 'custom', description: 'A gateway of your own in front of Zoom' },
			],
			default: 'global',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://zoom-gateway.example.com',
			description:
				'The gateway serves the API below /v2 and the sign-in below /oauth. Your client secret is sent there.',
			displayOptions: { show: { region: ['custom'] } },
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			description:
				'Optional. Where it is filled, the Zoom Webinar Trigger refuses events of other accounts.',
		},
		{
			displayName: 'Webhook Secret Token',
			name: 'webhookSecretToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for the Zoom Webinar Trigger. Features → Access → Secret Token of your app.',
		},
		{
			displayName: 'Previous Webhook Secret Token',
			name: 'previousWebhookSecretToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only while you rotate the secret token: deliveries signed with either one are accepted',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default:
				'={{ $self["region"] === "government" ? "https://zoomgov.com/oauth/authorize" : $self["region"] === "custom" ? $self["baseUrl"].replace(/\\/+$/, "") + "/oauth/authorize" : "https://zoom.us/oauth/authorize" }}',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default:
				'={{ $self["region"] === "government" ? "https://zoomgov.com/oauth/token" : $self["region"] === "custom" ? $self["baseUrl"].replace(/\\/+$/, "") + "/oauth/token" : "https://zoom.us/oauth/token" }}',
		},
		{
			displayName: 'API URL',
			name: 'apiUrl',
			type: 'hidden',
			default:
				'={{ $self["region"] === "government" ? "https://api.zoomgov.com/v2" : $self["region"] === "custom" ? $self["baseUrl"].replace(/\\/+$/, "") + "/v2" : "https://api.zoom.us/v2" }}',
		},
		// Zoom refuses several scopes in the address; the app's own page fixes them.
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'header',
		},
	];
}
