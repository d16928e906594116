import { getField, setField, setPublicAccess } from '../../transport/endpoints/access';
import { updateSco } from '../../transport/endpoints/scos';
import { scheduleSession } from '../../transport/endpoints/seminars';
import type { AdobeClient } from '../../transport/request';
import { setLoad } from './createSeminar';
import type { PlannedChange } from './planChange';
import type { Progress } from './progress';

/**
 * Writes what differs, step by step.
 * @returns names of what was changed, for people
 * @throws VendorError as Adobe Connect refuses a step
 */
export async function applyChange(
	client: AdobeClient,
	plan: PlannedChange,
	progress: Progress,
): Promise<string[]> {
	const { roomId, room, permission } = plan;
	progress.roomId = roomId;
	const changed: string[] = [];
	if (room.length > 0) {
		await progress.take('room', async () => {
			await updateSco(client, roomId, room, 'the change of the room');
		});
		changed.push(...room.map(([name]) => LABELS[name] ?? name));
	}
	if (permission !== null) {
		await progress.take('access', async () => await setPublicAccess(client, roomId, permission));
		changed.push('access');
	}
	if (await setPasscode(client, plan, progress)) changed.push('passcode');
	if (await setExpected(client, plan, progress)) changed.push('expected attendees');
	return [...changed, ...(await changeSession(client, plan, progress))];
}

const LABELS: Readonly<Record<string, string>> = {
	name: 'topic',
	'url-path': 'custom URL',
	lang: 'language',
	'date-begin': 'start',
	'date-end': 'end',
};

async function setPasscode(
	client: AdobeClient,
	{ roomId, passcode }: PlannedChange,
	progress: Progress,
): Promise<boolean> {
	if (passcode === null) return false;
	if ((await getField(client, roomId, 'meeting-passcode')) === passcode) return false;
	await progress.take('passcode', async () => {
		await setField(client, roomId, 'meeting-passcode', passcode, 'the passcode of the room');
	});
	return true;
}

async function setExpected(
	client: AdobeClient,
	{ expected }: PlannedChange,
	progress: Progress,
): Promise<boolean> {
	if (expected === null) return false;
	const { sessionId, people } = expected;
	if ((await getField(client, sessionId, 'seminar-expected-load')) === String(people)) return false;
	await progress.take('expectedAttendees', async () => await setLoad(client, sessionId, people));
	return true;
}

async function changeSession(
	client: AdobeClient,
	{ roomId, session }: PlannedChange,
	progress: Progress,
): Promise<string[]> {
	if (session === null) return [];
	const { id, name, times } = session;
	if (times === null) {
		await progress.take('session', async () => {
			await updateSco(client, id, [['name', name]], 'the name of the seminar session');
		});
		return ['topic of the session'];
	}
	await progress.take('schedule', async () => {
		await scheduleSession(client, { roomId, sessionId: id }, { name, ...times });
	});
	return ['start and end of the session'];
}
