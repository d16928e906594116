import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** How the nodes of this vendor sign in; transport/credential.ts reads the choice. */
export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	default: 'serverToServer',
	options: [
		{
			name: 'Server-to-Server OAuth',
			value: 'serverToServer',
			description: 'For the whole account. Needed for reports.',
		},
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description: 'A General app: for one user, or for the account where the app is admin-managed',
		},
	],
};

export const zoomCredentials: INodeCredentialDescription[] = [
	{
		name: 'zoomWebinarServerToServerOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['serverToServer'] } },
	},
	{
		name: 'zoomWebinarOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] } },
	},
];
