import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

/**
 * A user of Adobe Connect. Adobe Connect knows neither keys nor OAuth: the nodes log in as a browser
 * does and keep the session; the node's own test says whether they can.
 * https://helpx.adobe.com/adobe-connect/webservices/login.html
 */
export class AdobeConnectApi implements ICredentialType {
	name = 'adobeConnectApi';

	displayName = 'Adobe Connect API';

	icon: Icon = { light: 'file:adobeConnect.svg', dark: 'file:adobeConnect.dark.svg' };

	documentationUrl =
		'https://helpx.adobe.com/adobe-connect/webservices/getting-started-connect-web-services.html';

	properties: INodeProperties[] = [
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://example.adobeconnect.com',
			description:
				'The address at which you open Adobe Connect. Your password is sent there, so it must be https.',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Login and Password', value: 'password' },
				{
					name: 'External Authentication Header',
					value: 'header',
					description:
						'For a server of your own that takes the user from a header, as single sign-on does',
				},
			],
			default: 'password',
		},
		{
			displayName: 'Login',
			name: 'login',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. nathan@example.com',
			description:
				'A user made for n8n, in the group Administrators, or in Event Managers, Meeting Hosts or Seminar Hosts, depending on what you use',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			displayOptions: { show: { authentication: ['password'] } },
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: 'x-user-id',
			description: 'The header in which your server expects the login',
			displayOptions: { show: { authentication: ['header'] } },
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 838570243',
			description: 'Only needed where several Adobe Connect accounts share one host',
		},
		{
			displayName: 'Ignore SSL Issues',
			name: 'ignoreSslIssues',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of the server cannot be verified, e.g. because it is self-signed. Only for a server of your own.',
		},
		{
			displayName: 'Join Link Secret',
			name: 'joinLinkSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for personal join links, which are signed with it. Enter a long random text of your own and keep it secret: whoever knows it can make links in the name of others.',
		},
	];
}
