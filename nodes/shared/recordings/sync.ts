import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { runPerItem } from '../node/router';
import { isCalledAsTool } from '../node/tool';
import type { RecordedFile, RecordedSession } from './found';
import { toItem } from './item';
import { RecordingMemory } from './lastRun';
import { afterRun, lookFrom, type Place } from './memory';
import type { SyncOptions } from './options';
import { produceAll, type Looked, type Platform } from './produce';
import { summarise } from './summary';

/** One webinar, host or account: where it looks, and the name under which it is remembered. */
export interface Where<Session> {
	key: string;
	/** Where the first run begins, epoch milliseconds; -Infinity = no bound. */
	first: number;
	/** @param from epoch milliseconds */
	look(from: number, place: Place | undefined): Promise<Pick<Looked<Session>, 'found' | 'asked'>>;
}

/** What an item asks for, read. */
export interface SyncTask<File extends RecordedFile, Session extends RecordedSession<File>> {
	options: SyncOptions;
	/** Epoch milliseconds; the start of this item's run. */
	now: number;
	where: Where<Session>;
	platform: Platform<File, Session>;
}

/**
 * *Sync recordings*: one item per file, and one for every session that should have a file and has
 * none. What was returned is remembered only when the whole run has come out.
 * @param read what the item asks for
 */
export async function syncRecordings<
	File extends RecordedFile,
	Session extends RecordedSession<File>,
>(
	context: IExecuteFunctions,
	read: (itemIndex: number) => Promise<SyncTask<File, Session>>,
): Promise<INodeExecutionData[][]> {
	const memory = new RecordingMemory(context);
	const outputs = await runPerItem(
		context,
		async (itemIndex) => [await syncItem(context, itemIndex, memory, await read(itemIndex))],
		1,
	);
	memory.commit();
	return outputs;
}

/** An agent is shown links; n8n hands it no files. */
export function forAgent<Options extends SyncOptions>(
	context: IExecuteFunctions,
	options: Options,
): Options {
	return isCalledAsTool(context) ? { ...options, links: true, download: false } : options;
}

async function syncItem<File extends RecordedFile, Session extends RecordedSession<File>>(
	context: IExecuteFunctions,
	itemIndex: number,
	memory: RecordingMemory,
	{ options, now, where, platform }: SyncTask<File, Session>,
): Promise<INodeExecutionData[]> {
	const remembers = options.newSince === 'lastRun';
	const place = remembers ? memory.place(where.key) : undefined;
	const from =
		options.newSince === 'moment' ? options.since : lookFrom(place, options.overlapMs, where.first);
	const looked = { ...(await where.look(from, place)), place, from, now };
	const { produced, handled, lost } = await produceAll(platform, looked, options);
	if (remembers) {
		const run = { now, first: where.first, overlapMs: options.overlapMs };
		memory.keep(where.key, afterRun(place, run, handled, lost));
	}
	if (!isCalledAsTool(context)) return produced.map((one) => toItem(one, itemIndex));
	const json = summarise(produced.map((one) => one.json));
	return [{ json, pairedItem: { item: itemIndex } }];
}
