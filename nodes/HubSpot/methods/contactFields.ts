import type {
	FieldType,
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import { toNodeError } from '../../shared/node/errors';
import { isMappable, type ContactProperty } from '../mapping/contactFields';
import { listContactProperties, readContactProperties } from '../transport/contactProperties';
import { createClient } from '../transport/request';

/** The contact properties of the account that a workflow may fill, by their labels. */
export async function getContactFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const properties = await read(this, listContactProperties);
	const fields = properties
		.filter((property) => isMappable(property) && !property.hidden)
		.sort((one, other) => one.label.localeCompare(other.label))
		.map((property) => {
			const type = fieldType(property);
			return {
				id: property.name,
				displayName: property.label,
				required: false,
				defaultMatch: false,
				display: true,
				canBeUsedToMatch: false,
				// Accounts have hundreds: each is added by hand.
				removed: true,
				type,
				...(type === 'options' && {
					options: property.options.map(({ label, value }) => ({ name: label, value })),
				}),
			};
		});
	return { fields };
}

/** The lifecycle stages of the account, in their order. */
export async function getLifecycleStages(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const [property] = await read(
		this,
		async (client) => await readContactProperties(client, ['lifecyclestage']),
	);
	return (property?.options ?? []).map(({ label, value }) => ({ name: label, value }));
}

/** Several checkboxes are text with semicolons between the values, as HubSpot takes them. */
function fieldType({ type, fieldType: shownAs }: ContactProperty): FieldType {
	if (type === 'number') return 'number';
	if (type === 'bool' || shownAs === 'booleancheckbox') return 'boolean';
	if (type === 'date' || type === 'datetime') return 'dateTime';
	return type === 'enumeration' && shownAs !== 'checkbox' ? 'options' : 'string';
}

async function read<T>(
	context: ILoadOptionsFunctions,
	work: (client: Awaited<ReturnType<typeof createClient>>) => Promise<T>,
): Promise<T> {
	return await createClient(context)
		.then(work)
		.catch(async (error: unknown) => await Promise.reject(toNodeError(context.getNode(), error)));
}
