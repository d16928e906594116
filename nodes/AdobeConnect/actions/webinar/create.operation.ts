import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { causeOf, isCancelled } from '../../../shared/node/errors';
import type { Written } from '../../../shared/node/people';
import { createClient, type AdobeClient } from '../../transport/request';
import { alreadySo, done, oneByOne, refused } from '../outcome';
import { createFields } from './createFields';
import { createMeeting } from './createMeeting';
import { createSeminar, type Made } from './createSeminar';
import { readNewWebinar, type NewWebinar } from './newWebinar';
import { Places } from './places';
import { Progress } from './progress';
import { readBack } from './readBack';

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['create'] } },
	createFields,
);

/**
 * One seminar or meeting per item. Running again makes nothing twice: Adobe Connect gives a name once in
 * a folder, so what is there at that time is `unchanged`, and a seminar that was left half done is
 * finished.
 */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const client = await createClient(this);
	const places = new Places(client);
	return await oneByOne(this, items, async (index) => {
		const now = Date.now();
		const wanted = readNewWebinar(this, index, now);
		const folderId = await places.placeFor(wanted, now);
		const progress = new Progress();
		const written = make(client, folderId, wanted, progress);
		return await written.catch((error: unknown) => {
			if (!progress.hasWritten() || isCancelled(this, error)) throw error;
			return { outcome: halfDone(wanted, progress, error) };
		});
	});
}

async function make(
	client: AdobeClient,
	folderId: string,
	wanted: NewWebinar,
	progress: Progress,
): Promise<Written> {
	const { times, kind, name } = wanted;
	const made: Made =
		kind === 'seminar' && times !== null
			? await createSeminar(client, folderId, wanted, times, progress)
			: await createMeeting(client, folderId, wanted, progress);
	const { roomId } = progress;
	const back = await readBack(client, roomId, made.sessionId, times, progress);
	const adds = back.webinar === undefined ? {} : { webinar: back.webinar };
	if (made.wasThere) {
		const message = `The ${kind} ${name} is there already, at that time; use Update to change it`;
		return { outcome: { ...alreadySo(roomId, message), steps: progress.told() }, adds };
	}
	const lost = made.wasLost ? "; Adobe Connect's answer was lost, and it is in the folder" : '';
	const outcome = done('created', roomId, `Created the ${kind} ${name}${lost}${back.difference}`);
	return { outcome: { ...outcome, repair: back.repair, steps: progress.told() }, adds };
}

/** The room is there, something in it is not. */
function halfDone({ kind, name }: NewWebinar, progress: Progress, error: unknown) {
	const { roomId } = progress;
	const { message, repair } = causeOf(error);
	return {
		...refused(error, roomId),
		action: 'created',
		message: `The room of the ${kind} ${name} was made (ID ${roomId}), but not all of it: ${message}`,
		repair: `${repair}. Then ${kind === 'seminar' ? 'run again with the same topic, which finishes it' : 'change it with Update'}, or delete the room`,
		steps: progress.told(),
	};
}
