import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { pollAlone } from '../../shared/node/polls';
import { isTemporary } from '../../shared/transport/vendorError';
import { createClient, type AdobeClient } from '../transport/request';
import { firstCheckpoint, keptCheckpoint, moved, readCheckpoint } from './checkpoint';
import { watcherOf } from './events';
import { goRound, type RoundResult } from './round';
import { sampleOf } from './sample';
import { allWebinars, chosenWebinars } from './scope';
import { readSettings, type Settings } from './settings';
import type { Watched } from './turn';

/** The rest of a poll's time is for what n8n does with the items. */
const SHARE_OF_TIME = 0.5;
/** An example may be so old. */
const LOOKED_BACK_MS = 180 * 24 * 3_600_000;
/** n8n's own standard, for versions that do not tell. */
const USUAL_BUDGET_MS = 5 * 60_000;

/**
 * What happened since the last poll. The state is changed last, and only by what is handed over: a
 * poll that fails is done again.
 * @throws NodeApiError or NodeOperationError; n8n shows it and polls again
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	return await pollAlone(context, async () => (await polled(context)).map((json) => ({ json })));
}

async function polled(context: IPollFunctions): Promise<IDataObject[]> {
	const now = Date.now();
	const client = await createClient(context);
	const settings = await readSettings(context, client.account.baseUrl);
	const watcher = watcherOf(settings, now);
	if (context.getMode() === 'manual') {
		const watched = await watchedBy(client, settings, now, now - LOOKED_BACK_MS);
		return [await sampleOf(client, settings, watcher, watched, now)];
	}
	const data = context.getWorkflowStaticData('node');
	const before =
		readCheckpoint(data.checkpoint) ?? firstCheckpoint(now - settings.beforeActivationMs);
	const watched = await watchedBy(client, settings, now, watcher.endsAfter(before));
	const result = await goRound(client, watched, before, {
		settings,
		now,
		deadline: now + (context.getPollBudgetMs?.() ?? USUAL_BUDGET_MS) * SHARE_OF_TIME,
		...watcher,
	});
	assertRead(context, settings, watched, result);
	data.checkpoint = keptCheckpoint(moved(before, result.poll)) as IDataObject;
	return result.items;
}

async function watchedBy(
	client: AdobeClient,
	{ webinars, kinds }: Settings,
	now: number,
	endsAfter: number,
): Promise<Watched[]> {
	return webinars.length > 0
		? chosenWebinars(webinars)
		: await allWebinars(client, kinds, now, endsAfter);
}

/**
 * Of all webinars of an account some may always be closed to the user of the credential, and the next
 * ones are to have their turn. What was chosen, and an Adobe Connect that is down, is told.
 * @throws VendorError the first reason
 */
function assertRead(
	context: IPollFunctions,
	{ webinars }: Settings,
	watched: readonly Watched[],
	{ errors, poll: { read, failed } }: RoundResult,
): void {
	const [first] = errors;
	if (first === undefined) return;
	const isAll = failed.length === watched.length;
	const isTold = webinars.length > 0 || isAll || errors.every(isTemporary);
	if (read.length === 0 && isTold) throw first;
	context.logger.warn(
		`Adobe Connect Trigger could not read ${failed.length} of its webinars (${failed.slice(0, 5).join(', ')}): ${first.message}`,
	);
}
