import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { isRemembered } from '../../../shared/recordings/memory';
import type { Platform } from '../../../shared/recordings/produce';
import { forAgent, syncRecordings, type Where } from '../../../shared/recordings/sync';
import { readWebinarKey } from '../../descriptions/webinarLocator';
import { conversionOf, type AdobeFile, type AdobeSession } from '../../mapping/recording';
import { createClient, type AdobeClient } from '../../transport/request';
import { findWebinar } from '../webinars/find';
import { syncFields } from './fields';
import { produceAdobeFile } from './file';
import { findOfWebinar } from './find';
import { findOfAll, WebinarsOfRecordings } from './findAll';
import { readAdobeSyncOptions, type AdobeSyncOptions } from './options';

export const description = updateDisplayOptions(
	{ show: { resource: ['recording'], operation: ['sync'] } },
	syncFields,
);

/** *Sync recordings*: one item per recording, and one for every run that should have one and has none. */
export async function syncAdobeRecordings(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	return await syncRecordings(context, async (itemIndex) => {
		const options = forAgent(context, readAdobeSyncOptions(context, itemIndex));
		const now = Date.now();
		const client = await createClient(context);
		const webinars = new WebinarsOfRecordings(client);
		const listed: AdobeFile[] = [];
		const where = noting(
			listed,
			options.of === 'webinar'
				? await oneWebinar(context, itemIndex, client, options, now)
				: await allWebinars(client, webinars, options, now),
		);
		const platform = adobePlatform(context, client, options, webinars, listed);
		return { options, now, where, platform };
	});
}

/** Keeps what was listed, so that a recording finds its conversion. */
function noting(listed: AdobeFile[], where: Where<AdobeSession>): Where<AdobeSession> {
	return {
		...where,
		async look(from, place) {
			const looked = await where.look(from, place);
			listed.push(...looked.found.sessions.flatMap(({ entries }) => entries));
			return looked;
		},
	};
}

function adobePlatform(
	context: IExecuteFunctions,
	client: AdobeClient,
	options: AdobeSyncOptions,
	webinars: WebinarsOfRecordings,
	listed: readonly AdobeFile[],
): Platform<AdobeFile, AdobeSession> {
	const isConverted = (file: AdobeFile): boolean =>
		options.kinds.has('mp4-archive') &&
		file.kind === 'archive' &&
		conversionOf(file, listed) !== undefined;
	return {
		destination: 'adobeConnect',
		wants: ({ kind }) => options.kinds.has(kind),
		produce: async (session, file, retryAt) =>
			await produceAdobeFile({ context, client, options, isConverted }, session, file, retryAt),
		webinarOf: async (_, { webinarId }) => await webinars.named(webinarId),
	};
}

async function oneWebinar(
	context: IExecuteFunctions,
	itemIndex: number,
	client: AdobeClient,
	{ sessionId, allRuns, finalAfterMs }: AdobeSyncOptions,
	now: number,
): Promise<Where<AdobeSession>> {
	const key = readWebinarKey(context, itemIndex, client.account.baseUrl);
	const webinar = await findWebinar(client, key);
	const { accountId, webinarId } = webinar.webinar;
	const which = sessionId || (allRuns ? 'all' : 'latest');
	return {
		key: `${accountId} webinar ${webinarId} ${which}`,
		first: -Infinity,
		look: async (_, place) =>
			await findOfWebinar(client, webinar, { sessionId, allRuns, finalAfterMs }, place, now),
	};
}

async function allWebinars(
	client: AdobeClient,
	webinars: WebinarsOfRecordings,
	{ kinds, firstLookBackMs, until }: AdobeSyncOptions,
	now: number,
): Promise<Where<AdobeSession>> {
	const { accountId } = await client.session();
	return {
		key: `${accountId} account`,
		first: now - firstLookBackMs,
		async look(from, place) {
			const isWanted = ({ key, kind }: AdobeFile): boolean =>
				kinds.has(kind) && !isRemembered(place, key, key);
			const to = Math.min(now, until);
			return {
				found: { sessions: await findOfAll(client, webinars, isWanted, from, to), missing: [] },
				asked: (_, { startedAt }) => Date.parse(startedAt) >= from,
			};
		},
	};
}
