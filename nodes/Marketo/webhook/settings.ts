import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { asObject, asText } from '../../shared/transport/json';
import { withoutTrailing } from '../../shared/transport/trailing';

export const INCOMING_CREDENTIAL = 'marketoIncomingApi';

/** What the flow step is called in Marketo, and what it asks for. */
export interface ServiceSettings {
	apiName: string;
	name: string;
	providerName: string;
	/** An e-mail address or a URL. */
	supportContact: string;
	/** Names among which the flow step offers a choice; empty = it offers none. */
	configurations: string[];
	/** Service attributes beside those that are always asked for. */
	furtherFields: string[];
}

/** The fields of the trigger and its secrets, read once per request. */
export interface Settings {
	calledBy: 'flowStep' | 'webhook';
	/** When Call Webhook hears what became of the person. */
	answer: 'whenResult' | 'atOnce';
	apiKey: string;
	webhookSecret: string;
	webhookHeader: string;
	/** Upper case; empty = all. */
	acceptedMunchkinIds: string[];
	/** The address under which Marketo knows this n8n, where it differs from n8n's own; else empty. */
	publicUrl: string;
	service: ServiceSettings;
}

export const DEFAULT_API_NAME = 'registerForWebinar';
export const DEFAULT_SERVICE_NAME = 'Register for Webinar';
export const DEFAULT_PROVIDER_NAME = 'Webinars (n8n)';
export const DEFAULT_SUPPORT_CONTACT =
	'https://github.com/n8n-nodes-webinars/n8n-nodes-webinars/issues';
export const DEFAULT_WEBHOOK_HEADER = 'X-Webhook-Secret';

export async function readSettings(context: IWebhookFunctions | IHookFunctions): Promise<Settings> {
	const calledBy = context.getNodeParameter('calledBy', 'flowStep') as unknown;
	const answer = context.getNodeParameter('answer', 'whenResult') as unknown;
	const options = asObject(context.getNodeParameter('options', {}));
	const credential = asObject(await context.getCredentials(INCOMING_CREDENTIAL));
	const text = (name: string, fallback = '') => asText(options[name]).trim() || fallback;
	return {
		calledBy: calledBy === 'webhook' ? 'webhook' : 'flowStep',
		answer: answer === 'atOnce' ? 'atOnce' : 'whenResult',
		apiKey: asText(credential.apiKey).trim(),
		webhookSecret: asText(credential.webhookSecret).trim(),
		webhookHeader: asText(credential.webhookHeader).trim() || DEFAULT_WEBHOOK_HEADER,
		acceptedMunchkinIds: text('acceptedMunchkinIds')
			.toUpperCase()
			.split(/[\s,;]+/)
			.filter((id) => id !== ''),
		publicUrl: withoutTrailing(text('publicUrl'), '/'),
		service: {
			apiName: text('apiName', DEFAULT_API_NAME),
			name: text('serviceName', DEFAULT_SERVICE_NAME),
			providerName: text('providerName', DEFAULT_PROVIDER_NAME),
			supportContact: text('supportContact', DEFAULT_SUPPORT_CONTACT),
			configurations: listed(text('configurations')),
			furtherFields: listed(text('furtherFields')),
		},
	};
}

/** Separated by commas or lines; blanks are part of a name. */
function listed(text: string): string[] {
	const names = text.split(/[,;\n]+/).map((name) => name.trim());
	return [...new Set(names.filter((name) => name !== ''))];
}
