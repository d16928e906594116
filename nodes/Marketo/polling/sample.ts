import { ParameterError } from '../../shared/node/errors';
import type { Activity } from '../mapping/activity';
import type { MarketoClient } from '../transport/request';
import { openStreams, readStreams } from './read';
import type { Settings } from './settings';
import type { Names } from './types';

const HOUR_MS = 3_600_000;
/** Marketo tells oldest first, so a test looks into ever longer times until it finds something. */
const LOOKED_BACK_MS = [HOUR_MS, 24 * HOUR_MS, 7 * 24 * HOUR_MS, 30 * 24 * HOUR_MS];
/** Somebody waits for it. */
const PATIENCE_MS = 20_000;

/**
 * The latest activity that the trigger would have started with, for a test in the editor.
 * @throws ParameterError when there is none
 */
export async function latest(
	client: MarketoClient,
	settings: Settings,
	names: Names,
	isWanted: (activity: Activity) => boolean,
): Promise<Activity> {
	const now = Date.now();
	const typeIds = Object.keys(names.types).map(Number);
	const programId = settings.programIds.length === 1 ? settings.programIds[0] : undefined;
	for (const back of LOOKED_BACK_MS) {
		const since = new Date(now - back).toISOString().replace(/\.\d+Z$/, 'Z');
		const streams = await openStreams(client, typeIds, since);
		const options = { programId, isWanted, deadline: now + PATIENCE_MS };
		const { activities } = await readStreams(client, streams, options);
		const last = inOrder(activities).at(-1);
		if (last !== undefined) return last;
		if (Date.now() > options.deadline) break;
	}
	throw new ParameterError(
		'Marketo has no such activity of the last 30 days to show as an example',
		'Let it happen, e.g. change the status of a test person in the program, wait a few minutes until Marketo shows it, then try again. An active workflow starts by itself.',
	);
}

/** As they happened. */
export function inOrder(activities: readonly Activity[]): Activity[] {
	return [...activities].sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
}
