import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { forAgent, syncRecordings, type Where } from '../../../shared/recordings/sync';
import { asIsoTime, asObject, asText } from '../../../shared/transport/json';
import { readHost } from '../../descriptions/hostLocator';
import { readWebinarId } from '../../descriptions/webinarLocator';
import type { SessionRecording } from '../../mapping/recording';
import { zoomAccount } from '../../transport/credential';
import { syncFields } from './fields';
import { allHosts, findOfHosts, findOfWebinar } from './find';
import { readZoomSyncOptions, type ZoomSyncOptions } from './options';
import { zoomPlatform } from './platform';

export const description = updateDisplayOptions(
	{ show: { resource: ['recording'], operation: ['sync'] } },
	syncFields,
);

/** *Sync recordings*: one item per file, and one for every session that should have a file and has none. */
export async function syncZoomRecordings(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	return await syncRecordings(context, async (itemIndex) => {
		const options = forAgent(context, readZoomSyncOptions(context, itemIndex));
		const now = Date.now();
		const { accountId } = await zoomAccount(context);
		const where =
			options.of === 'webinar'
				? oneWebinar(context, itemIndex, options, accountId, now)
				: hosts(context, itemIndex, options, accountId, now);
		return { options, now, where, platform: zoomPlatform(context, options, now) };
	});
}

function oneWebinar(
	context: IExecuteFunctions,
	itemIndex: number,
	{ allRuns, finalAfterMs }: ZoomSyncOptions,
	accountId: string,
	now: number,
): Where<SessionRecording> {
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

function hosts(
	context: IExecuteFunctions,
	itemIndex: number,
	{ of, firstLookBackMs, until }: ZoomSyncOptions,
	accountId: string,
	now: number,
): Where<SessionRecording> {
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
