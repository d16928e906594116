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
				'In HubSpot: Development → Keys → Service Keys. The access token of an existing private app works as well.',
		},
		baseUrlField('service key'),
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for the HubSpot Workflow Action Trigger with Called By set to "Send a Webhook". A long random text of your own, at least 16 characters; enter the same text as API key in HubSpot.',
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
