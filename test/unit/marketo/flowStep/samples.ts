import type { JsonObject } from '../../../../nodes/shared/transport/json';
import type { ServiceSettings } from '../../../../nodes/Marketo/webhook/settings';

export const SERVICE: ServiceSettings = {
	apiName: 'registerForWebinar',
	name: 'Register for Webinar',
	providerName: 'Webinars (n8n)',
	supportContact: 'support@example.com',
	configurations: ['Customers', 'Partners'],
	furtherFields: ['country', 'email'],
};

export const CALLBACK = {
	url: 'https://callback.example.com/c',
	apiKey: 'key',
	token: 'token',
	munchkinId: '123-ABC-456',
};

/** Where Marketo reaches n8n. */
export const OWN_URL = 'https://n8n.example.com';

export const NOW = '2026-11-01T10:00:05.123Z';

/** A chunk of one person; `over` replaces members of the body. */
export function chunk(over: JsonObject = {}, person: JsonObject = {}): JsonObject {
	return {
		token: 'token',
		apiCallBackKey: 'key',
		campaignId: 1001,
		callbackUrl: CALLBACK.url,
		context: {
			subscription: { munchkinId: '123-ABC-456' },
			campaign: { id: 1001, name: '01-Registered' },
			program: { id: 1670, name: 'Sample Webinar' },
		},
		objectData: [
			{
				objectType: 'lead',
				objectContext: { id: 1_000_000, email: 'Pat@Example.com', firstName: ' Pat ' },
				...person,
			},
		],
		...over,
	};
}
