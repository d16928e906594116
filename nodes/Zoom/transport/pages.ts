import { asObject, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { zoomRequest, type ZoomContext, type ZoomRequest } from './request';

/** Zoom's maximum; its default would be 30. */
export const PAGE_SIZE = 300;

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
	const seen = new Set<string>();
	let token = '';
	do {
		const body = asObject(
			await zoomRequest(context, {
				...request,
				qs: { ...request.qs, page_size: PAGE_SIZE, ...(token && { next_page_token: token }) },
			}),
		);
		yield asObjects(body[property]);
		token = asText(body.next_page_token);
		// A token that comes twice would never end.
		if (seen.has(token)) return;
		seen.add(token);
	} while (token !== '');
}

/** All rows at once. */
export async function zoomRows(
	context: ZoomContext,
	request: ZoomRequest,
	property: string,
): Promise<JsonObject[]> {
	const rows: JsonObject[] = [];
	for await (const page of zoomPages(context, request, property)) rows.push(...page);
	return rows;
}
