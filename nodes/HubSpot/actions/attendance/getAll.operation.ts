import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { readLimit } from '../../../shared/node/limit';
import { asArray, asText, type JsonObject } from '../../../shared/transport/json';
import { attendanceStateOf, toParticipants } from '../../mapping/participant';
import { isNotFound } from '../../transport/errors';
import {
	participationRows,
	readCounters,
	type ParticipationSource,
} from '../../transport/participations';
import { createClient, type HubSpotClient } from '../../transport/request';
import { getAllFields } from './getAllFields';
import { noSuch, readAsked } from './participationSource';

export const description = updateDisplayOptions(
	{ show: { resource: ['attendance'], operation: ['getAll'] } },
	getAllFields,
);

/** What HubSpot holds of a webinar or a person: counts, people by state, or both. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const client = await createClient(this);
	const { source, name, event } = await readAsked(this, itemIndex, client);
	const wanted =
		'contact' in source ? 'people' : this.getNodeParameter('participationReturn', itemIndex);
	const read = async (): Promise<IDataObject[]> => {
		const people = wanted === 'counts' ? [] : await readPeople(this, itemIndex, client, source);
		if (wanted === 'people' || 'contact' in source) return people;
		const counted = { ...(await readCounters(client, source)), marketingEvent: event };
		return [wanted === 'both' ? { ...counted, people } : counted];
	};
	const items = await read().catch((error: unknown) => {
		if (isNotFound(error)) throw noSuch(name);
		throw error;
	});
	return [items.map((json) => ({ json, pairedItem: { item: itemIndex } }))];
}

async function readPeople(
	context: IExecuteFunctions,
	itemIndex: number,
	client: HubSpotClient,
	source: ParticipationSource,
): Promise<IDataObject[]> {
	const limit = readLimit(context, itemIndex);
	const states = asArray(context.getNodeParameter('states', itemIndex, [])).map(asText);
	// HubSpot filters by one state only.
	const [only, ...others] = states;
	const state = others.length === 0 ? only : undefined;
	const rows: JsonObject[] = [];
	for await (const row of participationRows(client, source, { state })) {
		if (states.length === 0 || states.includes(attendanceStateOf(row))) rows.push(row);
		if (rows.length >= limit) break;
	}
	const isRaw = context.getNodeParameter('simple', itemIndex, true) === false;
	return isRaw ? (rows as IDataObject[]) : toParticipants(rows);
}
