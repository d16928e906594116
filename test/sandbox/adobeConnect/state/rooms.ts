import type { AdobeEntry } from '../contract';
import type { AdobeHeldSession, AdobePoll, AdobeRecording, AdobeRoom, AdobeStay } from '../world';
import type { AdobeState } from './adobeState';

/** @throws Error when there is no such room */
export function roomOf(state: AdobeState, roomId: string): AdobeRoom {
	const room = state.rooms.get(roomId);
	if (room === undefined) throw new Error(`There is no room ${roomId}`);
	return room;
}

/** The session that is running in the room. */
export function runningSession(room: AdobeRoom): AdobeHeldSession | undefined {
	return room.held?.find(({ end }) => end === null);
}

/** The first one in starts a session. */
export function joinRoom(state: AdobeState, roomId: string, entry: AdobeEntry): AdobeStay {
	const room = roomOf(state, roomId);
	const begin = state.nowIso();
	let session = runningSession(room);
	if (session === undefined) {
		session = { assetId: state.newId(), begin, end: null, stays: [] };
		room.held = [...(room.held ?? []), session];
	}
	const { principalId, role } = entry;
	const name = entry.name ?? (principalId === undefined ? 'Guest' : state.nameOf(principalId));
	const stay: AdobeStay = {
		transcriptId: state.newId(),
		name,
		begin,
		end: null,
		...(principalId === undefined ? {} : { principalId }),
		...(role === undefined ? {} : { role }),
	};
	session.stays.push(stay);
	return stay;
}

export function leaveRoom(state: AdobeState, roomId: string, transcriptId: string): void {
	const stay = roomOf(state, roomId)
		.held?.flatMap(({ stays }) => stays)
		.find((one) => one.transcriptId === transcriptId);
	if (stay === undefined) throw new Error(`There is no stay ${transcriptId}`);
	stay.end = state.nowIso();
}

export function endSession(state: AdobeState, roomId: string): AdobeHeldSession {
	const session = runningSession(roomOf(state, roomId));
	if (session === undefined) throw new Error(`Nothing is running in room ${roomId}`);
	const now = state.nowIso();
	session.end = now;
	for (const stay of session.stays) stay.end ??= now;
	return session;
}

export function addRecording(
	state: AdobeState,
	roomId: string,
	given: Partial<AdobeRecording>,
): AdobeRecording {
	const room = roomOf(state, roomId);
	const id = given.id ?? state.newId();
	const now = state.nowIso();
	const held = room.held?.at(-1);
	const recording: AdobeRecording = {
		name: `${room.name}_${room.recordings?.length ?? 0}`,
		urlPath: `/p${Number(id).toString(36)}/`,
		icon: 'archive',
		begin: held?.begin ?? now,
		end: held?.end ?? now,
		...given,
		id,
	};
	room.recordings = [...(room.recordings ?? []), recording];
	return recording;
}

export function answerPoll(
	state: AdobeState,
	roomId: string,
	interactionId: string,
	{ transcriptId, responses }: { transcriptId: string; responses: string[] },
): AdobePoll {
	const room = roomOf(state, roomId);
	const poll = room.polls?.find((one) => one.interactionId === interactionId);
	const stay = room.held
		?.flatMap(({ stays }) => stays)
		.find((one) => one.transcriptId === transcriptId);
	if (!poll || !stay) throw new Error(`No poll ${interactionId} or no stay ${transcriptId}`);
	const { principalId, name } = stay;
	poll.answers.push({
		name,
		transcriptId,
		responses,
		at: state.nowIso(),
		...(principalId === undefined ? {} : { principalId }),
	});
	return poll;
}
