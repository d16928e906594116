import type { JsonObject } from '../../shared/transport/json';
import { ASSET_PAGE_SIZE, BATCH_SIZE } from './limits';
import type { MarketoAnswer, MarketoClient, MarketoRequest } from './request';

/** A vendor that hands out the same token for ever must not keep an execution for ever. */
const MOST_PAGES = 10_000;

/**
 * The pages of a list of the lead database, by page token. A page may hold fewer rows than asked for,
 * even none, and still not be the last one.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/paging-tokens
 */
export async function* leadPages(
	client: MarketoClient,
	request: MarketoRequest,
): AsyncGenerator<JsonObject[], void, undefined> {
	let nextPageToken: string | undefined;
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const answer: MarketoAnswer = await client.request({
			...request,
			query: { ...request.query, batchSize: BATCH_SIZE, nextPageToken },
		});
		yield answer.result;
		const isLast = answer.nextPageToken === '' || answer.nextPageToken === nextPageToken;
		// Some lists have no `moreResult` and end without a token.
		if (isLast || (!answer.moreResult && answer.result.length < BATCH_SIZE)) return;
		nextPageToken = answer.nextPageToken;
	}
}

/**
 * The pages of a list of the asset API, by offset. There is no total count: the page that is not
 * full is the last one.
 */
export async function* assetPages(
	client: MarketoClient,
	request: MarketoRequest,
): AsyncGenerator<JsonObject[], void, undefined> {
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const { result } = await client.request({
			...request,
			query: { ...request.query, maxReturn: ASSET_PAGE_SIZE, offset: page * ASSET_PAGE_SIZE },
		});
		yield result;
		if (result.length < ASSET_PAGE_SIZE) return;
	}
}

/** All rows at once. */
export async function allRows(pages: AsyncIterable<JsonObject[]>): Promise<JsonObject[]> {
	const rows: JsonObject[] = [];
	for await (const page of pages) for (const row of page) rows.push(row);
	return rows;
}
