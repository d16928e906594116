import type { AdobeConnectSide } from './contract';
import type { SessionStore } from './session/store';
import type { AdobeState } from './state/adobeState';
import { decide, eventOf, registerPerson } from './state/registration';
import { addRecording, answerPoll, endSession, joinRoom, leaveRoom, roomOf } from './state/rooms';

/** The account as tests hold it. */
export function createSide(state: AdobeState, sessions: SessionStore): AdobeConnectSide {
	const { world, principals, groups, rooms, events, unsure, calls, mails } = state;
	return {
		world,
		principals,
		groups,
		rooms,
		events,
		unsure,
		calls,
		mails,
		get mostAtOnce() {
			return state.mostAtOnce;
		},
		callsOf: (action) => calls.filter((call) => call.action === action),
		principalByLogin: (login) => state.principalByLogin(login),
		event: (eventId) => eventOf(state, eventId),
		room: (roomId) => roomOf(state, roomId),
		expireSessions: () => sessions.expireAll(),
		lock: (login, minutes) => sessions.lock(login, minutes),
		join: (roomId, entry) => joinRoom(state, roomId, entry),
		leave: (roomId, transcriptId) => leaveRoom(state, roomId, transcriptId),
		endSession: (roomId) => endSession(state, roomId),
		register: (eventId, form) => registerPerson(state, eventOf(state, eventId), form).registrant,
		decide: (eventId, principalId, permission) =>
			decide(state, eventOf(state, eventId), principalId, permission),
		addRecording: (roomId, recording) => addRecording(state, roomId, recording),
		answerPoll: (roomId, interactionId, answer) => {
			answerPoll(state, roomId, interactionId, answer);
		},
	};
}
