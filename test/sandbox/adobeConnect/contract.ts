/** Adobe Connect's live state, and what people do there, as tests see it. */
import type {
	AdobeConnectWorld,
	AdobeEvent,
	AdobeGroup,
	AdobeHeldSession,
	AdobePrincipal,
	AdobeRecording,
	AdobeRegistrant,
	AdobeRoom,
	AdobeStay,
	AdobeUnsure,
} from './world';

/** One call of the XML API, in the order in which they came. */
export interface AdobeCall {
	action: string;
	/** Values in the order in which they were sent; the password is left out. */
	params: Record<string, string[]>;
	/** The session it came with; null: none. */
	session: string | null;
	/** ISO UTC of the sandbox's clock. */
	at: string;
	/** As answered, e.g. `ok`, `no-access/no-login`; empty when an injected fault stood before. */
	status: string;
}

/** How somebody enters a room. */
export interface AdobeEntry {
	/** Absent: a guest, who only types a name. */
	principalId?: string;
	/** Default: the principal's own. */
	name?: string;
	role?: AdobeStay['role'];
}

export interface AdobeLandingForm {
	email: string;
	firstName: string;
	lastName: string;
	/** By interaction id. */
	answers?: Record<string, string>;
	password?: string;
}

export interface AdobeConnectSide {
	world: AdobeConnectWorld;
	/** Live state by id; tests read it and may change it. */
	principals: Map<string, AdobePrincipal>;
	/** Of the account's own making. */
	groups: Map<string, AdobeGroup>;
	rooms: Map<string, AdobeRoom>;
	events: Map<string, AdobeEvent>;
	unsure: AdobeUnsure;
	calls: AdobeCall[];
	/** Mails of the account to people: confirmations of registrations. */
	mails: AdobeMail[];
	/** Most calls of one session that were being answered at the same time. */
	readonly mostAtOnce: number;
	callsOf(action: string): AdobeCall[];
	principalByLogin(login: string): AdobePrincipal | undefined;
	/** @throws Error when there is none, as the next ones */
	event(eventId: string): AdobeEvent;
	room(roomId: string): AdobeRoom;
	/** Every session handed out so far ends: no-access/no-login. */
	expireSessions(): void;
	/** The login is locked, as after too many wrong passwords. */
	lock(login: string, minutes: number): void;
	/** Somebody enters the room; the first one starts a held session. @returns the stay */
	join(roomId: string, entry: AdobeEntry): AdobeStay;
	/** Ends a stay; the last one out does not end the held session, see `endSession`. */
	leave(roomId: string, transcriptId: string): void;
	/** The host ends the meeting: everybody is out. @returns what was held */
	endSession(roomId: string): AdobeHeldSession;
	/** A person registers on the landing page, as event-register does. @returns the registrant */
	register(eventId: string, form: AdobeLandingForm): AdobeRegistrant;
	/** A manager decides in Event Management. */
	decide(eventId: string, principalId: string, permission: AdobeRegistrant['permission']): void;
	/** A recording of a room appears. */
	addRecording(roomId: string, recording: Partial<AdobeRecording>): AdobeRecording;
	/** Somebody answers a poll of the room. */
	answerPoll(
		roomId: string,
		interactionId: string,
		answer: { transcriptId: string; responses: string[] },
	): void;
}

export interface AdobeMail {
	to: string;
	eventId: string;
	template: 'permission-approved' | 'permission-pending' | 'permission-denied';
	/** ISO UTC. */
	sentAt: string;
}
