import { inBatches } from '../../shared/transport/batch';
import { activityOf, type Activity } from '../mapping/activity';
import { activityPage, pagingToken } from '../transport/endpoints/activities';
import type { MarketoClient } from '../transport/request';
import type { Stream } from './checkpoint';

/** Types that one call may ask for. */
const TYPES_OF_CALL = 10;
/** So that an execution stays of a size that n8n can handle. */
const MOST_AT_ONCE = 10_000;

export interface ReadOptions {
	/** Asset filter of Marketo, which it takes for a single type only. */
	programId?: number;
	/** Which activities are of use. */
	isWanted(activity: Activity): boolean;
	/** Epoch milliseconds; no further page is asked for afterwards. */
	deadline: number;
}

export interface Read {
	activities: Activity[];
	/** Those with pages left; empty = everything was read. */
	left: Stream[];
}

/**
 * Lists of the activity log from a moment on, one for each ten types.
 * @param since ISO 8601
 */
export async function openStreams(
	client: MarketoClient,
	typeIds: readonly number[],
	since: string,
): Promise<Stream[]> {
	const token = await pagingToken(client, since);
	return inBatches(typeIds, TYPES_OF_CALL).map((batch) => ({ typeIds: batch, token }));
}

/** Whether the lists are of these types; the user may have chosen others meanwhile. */
export function areOfTypes(streams: readonly Stream[], typeIds: readonly number[]): boolean {
	return streams.every((stream) => stream.typeIds.every((id) => typeIds.includes(id)));
}

/**
 * Reads on to the end, or until time is up; one page is read in any case, so that every poll comes
 * further. A page may be empty and still not be the last one, and a token comes with the last one too.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/paging-tokens
 */
export async function readStreams(
	client: MarketoClient,
	streams: readonly Stream[],
	{ programId, isWanted, deadline }: ReadOptions,
): Promise<Read> {
	const activities: Activity[] = [];
	let pages = 0;
	for (const [index, { typeIds, token: first }] of streams.entries()) {
		let token = first;
		while (token !== '') {
			const isEnough = Date.now() >= deadline || activities.length >= MOST_AT_ONCE;
			if (pages > 0 && isEnough) {
				return { activities, left: [{ typeIds, token }, ...streams.slice(index + 1)] };
			}
			const page = await activityPage(client, {
				activityTypeIds: typeIds,
				nextPageToken: token,
				...(programId !== undefined && typeIds.length === 1 && { assetIds: [programId] }),
			});
			pages += 1;
			activities.push(...page.result.flatMap((row) => activityOf(row) ?? []).filter(isWanted));
			// A token that leads nowhere would be followed for ever.
			token = page.moreResult && page.nextPageToken !== token ? page.nextPageToken : '';
		}
	}
	return { activities, left: [] };
}
