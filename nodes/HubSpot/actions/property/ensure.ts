import {
	PROPERTY_DEFINITIONS,
	PROPERTY_GROUP,
	PROPERTY_NAMES,
	type PropertyDefinition,
} from '../../mapping/definitions';
import type { BatchError } from '../../transport/batchAnswer';
import { createProperties, createPropertyGroup, readProperties } from '../../transport/properties';
import type { HubSpotClient } from '../../transport/request';

export interface Inspected {
	/** Names of ours that exist. */
	held: string[];
	missing: PropertyDefinition[];
	/** Those that exist and cannot be written, each with why. */
	unusable: string[];
}

/** How our contact properties stand in the account; reads only. */
export async function inspectProperties(client: HubSpotClient): Promise<Inspected> {
	const held = new Map(
		(await readProperties(client, PROPERTY_NAMES)).map((property) => [property.name, property]),
	);
	const unusable = PROPERTY_DEFINITIONS.flatMap(({ name, type }) => {
		const property = held.get(name);
		if (property === undefined) return [];
		if (property.type !== type) return [`${name} has the type ${property.type}, not ${type}`];
		return property.readOnly ? [`${name} is read-only`] : [];
	});
	return {
		held: PROPERTY_NAMES.filter((name) => held.has(name)),
		missing: PROPERTY_DEFINITIONS.filter(({ name }) => !held.has(name)),
		unusable,
	};
}

/** Creates the group, where it is missing, and the properties in it. */
export async function createMissing(
	client: HubSpotClient,
	missing: readonly PropertyDefinition[],
): Promise<{ groupCreated: boolean; errors: BatchError[] }> {
	const groupCreated = await createPropertyGroup(client, PROPERTY_GROUP);
	return { groupCreated, errors: await createProperties(client, missing) };
}
