import type { ICredentialTestRequest, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

import { BASE_URL, TOKEN_URL } from './marketo/fields';
import { marketoTest } from './marketo/testRequest';
import { hidden } from './shared/fields';

/**
 * A LaunchPoint service "Custom" of Marketo Engage, carried by n8n's own OAuth2 (client credentials):
 * it keeps the token and sends it in the header, the only place that Marketo takes it from.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/authentication
 */
export class MarketoRestOAuth2Api implements ICredentialType {
	name = 'marketoRestOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Marketo REST OAuth2 API';

	icon: Icon = { light: 'file:marketoProgram.svg', dark: 'file:marketoProgram.dark.svg' };

	documentationUrl =
		'https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/authentication';

	properties: INodeProperties[] = [
		hidden('Grant Type', 'grantType', 'clientCredentials'),
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://123-ABC-456.mktorest.com/rest',
			description:
				'In Marketo: Admin → Integration → Web Services → REST API → Endpoint. The Munchkin ID alone works as well. Your client secret is sent there, so it must be https.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description:
				'In Marketo: Admin → Integration → LaunchPoint → your Custom service → View Details',
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
			displayName: 'Calls per 20 Seconds',
			name: 'callsPerWindow',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 50,
			description:
				'Marketo allows 100 for all integrations of the instance together; by default, these nodes use half of them',
		},
		{
			displayName: 'Calls at Once',
			name: 'concurrentCalls',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 5,
			description: 'Marketo allows 10 for all integrations of the instance together',
		},
		hidden('Base URL', 'baseUrl', BASE_URL),
		hidden('Access Token URL', 'accessTokenUrl', TOKEN_URL),
		hidden('Authentication', 'authentication', 'body'),
		hidden('Scope', 'scope', ''),
		// Marketo's identity service takes none; n8n would offer them between the secret and the endpoint.
		hidden('Send Additional Body Properties', 'sendAdditionalBodyProperties', false),
		// None: Marketo tells of an ended token in HTTP 200, which the nodes see to. Its identity service
		// alone answers 401, to a wrong ID or secret, which no new token could mend.
		hidden('Token Expired Status Code', 'tokenExpiredStatusCode', '0'),
	];

	test: ICredentialTestRequest = marketoTest;
}
