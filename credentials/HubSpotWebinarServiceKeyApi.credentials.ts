import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { baseUrlField, hubSpotTest } from './hubspot/fields';

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
			placeholder: 'e.g. pat-na1-…',
			description:
				'Development → Keys → Service Keys in HubSpot. The token of an existing private app works as well.',
		},
		baseUrlField('service key'),
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for the HubSpot Workflow Action Trigger called by "Send a Webhook". The value that HubSpot sends as API key: a long random text of your own, of at least 16 characters.',
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

	test: ICredentialTestRequest = hubSpotTest(
		'HubSpot does not accept this service key. Copy it again from Service Keys.',
	);
}
