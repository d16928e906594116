import { attempt } from '../../shared/transport/attempt';
import { asObject, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import type { PropertyDefinition, PropertyGroup } from '../mapping/definitions';
import { batchErrors, type BatchError } from './batchAnswer';
import { isNotFound } from './errors';
import type { HubSpotClient } from './request';
import { vendorCodes } from './vendorWords';
import { pathOf } from './versions';

/** Whose properties. */
export type PropertyObject = 'contact' | 'marketingEvent';

const APIS = { contact: 'properties', marketingEvent: 'eventProperties' } as const;

const WORDS: Record<PropertyObject, string> = {
	contact: 'contact properties',
	marketingEvent: 'properties of marketing events',
};

/** A property as the account holds it. */
export interface HeldProperty {
	name: string;
	/** Users may have changed it. */
	label: string;
	type: string;
	/** Empty where HubSpot does not say. */
	fieldType: string;
	/** Its values cannot be set by API. */
	readOnly: boolean;
}

/**
 * Those of the named properties that exist; at most 100 names.
 * https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide
 * @param archived those in HubSpot's archive instead
 */
export async function readProperties(
	client: HubSpotClient,
	object: PropertyObject,
	names: readonly string[],
	archived = false,
): Promise<HeldProperty[]> {
	const rows = await readPropertyRows(client, object, names, archived);
	return rows.map((result) => ({
		name: asText(result.name),
		label: asText(result.label),
		type: asText(result.type),
		fieldType: asText(result.fieldType),
		readOnly: isReadOnly(result),
	}));
}

/** The same as HubSpot answers them. */
export async function readPropertyRows(
	client: HubSpotClient,
	object: PropertyObject,
	names: readonly string[],
	archived = false,
): Promise<JsonObject[]> {
	const answer = await client.request({
		method: 'POST',
		path: `${pathOf(APIS[object])}/batch/read`,
		body: { archived, inputs: names.map((name) => ({ name })) },
		what: `to read the ${WORDS[object]}`,
	});
	return asObjects(answer.results);
}

/** Whether its values cannot be set by API. */
export function isReadOnly({ modificationMetadata, calculated }: JsonObject): boolean {
	return asObject(modificationMetadata).readOnlyValue === true || calculated === true;
}

/** Whether the account has a property group of this name, whatever its label. */
export async function hasPropertyGroup(
	client: HubSpotClient,
	object: PropertyObject,
	name: string,
): Promise<boolean> {
	const request = client.request({
		path: pathOf(APIS[object], 'groups', name),
		what: 'to read the property group',
	});
	return (await unless(isNotFound, request)) !== undefined;
}

/** @returns false when a group of this name was there already; its label stays as it is */
export async function createPropertyGroup(
	client: HubSpotClient,
	object: PropertyObject,
	group: PropertyGroup,
): Promise<boolean> {
	const attempted = await attempt(
		client.request({
			path: `${pathOf(APIS[object])}/groups`,
			body: { ...group, displayOrder: -1 },
			write: 'createPropertyGroup',
			what: 'to create the property group',
		}),
	);
	if (attempted.ok) return true;
	const { status, body } = attempted.error.details;
	if (status === 409 || isThere(vendorCodes(body))) return false;
	throw attempted.error;
}

/** Creates properties; one that another process has made meanwhile is no error. */
export async function createProperties(
	client: HubSpotClient,
	object: PropertyObject,
	definitions: readonly PropertyDefinition[],
): Promise<BatchError[]> {
	const answer = await client.request({
		path: `${pathOf(APIS[object])}/batch/create`,
		body: { inputs: definitions.map((definition) => ({ ...definition })) },
		write: 'createProperties',
		what: `to create the ${WORDS[object]}`,
	});
	return batchErrors(answer).filter(({ codes }) => !isThere(codes));
}

/**
 * Whether it was refused because the account has as many custom properties as its plan allows.
 * HubSpot documents no code for it, so its words are read as well.
 * https://knowledge.hubspot.com/properties/create-and-edit-properties
 */
export function isPropertyLimit({ codes, message }: BatchError): boolean {
	const words = [...codes, message].join(' ');
	return /limit|maximum/i.test(words) && /propert/i.test(words);
}

function isThere(codes: readonly string[]): boolean {
	return codes.includes('OBJECT_ALREADY_EXISTS');
}
