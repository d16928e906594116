import type { IDataObject } from 'n8n-workflow';

import { inBatches } from '../../shared/transport/batch';
import { concurrently } from '../../shared/transport/concurrently';
import { asNumber } from '../../shared/transport/json';
import { readTokens } from '../actions/programs/read';
import type { Activity } from '../mapping/activity';
import { readConnection } from '../mapping/connection';
import { leadsBy } from '../transport/endpoints/leads';
import { BATCH_SIZE } from '../transport/limits';
import { allRows } from '../transport/pages';
import type { MarketoClient } from '../transport/request';

/**
 * The fields of the people of some activities, read once per person, 300 in a call. Who has been
 * deleted or merged since is missing.
 * @param fields REST names; none = nothing is read
 */
export async function peopleOf(
	client: MarketoClient,
	activities: readonly Activity[],
	fields: readonly string[],
): Promise<ReadonlyMap<number, IDataObject>> {
	const ids = fields.length === 0 ? [] : distinct(activities.map(({ leadId }) => leadId));
	const people = new Map<number, IDataObject>();
	for (const batch of inBatches(ids, BATCH_SIZE)) {
		for (const row of await allRows(leadsBy(client, 'id', batch, fields))) {
			const id = asNumber(row.id);
			if (id === undefined) continue;
			const values = fields.map((name): [string, unknown] => [name, row[name] ?? null]);
			people.set(id, Object.fromEntries(values) as IDataObject);
		}
	}
	return people;
}

/** The same without values, for a person who is not there any more. */
export function nobody(fields: readonly string[]): IDataObject {
	return Object.fromEntries(fields.map((name) => [name, null]));
}

/** The webinars that the programs of some activities are connected to; null where there is none. */
export async function webinarsOf(
	client: MarketoClient,
	activities: readonly Activity[],
): Promise<ReadonlyMap<number, IDataObject | null>> {
	const ids = distinct(activities.map(({ primaryId }) => primaryId));
	const webinars = await concurrently(ids, client.concurrency, async (id) => {
		const connection = readConnection(await readTokens(client, id), id);
		// The tokens of a clone name the webinar of another program.
		return connection === null || connection === 'cloned' ? null : { ...connection };
	});
	return new Map(ids.map((id, index) => [id, webinars[index] ?? null]));
}

function distinct(ids: ReadonlyArray<number | null>): number[] {
	return [...new Set(ids.flatMap((id) => id ?? []))];
}
