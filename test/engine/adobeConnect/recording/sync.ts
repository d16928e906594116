import type { INodeParameters } from 'n8n-workflow';

import type { AdobeRecording } from '../../../sandbox/adobeConnect/world';
import { EVENT, EVENT_ROOM } from '../../../sandbox/adobeConnect/testing/ids';
import { Flow as SavedFlow } from '../../support/flow';
import { inAHurry as downloadsInAHurry } from '../../support/inAHurry';
import { runNode, type NodeRun, type NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { inAHurry as callsInAHurry } from '../support/run';
import { byId } from '../webinar/support';

export { filesystemMode, storeThat } from '../../support/binaryStore';
export { itemsOf, told } from '../../support/recordings';
export { actions, as, byId, fault, smallStage } from '../webinar/support';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** *Sync recordings* of the small world's ended event, everything, links only. */
export function syncOf(changes: INodeParameters = {}): INodeParameters {
	return {
		resource: 'recording',
		operation: 'sync',
		recordingsOf: 'webinar',
		webinar: byId(EVENT),
		sessionId: '',
		newSince: 'everything',
		since: '',
		files: ['archive', 'mp4-archive'],
		return: 'links',
		options: {},
		...changes,
	};
}

export async function sync(
	here: Pick<Stage, 'adobeConnect'>,
	parameters: INodeParameters = {},
	changes: Partial<NodeRun> = {},
): Promise<NodeRunResult> {
	return await runNode({
		type: 'adobeConnect',
		credentials: here.adobeConnect,
		parameters: syncOf(parameters),
		...changes,
	});
}

export async function getAll(
	here: Pick<Stage, 'adobeConnect'>,
	parameters: INodeParameters = {},
): Promise<NodeRunResult> {
	return await sync(here, {
		operation: 'getAll',
		recordingsOf: 'account',
		from: '',
		to: '',
		returnAll: true,
		...parameters,
	});
}

/** A saved workflow with the Adobe Connect node, new since the last run. */
export class Flow extends SavedFlow {
	constructor(here: Pick<Stage, 'adobeConnect'>, changes: INodeParameters = {}) {
		super('adobeConnect', here.adobeConnect, syncOf({ newSince: 'lastRun', ...changes }));
	}
}

/** The recordings of a room, live. */
export function recordings({ sandbox }: Stage, roomId: string = EVENT_ROOM): AdobeRecording[] {
	return (sandbox.adobeConnect.room(roomId).recordings ??= []);
}

export function recording(here: Stage, id: string, roomId: string = EVENT_ROOM): AdobeRecording {
	return recordings(here, roomId).find((one) => one.id === id)!;
}

/** The recording is no longer there. */
export function remove(here: Stage, id: string, roomId: string = EVENT_ROOM): AdobeRecording {
	const one = recording(here, id, roomId);
	here.sandbox.adobeConnect.room(roomId).recordings = recordings(here, roomId).filter(
		(other) => other !== one,
	);
	return one;
}

/** Somebody has ordered the conversion so many minutes ago; it takes five. */
export function convert(mp4: AdobeRecording, minutesAgo: number): void {
	mp4.createdAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
	mp4.job = { id: '95001', status: 'job-pending' };
}

/** The waits between tries, of calls and of downloads, become some milliseconds; their number stays. */
export async function inAHurry(): Promise<void> {
	await Promise.all([callsInAHurry(), downloadsInAHurry()]);
}
