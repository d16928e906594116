import type { HubSpotContactState } from '../../world';
import { valueOf } from '../contacts/render';
import type { JsonRecord } from '../http/input';
import type { WebhookField, WebhookOptions } from './contract';
import type { Delivery } from './deliver';

/**
 * What the plain "Send a webhook" action sends.
 * https://developers.hubspot.com/docs/methods/workflows/webhook_information and
 * https://knowledge.hubspot.com/workflows/how-do-i-use-webhooks-with-hubspot-workflows
 */
export function webhookRequest(
	options: WebhookOptions,
	contact: HubSpotContactState,
	portalId: number,
): Pick<Delivery, 'method' | 'url' | 'json' | 'headers' | 'secret'> {
	const { method = 'POST', properties = 'all', apiKeyHeader, secret } = options;
	const headers = apiKeyHeader ? { [apiKeyHeader.name.toLowerCase()]: apiKeyHeader.value } : {};
	const common = { method, headers, secret } as const;
	if (method === 'POST') {
		const json =
			properties === 'all' ? legacyContact(contact, portalId) : flat(contact, properties);
		return { ...common, url: options.url, json };
	}
	if (properties === 'all') throw new Error('GET sends chosen properties only');
	const url = new URL(options.url);
	for (const [key, value] of Object.entries(flat(contact, properties))) {
		url.searchParams.append(key, value ?? '');
	}
	return { ...common, url: url.href };
}

/** Customised: the chosen keys, flat; a property without a value is null. */
function flat(
	contact: HubSpotContactState,
	fields: readonly WebhookField[],
): Record<string, string | null> {
	return Object.fromEntries(
		fields.map((field) => {
			if (typeof field === 'string') return [field, valueOf(contact, field)];
			return [field.key, 'value' in field ? field.value : valueOf(contact, field.property)];
		}),
	);
}

/** "Include all properties": the contact as the contacts API v1 answers it. */
function legacyContact(contact: HubSpotContactState, portalId: number): JsonRecord {
	const vid = Number(contact.id);
	const timestamp = Date.parse(contact.properties.lastmodifieddate ?? '') || 0;
	const names = [
		'email',
		'hs_object_id',
		'hs_additional_emails',
		...Object.keys(contact.properties),
	];
	const values = names.map((name) => [name, valueOf(contact, name)] as const);
	const addresses = [contact.email, ...contact.additionalEmails].filter(Boolean);
	return {
		vid,
		'canonical-vid': vid,
		'merged-vids': [],
		'portal-id': portalId,
		'is-contact': true,
		properties: Object.fromEntries(
			values
				.filter(([, value]) => value !== null)
				.map(([name, value]) => [
					name,
					{
						value,
						versions: [
							{
								value,
								'source-type': 'API',
								'source-id': null,
								'source-label': null,
								timestamp,
								selected: false,
							},
						],
					},
				]),
		),
		'form-submissions': [],
		'list-memberships': [],
		'identity-profiles': [
			{
				vid,
				'saved-at-timestamp': timestamp,
				'deleted-changed-timestamp': 0,
				identities: addresses.map((value, at) => ({
					type: 'EMAIL',
					value,
					timestamp,
					...(at === 0 ? { 'is-primary': true } : {}),
				})),
			},
		],
		'merge-audits': [],
	};
}
