import type { AdobeClient } from '../../transport/request';
import type { Made } from './createSeminar';
import { isAt, nameInUse } from './existing';
import { closeRoom, idOf, makeRoom } from './makeRoom';
import type { NewWebinar } from './newWebinar';
import type { Progress } from './progress';

/**
 * Makes a meeting room. One of that name at that time is the same meeting, and stays as it is.
 * https://helpx.adobe.com/adobe-connect/webservices/create-meetings.html
 * @throws VendorError as Adobe Connect refuses
 */
export async function createMeeting(
	client: AdobeClient,
	folderId: string,
	wanted: NewWebinar,
	progress: Progress,
): Promise<Made> {
	const { room, how } = await progress.take(
		'room',
		async () => await makeRoom(client, folderId, wanted),
	);
	progress.roomId = idOf(room);
	if (how === 'there') {
		progress.note('room', { result: 'unchanged' });
		if (!isAt(room, wanted.times)) throw nameInUse(room, wanted);
		return { sessionId: '', wasThere: true, wasLost: false };
	}
	await closeRoom(client, wanted, progress);
	return { sessionId: '', wasThere: false, wasLost: how === 'found' };
}
