import { inBatches } from '../../shared/transport/batch';
import { asObject, asObjects, asText } from '../../shared/transport/json';
import { batchErrors, type BatchError } from './batchAnswer';
import { readEngagements } from './engagements';
import { BATCH_SIZE } from './limits';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

export interface NoteInput {
	/** Unique within the batch. */
	traceId: string;
	contactId: string;
	/** ISO 8601 UTC, where the note stands in the timeline. */
	at: string;
	html: string;
}

/** Association of a note with a contact, HubSpot's own type. */
const NOTE_TO_CONTACT = 202;

/** Most records of one call that reads associations. */
const MAX_READ = 1_000;

/**
 * Makes at most 100 notes, each on its contact. A note has no natural key: when the answer is lost
 * they are looked for, never sent again.
 * https://developers.hubspot.com/docs/api-reference/crm-notes-v3/guide
 * @returns record IDs by trace id
 * @throws VendorError with reason `uncertain` when the answer was lost
 */
export async function createNotes(
	client: HubSpotClient,
	inputs: readonly NoteInput[],
): Promise<{ ids: Map<string, string>; errors: BatchError[] }> {
	const answer = await client.request({
		path: `${pathOf('notes')}/batch/create`,
		body: {
			inputs: inputs.map(({ traceId, contactId, at, html }) => ({
				properties: { hs_timestamp: at, hs_note_body: html },
				associations: [
					{
						to: { id: contactId },
						types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: NOTE_TO_CONTACT }],
					},
				],
				objectWriteTraceId: traceId,
			})),
		},
		write: 'createNotes',
		what: 'to create notes',
	});
	const results = asObjects(answer.results);
	return {
		ids: new Map(results.map((one) => [asText(one.objectWriteTraceId), asText(one.id)])),
		errors: batchErrors(answer),
	};
}

/**
 * The notes of contacts, with their text.
 * https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide
 */
export async function notesOf(
	client: HubSpotClient,
	contactIds: readonly string[],
): Promise<Map<string, Array<{ id: string; html: string }>>> {
	const noteIds = new Map<string, string[]>();
	for (const batch of inBatches(contactIds, MAX_READ)) {
		let inputs: Array<{ id: string; after?: string }> = batch.map((id) => ({ id }));
		while (inputs.length > 0) inputs = await readPage(client, inputs, noteIds);
	}
	const texts = new Map<string, string>();
	for (const batch of inBatches([...new Set([...noteIds.values()].flat())], BATCH_SIZE)) {
		for (const { id, properties } of await readEngagements(client, 'notes', batch, [
			'hs_note_body',
		])) {
			texts.set(id, properties.hs_note_body ?? '');
		}
	}
	return new Map(
		[...noteIds].map(([contactId, ids]) => [
			contactId,
			ids.map((id) => ({ id, html: texts.get(id) ?? '' })),
		]),
	);
}

/** @returns the contacts that have more, with where to go on */
async function readPage(
	client: HubSpotClient,
	inputs: ReadonlyArray<{ id: string; after?: string }>,
	found: Map<string, string[]>,
): Promise<Array<{ id: string; after: string }>> {
	const answer = await client.request({
		method: 'POST',
		path: pathOf('associations', 'contacts', 'notes', 'batch', 'read'),
		body: { inputs: [...inputs] },
		what: 'to read the notes of contacts',
	});
	return asObjects(answer.results).flatMap(({ from, to, paging }) => {
		const id = asText(asObject(from).id);
		const ids = asObjects(to).map(({ toObjectId }) => asText(toObjectId));
		const before = found.get(id) ?? [];
		const fresh = ids.filter((one) => !before.includes(one));
		found.set(id, [...before, ...fresh]);
		const after = asText(asObject(asObject(paging).next).after);
		// A list must not go round.
		return after === '' || fresh.length === 0 ? [] : [{ id, after }];
	});
}
