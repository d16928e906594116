import { asNumber } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import type { VendorError } from '../../shared/transport/vendorError';
import { adobeError } from './errors';
import { MOST_ROWS, PAGE_SIZE } from './limits';
import type { AdobeClient, AdobeRequest } from './request';
import { toldCode } from './told';
import { childrenOf, NOTHING, type XmlElement } from '../xml/element';

export interface RowsRequest extends AdobeRequest {
	/** Names from `<results>` to the rows, e.g. `scos`, `sco`; the first path that is there counts. */
	path: readonly string[];
	/**
	 * The field by which the server sorts, one that no two rows share: without a sort, pages may repeat
	 * rows and leave others out.
	 * https://helpx.adobe.com/adobe-connect/webservices/filter-definition.html
	 */
	sortBy: string;
	/** Default ascending. */
	descending?: boolean;
	/** Default 1000. */
	pageSize?: number;
}

/**
 * All rows of an action, page by page. Nothing found is no rows. Where the server says that a page is
 * too large, it is asked for again in the size that it allows.
 * @throws VendorError as `call` does
 */
export async function* rowsOf(
	client: AdobeClient,
	{ path, sortBy, descending, pageSize = PAGE_SIZE, ...request }: RowsRequest,
): AsyncGenerator<XmlElement, void, undefined> {
	let size = pageSize;
	let before = '';
	for (let start = 0; ;) {
		const page = await readPage(client, {
			...request,
			parameters: [
				...(request.parameters ?? []),
				[`sort-${sortBy}`, descending === true ? 'desc' : 'asc'],
				['filter-start', start],
				['filter-rows', size],
			],
		});
		if (typeof page === 'number') {
			size = page;
			continue;
		}
		const rows = childrenOf(page, ...path);
		const first = JSON.stringify(rows[0] ?? null);
		// A server that does not know pages sends the first one for ever.
		if (rows.length === 0 || (start > 0 && first === before)) return;
		yield* rows;
		if (!isFull(rows.length, size)) return;
		before = first;
		start += rows.length;
		if (start >= MOST_ROWS) throw withoutEnd(request.what);
	}
}

/**
 * Whether there may be more: the page holds what was asked for, or a round number less, as of a server that
 * has a limit of its own and does not say so. More than was asked for is everything.
 */
function isFull(rows: number, asked: number): boolean {
	return rows === asked || (rows < asked && rows % 10 === 0);
}

function withoutEnd(what: string): VendorError {
	return adobeError({
		status: 200,
		code: '',
		message: `Adobe Connect sends more than ${MOST_ROWS} rows (${what})`,
		repair: 'Ask for fewer at once',
		reason: 'vendorRejected',
	});
}

/** The page, or the number of rows that the server would give instead. */
async function readPage(client: AdobeClient, request: AdobeRequest): Promise<XmlElement | number> {
	let size: number | undefined;
	const page = await unless((error) => {
		if (toldCode(error, 'operation-size-error')) size = allowed(error, request);
		return size !== undefined || toldCode(error, 'no-data');
	}, client.call(request));
	return page ?? size ?? NOTHING;
}

/** undefined = a page of one row is too large already. */
function allowed({ details }: VendorError, { parameters = [] }: AdobeRequest): number | undefined {
	const asked = asNumber(parameters[parameters.length - 1]?.[1]) ?? PAGE_SIZE;
	if (asked <= 1) return undefined;
	const told = asNumber(details.code.split('/')[1]);
	return told !== undefined && told >= 1 && told < asked ? Math.floor(told) : Math.floor(asked / 2);
}

/** All of them in a list, for what is never long. */
export async function allRows(rows: AsyncIterable<XmlElement>): Promise<XmlElement[]> {
	const all: XmlElement[] = [];
	for await (const row of rows) all.push(row);
	return all;
}
