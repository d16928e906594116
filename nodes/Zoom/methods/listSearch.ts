import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { asNumber, asText, type JsonObject } from '../../shared/transport/json';
import { getUsers } from '../transport/endpoints/users';
import { sessionsBetween } from '../transport/history';

const WINDOW_MS = 28 * 24 * 60 * 60 * 1000;
/** Zoom keeps participants for six months. */
const WINDOWS = 6;

/**
 * Webinars that ended, newest first; each further page looks four weeks further back. Weeks without
 * a match are passed over: the editor takes an empty page for an empty list.
 */
export async function searchPastWebinars(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const now = Date.now();
	const wanted = filter?.trim().toLowerCase() ?? '';
	let window = asNumber(paginationToken) ?? 0;
	let results: INodeListSearchItems[] = [];
	for (; results.length === 0 && window < WINDOWS; window += 1) {
		const to = now - window * WINDOW_MS;
		results = matching(await sessionsBetween(this, to - WINDOW_MS, to), wanted);
	}
	return { results, ...(window < WINDOWS && { paginationToken: String(window) }) };
}

function matching(rows: readonly JsonObject[], wanted: string): INodeListSearchItems[] {
	// A recurring webinar has many runs; the locator picks the webinar, so its latest run stands for it.
	const byId = new Map<string, INodeListSearchItems>();
	for (const row of rows) {
		const value = asText(row.meeting_id);
		const name = `${asText(row.topic)} (${asText(row.start_time).slice(0, 16).replace('T', ' ')} UTC)`;
		if (!byId.has(value) && `${name} ${value}`.toLowerCase().includes(wanted)) {
			byId.set(value, { name, value });
		}
	}
	return [...byId.values()];
}

/** Active users of the account, by name and address. */
export async function searchHosts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter?.trim().toLowerCase() ?? '';
	const users = (await getUsers(this)).map((user) => {
		const email = asText(user.email);
		const name = `${asText(user.first_name)} ${asText(user.last_name)}`.trim();
		return { name: name === '' ? email : `${name} (${email})`, value: email };
	});
	return { results: users.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}
