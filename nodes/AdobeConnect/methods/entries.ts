import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { matches } from '../../shared/node/listSearch';
import { asNumber } from '../../shared/transport/json';
import type { AdobeWebinar } from '../mapping/webinar';

/** Entries of one page of a list; the editor asks for the next one when somebody scrolls. */
const PAGE = 100;

const KINDS = { event: 'Event', seminar: 'Seminar', meeting: 'Meeting' } as const;

/** Entries of a list of webinars: each webinar once, by its first row. */
export function webinarEntries(webinars: readonly AdobeWebinar[]): INodeListSearchItems[] {
	const byId = new Map<string, INodeListSearchItems>();
	for (const { webinarId, topic, scheduledStartTime, kind } of webinars) {
		if (webinarId === '' || byId.has(webinarId)) continue;
		const name = `${topic} · ${when(scheduledStartTime)} · ${KINDS[kind]}`;
		byId.set(webinarId, { name, value: webinarId });
	}
	return [...byId.values()];
}

/**
 * One page of the entries that match what was typed.
 * @param token of the page before; absent for the first one
 */
export function pageOf(
	entries: readonly INodeListSearchItems[],
	filter: string | undefined,
	token: string | undefined,
): INodeListSearchResult {
	const found = entries.filter((entry) => matches(entry, filter));
	const from = Math.max(0, Math.floor(asNumber(token) ?? 0));
	const next = from + PAGE;
	return {
		results: found.slice(from, next),
		...(next < found.length && { paginationToken: String(next) }),
	};
}

function when(start: string | null): string {
	return start === null ? 'no fixed time' : `${start.slice(0, 16).replace('T', ' ')} UTC`;
}
