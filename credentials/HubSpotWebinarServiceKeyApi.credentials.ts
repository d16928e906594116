import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

/**
 * HubSpot service key (or the token of a private app that still exists).
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/account-service-keys
 */
export class HubSpotWebinarServiceKeyApi implements ICredentialType {
	name = 'hubSpotWebinarServiceKeyApi';

	displayName = 'HubSpot Webinar Service Key API';

	icon: Icon = { light: 'file:hubSpotWebinar.svg', dark: 'file:hubSpotWebinar.dark.svg' };

	documentationUrl =
		'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/account-service-keys';

	properties: INodeProperties[] = [
		{
			displayName: 'Service Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'pat-na1-…',
			description:
				'Development → Keys → Service Keys in HubSpot. The token of an existing private app works as well.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.hubapi.com',
			description:
				'Leave as it is. Change it only for a gateway of your own in front of HubSpot; your service key is sent there.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: '=Bearer {{$credentials.apiKey}}',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.replace(/\\/+$/, "") }}',
			url: '/account-info/2026-03/details',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'HubSpot does not accept this service key. Copy it again from Service Keys.',
				},
			},
		],
	};
}
