import { explain } from '../../shared/model/reasons';
import { asObject, asObjects, asText } from '../../shared/transport/json';
import { VendorError } from '../../shared/transport/vendorError';
import { batchErrors, toRecord, type HeldRecord } from './batchAnswer';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/** Activities of contacts that this package makes. */
export type EngagementKind = 'calls' | 'notes';

export type Engagement = HeldRecord;

const NOUNS = { calls: 'call', notes: 'note' } as const;
const PAGE = 200;

/**
 * Makes one call or note. It has no natural key: when the answer is lost it is looked for, never
 * sent again.
 * https://developers.hubspot.com/docs/api-reference/crm-calls-v3/guide
 * @returns its record ID
 * @throws VendorError with reason `uncertain` when the answer was lost
 */
export async function createEngagement(
	client: HubSpotClient,
	kind: EngagementKind,
	properties: Record<string, string>,
): Promise<string> {
	const answer = await client.request({
		path: pathOf(kind),
		body: { properties, associations: [] },
		write: kind === 'calls' ? 'createCalls' : 'createNotes',
		what: `to create a ${NOUNS[kind]}`,
	});
	return asText(answer.id);
}

/**
 * Sets properties of one call.
 * @throws VendorError when HubSpot refuses them, which it can do with a 207 too
 */
export async function updateCall(
	client: HubSpotClient,
	id: string,
	properties: Record<string, string>,
): Promise<void> {
	const answer = await client.request({
		path: `${pathOf('calls')}/batch/update`,
		body: { inputs: [{ id, properties }] },
		write: 'updateCalls',
		what: 'to update the call',
	});
	const refused = batchErrors(answer)[0];
	if (refused === undefined) return;
	throw new VendorError({
		vendor: 'hubspot',
		status: 207,
		code: refused.codes[0] ?? '',
		message: `HubSpot refused to update the call: ${refused.message}`,
		repair: explain('vendorRejected').repair,
		reason: 'vendorRejected',
	});
}

/** Those of the records that exist; deleted ones are not in it. */
export async function readEngagements(
	client: HubSpotClient,
	kind: EngagementKind,
	ids: readonly string[],
	properties: readonly string[],
): Promise<Engagement[]> {
	const answer = await client.request({
		method: 'POST',
		path: `${pathOf(kind)}/batch/read`,
		body: {
			properties: [...properties],
			propertiesWithHistory: [],
			inputs: ids.map((id) => ({ id })),
		},
		what: `to read the ${NOUNS[kind]}s`,
	});
	return asObjects(answer.results).map(toRecord);
}

/**
 * Activities of exactly this moment. The index lags seconds behind what was written.
 * https://developers.hubspot.com/docs/api-reference/search/guide
 * @param at ISO 8601
 */
export async function findEngagements(
	client: HubSpotClient,
	kind: EngagementKind,
	at: string,
	properties: readonly string[],
): Promise<Engagement[]> {
	const found: Engagement[] = [];
	const value = String(Date.parse(at));
	const filters = [{ propertyName: 'hs_timestamp', operator: 'EQ', value }];
	for (let after = ''; ;) {
		const answer = await client.request({
			method: 'POST',
			path: `${pathOf(kind)}/search`,
			body: {
				filterGroups: [{ filters }],
				properties: [...properties],
				limit: PAGE,
				...(after !== '' && { after }),
			},
			what: `to look for ${NOUNS[kind]}s`,
		});
		found.push(...asObjects(answer.results).map(toRecord));
		const next = asText(asObject(asObject(answer.paging).next).after);
		if (next === '' || next === after) return found;
		after = next;
	}
}
