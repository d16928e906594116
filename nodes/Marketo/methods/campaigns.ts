import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { toNodeError } from '../../shared/node/errors';
import type { JsonObject } from '../../shared/transport/json';
import { campaignOf } from '../mapping/campaign';
import { requestableCampaigns } from '../transport/endpoints/campaigns';
import { createClient, type MarketoClient } from '../transport/request';

/** Pages that one search of the list reads before it lets the user wait no longer. */
const PAGES_AT_ONCE = 10;

/** Smart campaigns that can be requested and whose name, program or ID contains what was typed. */
export async function searchCampaigns(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await createClient(this)
		.then(async (client) => await search(client, filter, paginationToken))
		.catch(async (error: unknown) => await Promise.reject(toNodeError(this.getNode(), error)));
}

async function search(
	client: MarketoClient,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	let token = paginationToken;
	for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
		const { result, nextPageToken } = await requestableCampaigns(client, token);
		const results = campaignEntries(result, filter);
		const isLast = nextPageToken === '' || nextPageToken === token || result.length === 0;
		if (isLast) return { results };
		if (results.length > 0) return { results, paginationToken: nextPageToken };
		token = nextPageToken;
	}
	return { results: [], paginationToken: token };
}

function campaignEntries(
	rows: readonly JsonObject[],
	filter: string | undefined,
): INodeListSearchItems[] {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return rows.flatMap((row) => {
		const campaign = campaignOf(row);
		if (campaign === undefined) return [];
		const { id, name, programName } = campaign;
		const shown = programName === '' ? name : `${name} (${programName})`;
		return `${shown} ${id}`.toLowerCase().includes(wanted)
			? [{ name: shown, value: String(id) }]
			: [];
	});
}
