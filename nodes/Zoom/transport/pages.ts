import {
	asNumber,
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import { VendorError } from '../../shared/transport/vendorError';
import { zoomRequest, type ZoomContext, type ZoomRequest } from './request';
import { isStalePageToken } from './told';

/** Zoom's maximum; its default would be 30. */
export const PAGE_SIZE = 300;

/** What one page is asked for with, besides the list's own query. */
export interface PageQuery {
	next_page_token?: string;
	page_number?: number;
}

/** Hears of the first page of a long list. */
export type FirstPage = (rows: readonly JsonObject[]) => void;

/** Reads one page of a list. */
export type PageReader = (page: PageQuery) => Promise<JsonObject>;

/**
 * All rows of a paged list, page by page. The token lives 15 minutes and belongs to the unchanged
 * query. https://developers.zoom.us/docs/api/using-zoom-apis/#pagination
 * @param property name of the array in the answer
 */
export async function* zoomPages(
	context: ZoomContext,
	request: ZoomRequest,
	property: string,
): AsyncGenerator<JsonObject[], void, undefined> {
	yield* pagesOf(
		async (page) =>
			asObject(
				await zoomRequest(context, {
					...request,
					qs: { ...request.qs, page_size: PAGE_SIZE, ...page },
				}),
			),
		property,
	);
}

/**
 * All rows at once.
 * @param begun told the first page while the others are being read
 */
export async function zoomRows(
	context: ZoomContext,
	request: ZoomRequest,
	property: string,
	begun?: FirstPage,
): Promise<JsonObject[]> {
	const rows: JsonObject[] = [];
	let pages = 0;
	for await (const page of zoomPages(context, request, property)) {
		pages += 1;
		if (pages === 1) begun?.(page);
		rows.push(...page);
	}
	return rows;
}

/**
 * The pages that a reader gives. Where a page token expires on the way, the list is read again from
 * its start, once; rows that were given before do not come a second time.
 * @throws VendorError when a token expires in the second reading too
 */
export async function* pagesOf(
	read: PageReader,
	property: string,
): AsyncGenerator<JsonObject[], void, undefined> {
	const given: JsonObject[][] = [];
	try {
		for await (const page of onePass(read, property)) {
			given.push(page);
			yield page;
		}
		return;
	} catch (error) {
		await unlessStale(error);
	}
	const known = new Counter(given);
	for await (const page of onePass(tellingTwice(read), property)) {
		yield page.filter((row) => !known.take(row));
	}
}

/**
 * By token where Zoom gives one, else by number: Zoom documents either for the list of a host's
 * webinars. A list that once gave a token ends with its last token; its page numbers then mean nothing.
 */
async function* onePass(
	read: PageReader,
	property: string,
): AsyncGenerator<JsonObject[], void, undefined> {
	const seen = new Set<string>();
	let page: PageQuery | undefined = {};
	let before = '';
	while (page !== undefined) {
		const body: JsonObject = await read(page);
		const rows = asObjects(body[property]);
		const first = JSON.stringify(rows[0] ?? null);
		// Whoever does not know page_number answers with the first page for ever.
		if (page.page_number !== undefined && first === before) return;
		before = first;
		yield rows;
		const token = asText(body.next_page_token);
		if (token !== '') {
			// A token that comes twice would never end.
			page = seen.has(token) ? undefined : { next_page_token: token };
			seen.add(token);
		} else page = seen.size > 0 ? undefined : nextNumber(body, rows);
	}
}

function nextNumber(body: JsonObject, rows: readonly JsonObject[]): PageQuery | undefined {
	const number = asNumber(body.page_number);
	const count = asNumber(body.page_count);
	if (number === undefined || count === undefined) return undefined;
	return rows.length > 0 && number < count ? { page_number: number + 1 } : undefined;
}

/** Rows that were given before, each as often as it was. */
class Counter {
	private readonly counts = new Map<string, number>();

	constructor(pages: ReadonlyArray<readonly JsonObject[]>) {
		for (const page of pages) {
			for (const row of page) {
				const text = JSON.stringify(row);
				this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
			}
		}
	}

	/** Whether the row was given; if so, once less from now on. */
	take(row: JsonObject): boolean {
		const text = JSON.stringify(row);
		const count = this.counts.get(text) ?? 0;
		this.counts.set(text, count - 1);
		return count > 0;
	}
}

async function unlessStale(error: unknown): Promise<void> {
	if (!isStalePageToken(error)) await Promise.reject(error);
}

function tellingTwice(read: PageReader): PageReader {
	return async (page) =>
		await read(page).catch((error: unknown) => {
			if (!isStalePageToken(error)) throw error;
			throw new VendorError({
				...error.details,
				message: `Zoom gave up on a long list twice while it was read. ${error.message}`,
				repair: 'Run again when Zoom answers faster; a page must be asked for within 15 minutes',
				reason: 'temporarilyUnavailable',
				failure: { cause: 'temporarily-unavailable' },
			});
		});
}
