import type { ICredentialTestRequest, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

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
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'clientCredentials',
		},
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
				'The gateway serves the API below /v2 and the token below /oauth/token. Your client secret is sent there.',
			displayOptions: { show: { region: ['custom'] } },
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
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'header',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Additional Body Properties',
			name: 'additionalBodyProperties',
			type: 'hidden',
			default:
				'={{ JSON.stringify({ grant_type: "account_credentials", account_id: $self["accountId"] }) }}',
		},
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.apiUrl }}',
			url: '/users',
			qs: { page_size: 1 },
		},
		// Zoom has no call without a scope; a 400 says that the sign-in itself worked.
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 400,
					message:
						'The sign-in works, but the app lacks the scope user:read:list_users:admin. Add it to the app, then save this credential again.',
				},
			},
		],
	};
}
