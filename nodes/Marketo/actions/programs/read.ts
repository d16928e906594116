import { unless } from '../../../shared/transport/unless';
import { channelOf, type Channel } from '../../mapping/channel';
import { programRow, tokensOf, type ProgramRow } from '../../mapping/program';
import { channelByName, programById, programTokens } from '../../transport/endpoints/programs';
import { isNotFound } from '../../transport/notFound';
import type { MarketoClient } from '../../transport/request';
import type { ProgramRefusal } from './refusal';

/** What a run has read already. Calls are remembered, not answers: items that come together share one. */
export interface ProgramCache {
	rows: Map<number, Promise<ProgramRow | undefined>>;
	channels: Map<string, Promise<Channel | undefined>>;
	tokens: Map<number, Promise<ReadonlyMap<string, string>>>;
	byWebinar: Map<string, Promise<number | ProgramRefusal>>;
}

/** One client is made per run, so what belongs to a client belongs to a run. */
const caches = new WeakMap<MarketoClient, ProgramCache>();

export function programCache(client: MarketoClient): ProgramCache {
	const known = caches.get(client);
	if (known !== undefined) return known;
	const cache: ProgramCache = {
		rows: new Map(),
		channels: new Map(),
		tokens: new Map(),
		byWebinar: new Map(),
	};
	caches.set(client, cache);
	return cache;
}

/** A program's own row; undefined where Marketo has none, or the API user may not see it. */
export async function readRow(client: MarketoClient, id: number): Promise<ProgramRow | undefined> {
	return await once(programCache(client).rows, id, async () => {
		const row = await unless(isNotFound, programById(client, id));
		return row === undefined ? undefined : programRow(row);
	});
}

/** A channel by its name; undefined where Marketo has none. */
export async function readChannel(
	client: MarketoClient,
	name: string,
): Promise<Channel | undefined> {
	return await once(programCache(client).channels, name, async () => {
		const row = await unless(isNotFound, channelByName(client, name));
		return row === undefined ? undefined : channelOf(row);
	});
}

/** A program's My Tokens by name, read once per run. */
export async function readTokens(
	client: MarketoClient,
	id: number,
): Promise<ReadonlyMap<string, string>> {
	return await once(programCache(client).tokens, id, async () =>
		tokensOf((await unless(isNotFound, programTokens(client, id))) ?? []),
	);
}

export async function once<Key, Value>(
	known: Map<Key, Promise<Value>>,
	key: Key,
	read: () => Promise<Value>,
): Promise<Value> {
	const reading = known.get(key) ?? read();
	known.set(key, reading);
	return await reading;
}
