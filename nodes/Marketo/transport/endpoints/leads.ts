import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../../shared/transport/json';
import { rowAnswers, type RowAnswer } from '../../mapping/rowAnswer';
import { leadPages } from '../pages';
import type { MarketoClient } from '../request';

/** How people are written who may or may not be there. */
export interface LeadSync {
	/** `createOnly` leaves people alone who are there; their rows say 1005. */
	action: 'createOrUpdate' | 'createOnly' | 'updateOnly';
	lookupField: 'email' | 'id';
	/** Empty = Marketo decides. */
	partition: string;
}

/**
 * Creates or updates at most 300 people in one call. The same key must not be in two calls at once:
 * Marketo would create it twice.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads#create-and-update
 * @param input REST field names -> values
 * @returns an answer per record, in their order
 */
export async function syncLeads(
	client: MarketoClient,
	{ action, lookupField, partition }: LeadSync,
	input: readonly IDataObject[],
): Promise<Array<RowAnswer | undefined>> {
	const { result } = await client.request({
		path: '/rest/v1/leads.json',
		json: {
			action,
			lookupField,
			...(partition !== '' && { partitionName: partition }),
			input: [...input],
		},
		write: action === 'createOnly' ? 'createLeads' : 'syncLeads',
		what: 'people',
		permission: 'Read-Write Person',
	});
	return rowAnswers(result, input.length);
}

/**
 * People by at most 300 values of a field. Several may share an address.
 * @param fields REST names of what is asked for; `id` always comes
 */
export function leadsBy(
	client: MarketoClient,
	filter: 'email' | 'id',
	values: ReadonlyArray<string | number>,
	fields: readonly string[],
): AsyncGenerator<JsonObject[], void, undefined> {
	return leadPages(client, {
		path: '/rest/v1/leads.json',
		query: {
			filterType: filter,
			filterValues: values.join(','),
			fields: ['id', ...fields].join(','),
		},
		what: 'people',
		permission: 'Read-Only Person',
	});
}

/** The fields of people, with their REST names, types and whether they can be written. */
export async function describeLeads(client: MarketoClient): Promise<JsonObject[]> {
	const { result } = await client.request({
		path: '/rest/v1/leads/describe.json',
		what: 'the fields of people',
		permission: 'Read-Only Person',
	});
	return result;
}
