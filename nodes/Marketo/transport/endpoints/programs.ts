import type { JsonObject } from '../../../shared/transport/json';
import { ASSET_PAGE_SIZE } from '../limits';
import { assetPages } from '../pages';
import type { MarketoClient, Parameters } from '../request';

const PERMISSION = 'Read-Only Assets';

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/programs */
export async function programById(
	client: MarketoClient,
	id: number,
): Promise<JsonObject | undefined> {
	const { result } = await client.request({
		path: `/rest/asset/v1/program/${id}.json`,
		what: `program ${id}`,
		permission: PERMISSION,
	});
	return result[0];
}

/** All programs, page by page, in Marketo's order; rows have no tags and no tokens. */
export function programPages(
	client: MarketoClient,
	query: Parameters = {},
): AsyncGenerator<JsonObject[], void, undefined> {
	return assetPages(client, {
		path: '/rest/asset/v1/programs.json',
		query,
		what: 'programs',
		permission: PERMISSION,
	});
}

/** One page of programs, from an offset on; a page that is not full is the last one. */
export async function programPage(client: MarketoClient, offset: number): Promise<JsonObject[]> {
	const { result } = await client.request({
		path: '/rest/asset/v1/programs.json',
		query: { maxReturn: ASSET_PAGE_SIZE, offset },
		what: 'programs',
		permission: PERMISSION,
	});
	return result;
}

/** A channel with its progression statuses; names are unique in an instance. */
export async function channelByName(
	client: MarketoClient,
	name: string,
): Promise<JsonObject | undefined> {
	const { result } = await client.request({
		path: '/rest/asset/v1/channel/byName.json',
		query: { name },
		what: `channel ${name}`,
		permission: PERMISSION,
	});
	return result[0];
}

export function channelPages(client: MarketoClient): AsyncGenerator<JsonObject[], void, undefined> {
	return assetPages(client, {
		path: '/rest/asset/v1/channels.json',
		what: 'channels',
		permission: PERMISSION,
	});
}

/**
 * The My Tokens of a program; each row holds those of a folder under `tokens`.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/tokens
 */
export async function programTokens(client: MarketoClient, id: number): Promise<JsonObject[]> {
	const { result } = await client.request({
		path: `/rest/asset/v1/folder/${id}/tokens.json`,
		query: { folderType: 'Program' },
		what: `the My Tokens of program ${id}`,
		permission: PERMISSION,
	});
	return result;
}

/** Sets one My Token of a program, whether it was there or not. */
export async function writeProgramToken(
	client: MarketoClient,
	id: number,
	name: string,
	value: string,
): Promise<void> {
	await client.request({
		path: `/rest/asset/v1/folder/${id}/tokens.json`,
		form: { name, type: 'text', value, folderType: 'Program' },
		write: 'writeTokens',
		what: `the My Token ${name} of program ${id}`,
		permission: 'Read-Write Assets',
	});
}
