import { inBatches } from '../../shared/transport/batch';
import { asNumber, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import type { ContactProperty } from '../mapping/contactFields';
import { BATCH_SIZE } from './limits';
import { isReadOnly, readPropertyRows } from './properties';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/**
 * All contact properties of the account.
 * https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide
 */
export async function listContactProperties(client: HubSpotClient): Promise<ContactProperty[]> {
	const answer = await client.request({
		path: pathOf('properties'),
		query: { archived: false },
		what: 'to list the contact properties',
	});
	return asObjects(answer.results).map(toProperty);
}

/** Those of the named contact properties that exist. */
export async function readContactProperties(
	client: HubSpotClient,
	names: readonly string[],
): Promise<ContactProperty[]> {
	const found: ContactProperty[] = [];
	for (const batch of inBatches(names, BATCH_SIZE)) {
		found.push(...(await readPropertyRows(client, 'contact', batch)).map(toProperty));
	}
	return found;
}

function toProperty(property: JsonObject): ContactProperty {
	const order = (option: JsonObject) => asNumber(option.displayOrder) ?? 0;
	return {
		name: asText(property.name),
		label: asText(property.label) || asText(property.name),
		type: asText(property.type),
		fieldType: asText(property.fieldType),
		readOnly: isReadOnly(property),
		hidden: property.hidden === true,
		options: asObjects(property.options)
			.filter(({ hidden }) => hidden !== true)
			.sort((one, other) => order(one) - order(other))
			.map(({ label, value }) => ({ label: asText(label), value: asText(value) })),
	};
}
