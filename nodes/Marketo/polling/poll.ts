import type { IPollFunctions, INodeExecutionData } from 'n8n-workflow';

import { pollAlone } from '../../shared/node/polls';
import { VendorError } from '../../shared/transport/vendorError';
import type { Activity } from '../mapping/activity';
import { createClient, type MarketoClient } from '../transport/request';
import {
	firstCheckpoint,
	moved,
	readCheckpoint,
	readFrom,
	unseen,
	type Checkpoint,
	type Unfinished,
} from './checkpoint';
import { itemsOf } from './items';
import { isWanted } from './matches';
import { areOfTypes, openStreams, readStreams, type ReadOptions } from './read';
import { inOrder, latest } from './sample';
import { readSettings } from './settings';
import { namesFor } from './types';

/** The rest of a poll's time is for the people and webinars of what was read. */
const READING_SHARE = 0.5;
/** n8n's own standard, for versions that do not tell. */
const USUAL_BUDGET_MS = 5 * 60_000;

/**
 * What happened since the last poll. The first one only notes down the moment, so that nothing of
 * the past starts the workflow. The state is changed last: a poll that fails is done again.
 * @throws NodeApiError or NodeOperationError; n8n shows it and polls again
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	return await pollAlone(context, async () => await polled(context));
}

async function polled(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const now = Date.now();
	const settings = readSettings(context);
	const client = await createClient(context);
	const data = context.getWorkflowStaticData('node');
	const names = await namesFor(client, settings, data.names, now);
	const wanted = (activity: Activity): boolean => isWanted(activity, settings, names);
	if (context.getMode() === 'manual') {
		return await itemsOf(client, [await latest(client, settings, names, wanted)], settings, names);
	}
	const before = readCheckpoint(data.checkpoint);
	if (before === undefined) {
		data.names = names;
		data.checkpoint = firstCheckpoint(now);
		return [];
	}
	const { overlapMs, programIds } = settings;
	const reading = await read(client, before, Object.keys(names.types).map(Number), {
		now,
		since: readFrom(before, overlapMs),
		programId: programIds.length === 1 ? programIds[0] : undefined,
		isWanted: wanted,
		deadline: now + (context.getPollBudgetMs?.() ?? USUAL_BUDGET_MS) * READING_SHARE,
	});
	const fresh = inOrder(unseen(before, reading.activities));
	const items = await itemsOf(client, fresh, settings, names);
	data.names = names;
	data.checkpoint = moved(before, fresh, { ...reading, overlapMs });
	return items;
}

interface Reading {
	activities: Activity[];
	startedAt: string;
	unfinished?: Unfinished;
}

/** Goes on where the last poll ran out of time; else, or when Marketo refuses that token, from `since` on. */
async function read(
	client: MarketoClient,
	{ unfinished }: Checkpoint,
	typeIds: readonly number[],
	options: ReadOptions & { now: number; since: string },
): Promise<Reading> {
	if (unfinished !== undefined && areOfTypes(unfinished.streams, typeIds)) {
		const { startedAt, streams } = unfinished;
		const goneOn = await readStreams(client, streams, options).catch((error: unknown) => {
			if (isRefused(error)) return undefined;
			throw error;
		});
		if (goneOn !== undefined) return readingOf(goneOn, startedAt);
	}
	const streams = await openStreams(client, typeIds, options.since);
	return readingOf(
		await readStreams(client, streams, options),
		new Date(options.now).toISOString(),
	);
}

function readingOf(
	{ activities, left }: Awaited<ReturnType<typeof readStreams>>,
	startedAt: string,
): Reading {
	return {
		activities,
		startedAt,
		...(left.length > 0 && { unfinished: { startedAt, streams: left } }),
	};
}

/** A paging token that has ended is refused like any other wrong value; Adobe names no code for it. */
function isRefused(error: unknown): boolean {
	return error instanceof VendorError && error.details.reason === 'vendorRejected';
}
