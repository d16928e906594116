import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { asNumber, asText } from '../../shared/transport/json';
import { sessionsBetween } from '../transport/history';
import { FOUR_WEEKS_MS, webinarEntries } from './entries';

/** Zoom keeps participants for six months. */
const WINDOWS = 6;

/**
 * Webinars that ended, newest first; each further page looks four weeks further back. Weeks without
 * a match are passed over: the editor takes an empty page for an empty list.
 */
export async function pastWebinars(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const now = Date.now();
	let window = asNumber(paginationToken) ?? 0;
	let results: INodeListSearchItems[] = [];
	for (; results.length === 0 && window < WINDOWS; window += 1) {
		const to = now - window * FOUR_WEEKS_MS;
		const rows = await sessionsBetween(this, to - FOUR_WEEKS_MS, to);
		// A recurring webinar has many runs; the locator picks the webinar, so its latest run stands for it.
		const runs = rows.map(({ meeting_id, topic, start_time }) => ({
			id: asText(meeting_id),
			topic: asText(topic),
			start: asText(start_time),
		}));
		results = webinarEntries(runs, filter);
	}
	return { results, ...(window < WINDOWS && { paginationToken: String(window) }) };
}
