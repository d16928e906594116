import { asObject, asObjects, asText } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import { batchErrors } from './batchAnswer';
import type { EngagementKind } from './engagements';
import { isNotFound } from './errors';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** Most associations of one call. https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide */
export const ASSOCIATIONS = 2_000;

/** Contacts that the call or note is associated with, all pages. */
export async function associatedContacts(
	client: HubSpotClient,
	kind: EngagementKind,
	id: string,
): Promise<Set<string>> {
	const found = new Set<string>();
	const seen = new Set<string>();
	for (let after = ''; ;) {
		const input = after === '' ? { id } : { id, after };
		const answer = await unless(
			isNotFound,
			client.request({
				method: 'POST',
				path: pathOf('associations', kind, 'contacts', 'batch', 'read'),
				body: { inputs: [input] },
				what: 'to read the associations',
			}),
		);
		const result = asObjects(asObject(answer).results)[0];
		for (const { toObjectId } of asObjects(asObject(result).to)) found.add(asText(toObjectId));
		after = asText(asObject(asObject(asObject(result).paging).next).after);
		if (after === '' || seen.has(after)) return found;
		seen.add(after);
	}
}

/**
 * Associates a call or note with contacts by HubSpot's own unlabelled type (call to contact 194,
 * note to contact 202); at most `ASSOCIATIONS`. What is associated already stays so.
 * @returns what HubSpot says of those it could not associate, one entry each
 */
export async function associateContacts(
	client: HubSpotClient,
	kind: EngagementKind,
	id: string,
	contactIds: readonly string[],
): Promise<string[]> {
	const answer = await client.request({
		path: pathOf('associations', kind, 'contacts', 'batch', 'associate', 'default'),
		body: { inputs: contactIds.map((contactId) => ({ from: { id }, to: { id: contactId } })) },
		write: 'associate',
		what: 'to associate contacts',
	});
	return batchErrors(answer).map(({ message }) => message);
}
