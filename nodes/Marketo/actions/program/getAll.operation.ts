import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { readLimit } from '../../../shared/node/limit';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { asObject, type JsonObject } from '../../../shared/transport/json';
import { readConnection } from '../../mapping/connection';
import { programRow, type ProgramRow } from '../../mapping/program';
import {
	needsTokens,
	passesByConnection,
	passesByRow,
	readFilters,
	type ProgramFilters,
} from '../../mapping/programFilters';
import { connectionFields, programFields } from '../../mapping/programItem';
import { programPages } from '../../transport/endpoints/programs';
import type { MarketoClient } from '../../transport/request';
import { clientOfRun } from '../programs/client';
import { readTokens } from '../programs/read';
import { getAllFields } from './getAllFields';

const AT_ONCE = 5;

export const description = updateDisplayOptions(
	{ show: { resource: ['program'], operation: ['getAll'] } },
	getAllFields,
);

/** Programs in Marketo's order, by what their rows and, where asked for, their tokens tell. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const limit = readLimit(this, itemIndex);
	const filters = readFilters(asObject(this.getNodeParameter('filters', itemIndex, {})));
	const options = asObject(this.getNodeParameter('options', itemIndex, {}));
	const simplify = this.getNodeParameter('simplify', itemIndex, true) !== false;
	const withTokens = options.withWebinar === true || needsTokens(filters);
	const client = await clientOfRun(this);
	const found: IDataObject[] = [];
	for await (const page of programPages(client)) {
		const rows = page.flatMap((raw) => {
			const row = programRow(raw);
			return row !== undefined && passesByRow(filters, row) ? [{ raw, row }] : [];
		});
		for (const batch of inBatches(rows, AT_ONCE)) {
			const items = await concurrently(
				batch,
				AT_ONCE,
				async (one) => await itemOf(client, one, { filters, simplify, withTokens }),
			);
			found.push(...items.filter((item) => item !== undefined));
			if (found.length >= limit) break;
		}
		if (found.length >= limit) break;
	}
	return [found.slice(0, limit).map((json) => ({ json, pairedItem: { item: itemIndex } }))];
}

/** undefined = its tokens say that it is not wanted. */
async function itemOf(
	client: MarketoClient,
	{ raw, row }: { raw: JsonObject; row: ProgramRow },
	ask: { filters: ProgramFilters; simplify: boolean; withTokens: boolean },
): Promise<IDataObject | undefined> {
	const shown = ask.simplify ? programFields(row) : (raw as IDataObject);
	if (!ask.withTokens) return shown;
	const connection = readConnection(await readTokens(client, row.id), row.id);
	if (!passesByConnection(ask.filters, connection)) return undefined;
	return { ...shown, ...connectionFields({ connection }) };
}
