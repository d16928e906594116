import { unless } from '../../../shared/transport/unless';
import { setField } from '../../transport/endpoints/access';
import { createSession, scheduleSession } from '../../transport/endpoints/seminars';
import type { AdobeClient } from '../../transport/request';
import { isUncertain } from '../../transport/told';
import { timeOf, valueOf, type XmlElement } from '../../xml/element';
import { isAt, nameInUse, sessionsOf } from './existing';
import { closeRoom, idOf, makeRoom } from './makeRoom';
import type { NewWebinar, Times } from './newWebinar';
import type { Progress } from './progress';

/** What was made, or was there already. */
export interface Made {
	/** sco-id of the session; empty for meetings. */
	sessionId: string;
	/** true = nothing was written: it was there already, at that time. */
	wasThere: boolean;
	/** true = an answer was lost on the way, and what it was about was found. */
	wasLost: boolean;
}

/**
 * Makes a seminar: the room, a session in it, and the times of the session, which come last and complete
 * it. A room of that name without a planned session is one that was left half done, and is finished.
 * https://helpx.adobe.com/adobe-connect/webservices/seminar-session-sco-update.html
 * @param times of the session
 * @throws VendorError as Adobe Connect refuses
 */
export async function createSeminar(
	client: AdobeClient,
	folderId: string,
	wanted: NewWebinar,
	times: Times,
	progress: Progress,
): Promise<Made> {
	const { room, how } = await progress.take(
		'room',
		async () => await makeRoom(client, folderId, wanted),
	);
	const roomId = idOf(room);
	progress.roomId = roomId;
	const sessions = how === 'new' ? [] : await sessionsOf(client, roomId);
	if (how === 'there') {
		progress.note('room', { result: 'unchanged' });
		const same = sessions.find((session) => isAt(session, times));
		if (same !== undefined) return { sessionId: idOf(same), wasThere: true, wasLost: false };
		if (sessions.some(isPlanned)) throw nameInUse(room, wanted);
	}
	await closeRoom(client, wanted, progress);
	const known = sessions.find((session) => valueOf(session, 'name') === wanted.name);
	const sessionId = await progress.take('session', async () =>
		known === undefined ? await newSession(client, roomId, wanted.name) : idOf(known),
	);
	const { expected } = wanted;
	if (expected !== undefined) {
		await progress.take('expectedAttendees', async () => {
			await setLoad(client, sessionId, expected);
		});
	}
	await progress.take('schedule', async () => {
		await scheduleSession(client, { roomId, sessionId }, { name: wanted.name, ...times });
	});
	return { sessionId, wasThere: false, wasLost: how === 'found' };
}

/** How many people the session is planned for. */
export async function setLoad(
	client: AdobeClient,
	sessionId: string,
	expected: number,
): Promise<void> {
	const what = 'the number of expected attendees';
	await setField(client, sessionId, 'seminar-expected-load', String(expected), what);
}

/** A lost answer is made good by looking: the room has no other session. */
async function newSession(client: AdobeClient, roomId: string, name: string): Promise<string> {
	return await createSession(client, roomId, name).then(idOf, async (error: unknown) => {
		if (!isUncertain(error)) throw error;
		const [found] = (await unless(() => true, sessionsOf(client, roomId))) ?? [];
		if (found === undefined) throw error;
		return idOf(found);
	});
}

function isPlanned(session: XmlElement): boolean {
	return timeOf(session, 'date-begin') !== null;
}
