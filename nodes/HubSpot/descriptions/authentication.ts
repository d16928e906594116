import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** How the node signs in; transport/credential.ts reads the choice. */
export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	default: 'serviceKey',
	options: [
		{
			name: 'Service Key',
			value: 'serviceKey',
			description: 'A key of the HubSpot account, or the token of a private app',
		},
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description: 'An app of your own. Needed for custom workflow actions.',
		},
	],
};

export const hubSpotCredentials: INodeCredentialDescription[] = [
	{
		name: 'hubSpotWebinarServiceKeyApi',
		required: true,
		displayOptions: { show: { authentication: ['serviceKey'] } },
	},
	{
		name: 'hubSpotWebinarOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] } },
	},
];
