import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { asNumber, asText } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import { ME } from '../descriptions/hostLocator';
import { chosenCredential } from '../transport/credential';
import { getHostWebinars } from '../transport/endpoints/webinars';
import { sessionsBetween } from '../transport/history';
import { isForbidden } from '../transport/permitted';
import { FOUR_WEEKS_MS, webinarEntries } from './entries';

/** Zoom keeps participants for six months. */
const WINDOWS = 6;

/**
 * Webinars that ended, newest first; each further page looks four weeks further back. Apps of single
 * users may not read the account's history: they get those of whoever signed in that have not expired.
 */
export async function pastWebinars(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const ofAccount = fromHistory(this, filter, asNumber(paginationToken) ?? 0);
	if (chosenCredential(this.getNode()) !== 'zoomWebinarOAuth2Api') return await ofAccount;
	return (await unless(isForbidden, ofAccount)) ?? (await ofMyself(this, filter));
}

/** Weeks without a match are passed over: the editor takes an empty page for an empty list. */
async function fromHistory(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	first: number,
): Promise<INodeListSearchResult> {
	const now = Date.now();
	let window = first;
	let results: INodeListSearchItems[] = [];
	for (; results.length === 0 && window < WINDOWS; window += 1) {
		const to = now - window * FOUR_WEEKS_MS;
		const rows = await sessionsBetween(context, to - FOUR_WEEKS_MS, to);
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

async function ofMyself(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
): Promise<INodeListSearchResult> {
	const rows = await getHostWebinars(context, ME, 'scheduled', false);
	const begun = rows
		.map(({ id, topic, start_time }) => ({
			id: asText(id),
			topic: asText(topic),
			start: asText(start_time),
		}))
		.filter(({ start }) => start === '' || Date.parse(start) <= Date.now())
		.sort((a, b) => b.start.localeCompare(a.start));
	return { results: webinarEntries(begun, filter) };
}
