import { asObject, asObjects, asText } from '../../shared/transport/json';
import type { PropertyDefinition, PropertyGroup } from '../mapping/definitions';
import { attempt } from './attempt';
import { batchErrors, type BatchError } from './batchAnswer';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** A contact property as the account holds it. */
export interface HeldProperty {
	name: string;
	type: string;
	/** Its values cannot be set by API. */
	readOnly: boolean;
}

/** Those of the named contact properties that exist. */
export async function readProperties(
	client: HubSpotClient,
	names: readonly string[],
): Promise<HeldProperty[]> {
	const answer = await client.request({
		method: 'POST',
		path: `${pathOf('properties')}/batch/read`,
		body: { archived: false, inputs: names.map((name) => ({ name })) },
		what: 'to read the contact properties',
	});
	return asObjects(answer.results).map((result) => ({
		name: asText(result.name),
		type: asText(result.type),
		readOnly: asObject(result.modificationMetadata).readOnlyValue === true,
	}));
}

/** @returns false when the group was there already */
export async function createPropertyGroup(
	client: HubSpotClient,
	group: PropertyGroup,
): Promise<boolean> {
	const attempted = await attempt(
		client.request({
			path: `${pathOf('properties')}/groups`,
			body: { ...group, displayOrder: -1 },
			write: 'createPropertyGroup',
			what: 'to create the property group',
		}),
	);
	if (attempted.ok) return true;
	if (attempted.error.details.status === 409) return false;
	throw attempted.error;
}

/** Creates properties; one that another process has made meanwhile is no error. */
export async function createProperties(
	client: HubSpotClient,
	definitions: readonly PropertyDefinition[],
): Promise<BatchError[]> {
	const answer = await client.request({
		path: `${pathOf('properties')}/batch/create`,
		body: { inputs: definitions.map((definition) => ({ ...definition })) },
		write: 'createProperties',
		what: 'to create the contact properties',
	});
	return batchErrors(answer).filter(({ codes }) => !codes.includes('OBJECT_ALREADY_EXISTS'));
}
