/** The generator's story: who the people are and what they did. Truth reads it; the product never does. */
import type { World } from '../sandbox/world';

export interface StoryOptions {
	seed: number;
	/** Registrants of the main webinar, approved ones. */
	registrants: number;
	/** ISO UTC; the main session ended shortly before it. Default 2026-11-20T17:10:00Z. */
	now?: string;
	/** Minutes after the end at which Zoom's report is ready. Default 0: ready at once. */
	reportDelayMinutes?: number;
}

export type PersonKind =
	| 'registrant'
	/** Joined with an e-mail of their own, never registered. */
	| 'unregisteredGuest'
	/** No e-mail in the report, not to be matched with any registrant. */
	| 'anonymousGuest'
	| 'phoneCaller'
	| 'panelist'
	| 'host';

/** What the story knows of one person before the run. */
export type CrmState =
	| 'absent'
	| 'known'
	/** Address is only a secondary one of somebody. */
	| 'secondary'
	/** Contact was deleted less than 90 days ago. */
	| 'deleted'
	/** Address of a HubSpot account user. */
	| 'accountUser';

export interface StoryPerson {
	/** Stable within the story. */
	key: string;
	kind: PersonKind;
	/** As typed, perhaps with upper case and blanks; empty for people without. */
	typedEmail: string;
	/** Trimmed, lower case. */
	email: string;
	/** false = no mail server would take it. */
	emailValid: boolean;
	firstName: string;
	lastName: string;
	/** ISO UTC of the registration, null when never registered. */
	registeredAt: string | null;
	registrantId: string | null;
	/** Real presence in the session, ISO UTC, disjoint, in order, within the session; empty = not there. */
	presence: Array<{ from: string; to: string }>;
	/** Polls of the session this person answered, and how many there were. */
	pollsAnswered: number;
	questionsAsked: number;
	surveyAnswered: boolean;
	crm: CrmState;
	/** The contact's id, for everybody whose address the CRM knows (`secondary`: of the other one). */
	contactId?: string;
}

export interface StorySession {
	webinarId: number;
	topic: string;
	/** Empty = never started: then there is no session, and the times are the scheduled ones. */
	sessionUuid: string;
	startTime: string;
	endTime: string;
	hostEmail: string;
	pollCount: number;
	questionAndAnswer: boolean;
	registration: boolean;
	people: StoryPerson[];
}

export interface Story {
	seed: number;
	world: World;
	/** The webinar that has just ended. */
	main: StorySession;
	/** Further ones: an earlier webinar with some of the same people, one nobody joined, one that never started, one without registration. */
	earlier: StorySession;
	nobody: StorySession;
	noRegistration: StorySession;
	neverStarted: StorySession;
}
