import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { asNumber, asText } from '../../shared/transport/json';
import { getUsers } from '../transport/endpoints';
import { sessionsBetween } from '../transport/history';

const WINDOW_MS = 28 * 24 * 60 * 60 * 1000;
/** Zoom keeps participants for six months. */
const WINDOWS = 6;

/** Webinars that ended, newest first; each further page looks four weeks further back. */
export async function searchPastWebinars(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const window = asNumber(paginationToken) ?? 0;
	const to = Date.now() - window * WINDOW_MS;
	const rows = await sessionsBetween(this, to - WINDOW_MS, to);
	const wanted = filter?.trim().toLowerCase() ?? '';
	// A recurring webinar has many runs; the locator picks the webinar, so its latest run stands for it.
	const byId = new Map<string, { name: string; value: string }>();
	for (const row of rows) {
		const value = asText(row.meeting_id);
		const name = `${asText(row.topic)} (${asText(row.start_time).slice(0, 16).replace('T', ' ')} UTC)`;
		if (!byId.has(value) && `${name} ${value}`.toLowerCase().includes(wanted)) {
			byId.set(value, { name, value });
		}
	}
	return {
		results: [...byId.values()],
		...(window + 1 < WINDOWS && { paginationToken: String(window + 1) }),
	};
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
