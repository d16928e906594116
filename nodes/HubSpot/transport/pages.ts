import { asObject, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import type { HubSpotClient, HubSpotRequest } from './request';

/**
 * The rows of a list, page by page, as long as HubSpot names a next page. A cursor that comes again
 * ends it: a list must not go round.
 */
export async function* allPages(
	client: HubSpotClient,
	request: HubSpotRequest,
): AsyncGenerator<JsonObject> {
	const seen = new Set<string>();
	let query = { ...request.query };
	for (;;) {
		const page = await client.request({ ...request, query });
		yield* asObjects(page.results);
		const after = asText(asObject(asObject(page.paging).next).after);
		if (after === '' || seen.has(after)) return;
		seen.add(after);
		query = { ...query, after };
	}
}
