import type { IDataObject } from 'n8n-workflow';

import { asObjects, asText, type JsonObject } from '../../shared/transport/json';
import type { ContactRecord } from '../mapping/wire';
import { batchErrors, toRecord, type BatchError } from './batchAnswer';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

export interface ContactInput {
	/** Unique within the batch: makes HubSpot answer record by record instead of all or nothing. */
	traceId: string;
	properties: Record<string, string>;
}

export interface WrittenContacts {
	results: ContactRecord[];
	errors: BatchError[];
}

interface ReadBy {
	idProperty?: 'email';
	/** Deleted within the last 90 days. */
	archived?: boolean;
}

/**
 * At most 100 contacts by id or by address. An address is found as secondary one too, the answer is
 * in no order and does not say which input it answers; unknown ones are simply not in it.
 * https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/batch/post-crm-v3-objects-contacts-batch-read
 */
export async function readContacts(
	client: HubSpotClient,
	ids: readonly string[],
	properties: readonly string[],
	by: ReadBy = {},
): Promise<ContactRecord[]> {
	const body: IDataObject = {
		properties: [...properties],
		propertiesWithHistory: [],
		inputs: ids.map((id) => ({ id })),
	};
	if (by.idProperty !== undefined) body.idProperty = by.idProperty;
	const answer = await client.request({
		method: 'POST',
		path: `${pathOf('contacts')}/batch/read`,
		query: { archived: by.archived === true },
		body,
		what: by.archived === true ? 'to look up deleted contacts' : 'to read contacts',
	});
	return recordsOf(answer);
}

/** Creates at most 100 contacts; those that cannot be are in `errors`, by trace id. */
export async function createContacts(
	client: HubSpotClient,
	inputs: readonly ContactInput[],
): Promise<WrittenContacts> {
	const answer = await client.request({
		path: `${pathOf('contacts')}/batch/create`,
		body: {
			inputs: inputs.map(({ traceId, properties }) => ({
				properties,
				associations: [],
				objectWriteTraceId: traceId,
			})),
		},
		write: 'createContacts',
		what: 'to create contacts',
	});
	return { results: recordsOf(answer), errors: batchErrors(answer) };
}

/** Sets properties of at most 100 contacts by id; an empty text clears a property. */
export async function updateContacts(
	client: HubSpotClient,
	inputs: ReadonlyArray<ContactInput & { id: string }>,
): Promise<WrittenContacts> {
	const answer = await client.request({
		path: `${pathOf('contacts')}/batch/update`,
		body: {
			inputs: inputs.map(({ id, traceId, properties }) => ({
				id,
				properties,
				objectWriteTraceId: traceId,
			})),
		},
		write: 'updateContacts',
		what: 'to update contacts',
	});
	return { results: recordsOf(answer), errors: batchErrors(answer) };
}

function recordsOf(answer: JsonObject): ContactRecord[] {
	return asObjects(answer.results).map((result) => ({
		...toRecord(result),
		traceId: asText(result.objectWriteTraceId),
	}));
}
