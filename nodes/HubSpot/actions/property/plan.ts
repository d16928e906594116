import type { PropertyDefinition } from '../../mapping/definitions';
import { NATIVE_PROPERTIES } from '../../mapping/nativeProperties';
import { readProperties, type PropertyObject } from '../../transport/properties';
import type { HubSpotClient } from '../../transport/request';
import { DEFINITIONS, faultOf } from './ensure';

/** How one property stands; what the item shows. */
export type PropertyRow = {
	name: string;
	/** As the account has it, where it exists. */
	label: string;
	type: string;
	object: PropertyObject;
	/** unknown = HubSpot did not let us look. */
	state: 'exists' | 'missing' | 'archived' | 'wrongType' | 'readOnly' | 'created' | 'unknown';
	/** What is wrong; empty when nothing is. */
	message: string;
};

export interface Plan {
	rows: PropertyRow[];
	missing: PropertyDefinition[];
	/** Properties of the native Zoom app that the account has. */
	native: string[];
}

/** Compares what the account has with what this package writes; reads only. */
export async function planFor(client: HubSpotClient, object: PropertyObject): Promise<Plan> {
	const definitions = DEFINITIONS[object];
	const names = definitions.map(({ name }) => name);
	const others = object === 'contact' ? NATIVE_PROPERTIES : [];
	const found = await readProperties(client, object, [...names, ...others]);
	const held = new Map(found.map((property) => [property.name, property]));
	const missing = definitions.filter(({ name }) => !held.has(name));
	const archived = new Set(await archivedAmong(client, object, missing));
	const rows = definitions.map((definition): PropertyRow => {
		const { name, label, type } = definition;
		const property = held.get(name);
		if (property === undefined) {
			const state = archived.has(name) ? 'archived' : 'missing';
			return { name, label, type, object, state, message: '' };
		}
		const fault = faultOf(definition, property) ?? { state: 'exists' as const, message: '' };
		return { name, label: property.label || label, type: property.type, object, ...fault };
	});
	return { rows, missing, native: others.filter((name) => held.has(name)) };
}

async function archivedAmong(
	client: HubSpotClient,
	object: PropertyObject,
	missing: readonly PropertyDefinition[],
): Promise<string[]> {
	if (missing.length === 0) return [];
	const names = missing.map(({ name }) => name);
	return (await readProperties(client, object, names, true)).map(({ name }) => name);
}
