import { attempt } from '../../../shared/transport/attempt';
import type { VendorError } from '../../../shared/transport/vendorError';
import {
	PROPERTY_DEFINITIONS,
	PROPERTY_GROUP,
	type PropertyDefinition,
} from '../../mapping/definitions';
import { EVENT_PROPERTY_DEFINITIONS } from '../../mapping/eventDefinitions';
import type { BatchError } from '../../transport/batchAnswer';
import {
	createProperties,
	createPropertyGroup,
	isPropertyLimit,
	readProperties,
	type HeldProperty,
	type PropertyObject,
} from '../../transport/properties';
import type { HubSpotClient } from '../../transport/request';
import { sendSplitting } from '../../transport/sendSplitting';
import { vendorCodes } from '../../transport/vendorWords';

/** What this package writes, by the object whose properties they are. */
export const DEFINITIONS: Record<PropertyObject, readonly PropertyDefinition[]> = {
	contact: PROPERTY_DEFINITIONS,
	marketingEvent: EVENT_PROPERTY_DEFINITIONS,
};

export interface Inspected {
	/** Names of ours that exist. */
	held: string[];
	missing: PropertyDefinition[];
	/** Those that exist and cannot be written, each with why. */
	unusable: string[];
}

/** How our properties stand in the account; reads only, one call. */
export async function inspectProperties(
	client: HubSpotClient,
	object: PropertyObject = 'contact',
): Promise<Inspected> {
	const definitions = DEFINITIONS[object];
	const names = definitions.map(({ name }) => name);
	const found = await readProperties(client, object, names);
	const held = new Map(found.map((property) => [property.name, property]));
	return {
		held: names.filter((name) => held.has(name)),
		missing: definitions.filter(({ name }) => !held.has(name)),
		unusable: definitions.flatMap((definition) => {
			const property = held.get(definition.name);
			return property === undefined ? [] : (faultOf(definition, property)?.message ?? []);
		}),
	};
}

export interface Fault {
	state: 'wrongType' | 'readOnly';
	message: string;
}

/** Text that a user turned into a longer or formatted field still takes our values. */
const TAKES: Record<PropertyDefinition['type'], readonly string[]> = {
	string: ['text', 'textarea', 'html'],
	number: ['number'],
};

/** Why a property that exists cannot take our values; null when it can. */
export function faultOf({ name, type }: PropertyDefinition, held: HeldProperty): Fault | null {
	if (held.type !== type) {
		return { state: 'wrongType', message: `${name} has the type ${held.type}, not ${type}` };
	}
	if (held.readOnly) return { state: 'readOnly', message: `${name} is read-only` };
	if (held.fieldType === '' || TAKES[type].includes(held.fieldType)) return null;
	const message = `${name} has the field type ${held.fieldType}, not ${TAKES[type].join(' or ')}`;
	return { state: 'wrongType', message };
}

/**
 * Creates the group, where it is missing, and the properties in it; one that HubSpot refuses does
 * not keep it from making the others.
 * @returns its refusals; `ids` names the properties
 * @throws VendorError for what concerns all of them, or is no matter of what they are
 */
export async function createMissing(
	client: HubSpotClient,
	missing: readonly PropertyDefinition[],
	object: PropertyObject = 'contact',
): Promise<{ groupCreated: boolean; errors: BatchError[] }> {
	const groupCreated = await createPropertyGroup(client, object, PROPERTY_GROUP);
	const errors: BatchError[] = [];
	const refuse = (part: readonly PropertyDefinition[], error: VendorError) => {
		if (error.details.status !== 400) throw error;
		errors.push(refusalOf(part, error));
	};
	const send = async (part: readonly PropertyDefinition[]) => {
		const attempted = await attempt(createProperties(client, object, part));
		if (attempted.ok) {
			errors.push(...attempted.value);
			return;
		}
		// Halves of a batch that is over the limit would be refused as well.
		if (!isPropertyLimit(refusalOf(part, attempted.error))) throw attempted.error;
		refuse(part, attempted.error);
	};
	await sendSplitting(missing, send, refuse);
	return { groupCreated, errors };
}

function refusalOf(
	part: readonly PropertyDefinition[],
	{ details, message }: VendorError,
): BatchError {
	const ids = part.map(({ name }) => name);
	return { traceIds: [], ids, existingId: '', codes: vendorCodes(details.body), message };
}
