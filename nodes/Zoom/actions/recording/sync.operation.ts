import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { runPerItem } from '../../../shared/node/router';
import { isCalledAsTool } from '../../../shared/node/tool';
import { asIsoTime, asObject, asText } from '../../../shared/transport/json';
import { readHost } from '../../descriptions/hostLocator';
import { readWebinarId } from '../../descriptions/webinarLocator';
import { afterRun, lookFrom, type Place } from '../../mapping/recordingMemory';
import { zoomAccount } from '../../transport/credential';
import { syncFields } from './fields';
import { toItem } from './file';
import { allHosts, findOfHosts, findOfWebinar } from './find';
import { RecordingMemory } from './memory';
import { readSyncOptions, type SyncOptions } from './options';
import { produceAll, type Looked } from './produce';
import { summarise } from './summary';

export const description = updateDisplayOptions(
	{ show: { resource: ['recording'], operation: ['sync'] } },
	syncFields,
);

/**
 * *Sync recordings*: one item per file, and one for every session that should have a file and has
 * none. What was returned is remembered only when the whole run has come out.
 */
export async function syncRecordings(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const memory = new RecordingMemory(context);
	const outputs = await runPerItem(
		context,
		async (itemIndex) => [await syncItem(context, itemIndex, memory)],
		1,
	);
	memory.commit();
	return outputs;
}

/** One webinar, host or account: where it looks, and the name under which it is remembered. */
interface Where {
	key: string;
	/** Where the first run begins, epoch milliseconds. */
	first: number;
	look(from: number, place: Place | undefined): Promise<Pick<Looked, 'found' | 'asked'>>;
}

async function syncItem(
	context: IExecuteFunctions,
	itemIndex: number,
	memory: RecordingMemory,
): Promise<INodeExecutionData[]> {
	const read = readSyncOptions(context, itemIndex);
	// An agent is shown links; n8n hands it no files.
	const options = isCalledAsTool(context) ? { ...read, links: true, download: false } : read;
	const remembers = options.newSince === 'lastRun';
	const now = Date.now();
	const { accountId } = await zoomAccount(context);
	const where =
		options.of === 'webinar'
			? oneWebinar(context, itemIndex, options, accountId, now)
			: await hosts(context, itemIndex, options, accountId, now);
	const place = remembers ? memory.place(where.key) : undefined;
	const from =
		options.newSince === 'moment' ? options.since : lookFrom(place, options.overlapMs, where.first);
	const looked = { ...(await where.look(from, place)), place, from, now };
	const { produced, handled, lost } = await produceAll(context, looked, options);
	if (remembers) {
		const run = { now, first: where.first, overlapMs: options.overlapMs };
		memory.keep(where.key, afterRun(place, run, handled, lost));
	}
	if (!isCalledAsTool(context)) return produced.map((one) => toItem(one, itemIndex));
	const json = summarise(produced.map((one) => one.json));
	return [{ json, pairedItem: { item: itemIndex } }];
}

function oneWebinar(
	context: IExecuteFunctions,
	itemIndex: number,
	{ allRuns, finalAfterMs }: SyncOptions,
	accountId: string,
	now: number,
): Where {
	const webinarId = readWebinarId(context, itemIndex);
	const sessionId = asText(context.getNodeParameter('sessionId', itemIndex, '')).trim();
	const told = asObject(context.getInputData()[itemIndex]?.json.webinar);
	const toldEnd =
		sessionId !== '' && asText(told.sessionId) === sessionId ? asIsoTime(told.endTime) : null;
	const which = sessionId || (allRuns ? 'all' : 'latest');
	return {
		key: `${accountId} webinar ${webinarId} ${which}`,
		first: -Infinity,
		async look() {
			const asked = { webinarId, sessionId, accountId, allRuns, toldEnd, finalAfterMs };
			const found = await findOfWebinar(context, asked, now);
			const ids = new Set([
				sessionId,
				...found.sessions.map((session) => session.sessionId),
				...found.missing.map(({ webinar }) => webinar.sessionId),
			]);
			return { found, asked: (id) => ids.has(id) };
		},
	};
}

async function hosts(
	context: IExecuteFunctions,
	itemIndex: number,
	{ of, firstLookBackMs, until }: SyncOptions,
	accountId: string,
	now: number,
): Promise<Where> {
	const named = of === 'host' ? readHost(context, itemIndex) : '';
	return {
		key: `${accountId} ${of} ${named.toLowerCase()}`.trim(),
		first: now - firstLookBackMs,
		async look(from) {
			const to = Math.min(now, until);
			const names = named === '' ? await allHosts(context) : [named];
			const sessions = await findOfHosts(context, names, accountId, from, to);
			return {
				found: { sessions, missing: [] },
				asked: (_, { startedAt }) => Date.parse(startedAt) >= from,
			};
		},
	};
}
