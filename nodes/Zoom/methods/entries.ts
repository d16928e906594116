import type { INodeListSearchItems } from 'n8n-workflow';

import { matches } from '../../shared/node/listSearch';

/** Zoom accepts one month between from and to; four weeks fit every month. */
export const FOUR_WEEKS_MS = 28 * 24 * 60 * 60 * 1000;

/** What a list shows of a webinar. */
export interface ListedWebinar {
	id: string;
	topic: string;
	/** As Zoom wrote it, UTC; empty for webinars without a fixed time. */
	start: string;
}

/** Entries of a list of webinars that match what was typed: each webinar once, its first row. */
export function webinarEntries(
	webinars: readonly ListedWebinar[],
	filter: string | undefined,
): INodeListSearchItems[] {
	const byId = new Map<string, INodeListSearchItems>();
	for (const { id, topic, start } of webinars) {
		const when = start === '' ? 'no fixed time' : `${start.slice(0, 16).replace('T', ' ')} UTC`;
		const entry = { name: `${topic} (${when})`, value: id };
		if (id !== '' && !byId.has(id) && matches(entry, filter)) byId.set(id, entry);
	}
	return [...byId.values()];
}
