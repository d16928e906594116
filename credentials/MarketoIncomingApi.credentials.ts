import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

/**
 * What Marketo proves itself with when it calls n8n: it signs nothing, so a key that only the two know
 * is all there is.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/webhooks/webhooks
 */
export class MarketoIncomingApi implements ICredentialType {
	name = 'marketoIncomingApi';

	displayName = 'Marketo Incoming API';

	icon: Icon = { light: 'file:marketoProgram.svg', dark: 'file:marketoProgram.dark.svg' };

	documentationUrl =
		'https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/core-marketo-concepts/smart-campaigns/flow-actions/flow-step-service';

	properties: INodeProperties[] = [
		{
			displayName: 'Flow Step API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For a flow step. A long random text of your own; Marketo asks for it when you add the service under Admin → Service Providers.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'For Call Webhook. A long random text of your own, set as a custom header of the webhook under Admin → Webhooks.',
		},
		{
			displayName: 'Webhook Header',
			name: 'webhookHeader',
			type: 'string',
			default: 'X-Webhook-Secret',
			description: 'The name of the custom header that carries the Webhook Secret',
		},
	];
}
