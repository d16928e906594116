/**
 * What the sandbox's vendors hold when it starts, in the vendors' own wire words.
 * The story generator (test/story) writes a World; the sandbox plays it; test/truth never sees it.
 */

/** https://developers.zoom.us/docs/api/rate-limits/ */
export type ZoomPlan = 'free' | 'pro' | 'business';

export interface ZoomWorld {
	accountId: string;
	clientId: string;
	clientSecret: string;
	/** Secret Token of the app's Access page: signs every webhook. */
	webhookSecretToken: string;
	plan: ZoomPlan;
	/** Granular scopes of the app; a call outside them is answered with code 4711. */
	scopes: string[];
	users: ZoomUser[];
	webinars: ZoomWebinarState[];
	/** Meetings of the account: webinar calls do not know them. */
	meetings?: ZoomMeeting[];
	/** A General app beside the server-to-server one: authorization code, acts as one user. */
	generalApp?: ZoomGeneralApp;
}

export interface ZoomMeeting {
	id: number;
	hostId: string;
	topic: string;
	/** ISO UTC. */
	startTime: string;
	recordings?: ZoomRecording[];
}

export interface ZoomGeneralApp {
	clientId: string;
	clientSecret: string;
	/** The user who authorised it: `me`. */
	userId: string;
	scopes: string[];
}

export interface ZoomUser {
	id: string;
	email: string;
	first_name: string;
	last_name: string;
	/** false = no webinar licence: webinar calls answer code 200 "Webinar plan is missing". */
	webinarLicence: boolean;
}

export interface ZoomWebinarState {
	id: number;
	/** UUID of the next or latest instance, as `GET /webinars/{id}` shows it. */
	uuid: string;
	hostId: string;
	topic: string;
	agenda: string;
	/** 5 webinar, 6 recurring without fixed time, 9 recurring with fixed time. */
	type: 5 | 6 | 9;
	/** ISO UTC. */
	startTime: string;
	/** Scheduled minutes. */
	duration: number;
	timezone: string;
	createdAt: string;
	joinUrl: string;
	/** 0 automatic, 1 manual, 2 no registration. */
	approvalType: 0 | 1 | 2;
	questionAndAnswer: boolean;
	alternativeHosts: string[];
	registrants: ZoomRegistrantRow[];
	panelists: Array<{ id: string; name: string; email: string }>;
	sessions: ZoomSession[];
	/**
	 * What differs from the defaults of `GET /webinars/{id}`, in Zoom's words; `paid: true` beside them is
	 * registration that costs something, which no answer shows.
	 */
	settings?: Record<string, unknown>;
	/** Type 9. */
	occurrences?: ZoomOccurrence[];
	recurrence?: Record<string, unknown>;
	/** The form; first name and email are always asked. */
	questions?: ZoomRegistrationForm;
	trackingSources?: Array<{ id: string; source_name: string; tracking_url: string }>;
	/** Made in Zoom Events: shown in lists, refused by update and delete. */
	eventsWebinar?: boolean;
	passcode?: string;
	templateId?: string;
	trackingFields?: Array<{ field: string; value: string }>;
	creationSource?: 'open_api' | 'web_portal';
	recordings?: ZoomRecording[];
}

export interface ZoomOccurrence {
	/** Milliseconds since 1970 as text. */
	occurrence_id: string;
	/** ISO UTC. */
	start_time: string;
	/** Minutes. */
	duration: number;
	status: 'available' | 'deleted';
	/** What was changed for this date alone; `GET /webinars/{id}?occurrence_id=` shows it. */
	agenda?: string;
	settings?: Record<string, unknown>;
}

export interface ZoomRegistrationForm {
	questions: Array<{ field_name: string; required: boolean }>;
	custom_questions: Array<{
		title: string;
		type: 'short' | 'single_radio' | 'single_dropdown' | 'multiple';
		required: boolean;
		answers?: string[];
	}>;
}

/** The cloud recording of one session. */
export interface ZoomRecording {
	sessionUuid: string;
	/** ISO UTC; before it Zoom answers 404/3301, as for no recording. */
	readyAt: string;
	/** Undefined = there; trashed ones show with `trash=true` only. */
	removed?: 'trashed' | 'deleted';
	/** ISO UTC; default: when it was ready. */
	removedAt?: string;
	shareUrl: string;
	playPasscode: string;
	password: string;
	files: ZoomRecordingFile[];
	/** Who watched it, one row per view. */
	views: Array<{ name: string; email: string; date_time: string; duration: number }>;
	/** Registered for the recording; registering is not viewing. */
	registrants?: ZoomRegistrantRow[];
}

export interface ZoomRecordingFile {
	id: string;
	file_type: string;
	file_extension: string;
	/** CC and TIMELINE files have none. */
	recording_type?: string;
	/** ISO UTC. */
	recording_start: string;
	recording_end: string;
	/** Text files: what is in them. Media: nothing but a length; the bytes are made while they are sent. */
	content: string | { bytes: number };
	/** ISO UTC; a file that is not ready has status `processing` and no download_url. Default: at once. */
	readyAt?: string;
}

/** A row of `GET /webinars/{id}/registrants`; `cancelled` never shows in any list. */
export interface ZoomRegistrantRow {
	id: string;
	email: string;
	first_name: string;
	last_name: string;
	phone?: string;
	org?: string;
	job_title?: string;
	country?: string;
	address?: string;
	city?: string;
	state?: string;
	zip?: string;
	industry?: string;
	purchasing_time_frame?: string;
	role_in_purchase_process?: string;
	no_of_employees?: string;
	comments?: string;
	language?: string;
	source_id?: string;
	/** Series with a registration per occurrence; undefined = all of them. */
	occurrence_ids?: string[];
	/** Dates of a series whose status was set apart from the others. */
	occurrence_status?: Record<string, 'approved' | 'denied'>;
	status: 'approved' | 'pending' | 'denied' | 'cancelled';
	create_time: string;
	join_url: string;
	custom_questions?: Array<{ title: string; value: string }>;
}

/** One run of a webinar. */
export interface ZoomSession {
	/** May start with `/` or contain `//`. */
	uuid: string;
	startTime: string;
	endTime: string;
	practiceSession: boolean;
	/** ISO UTC; before it the report answers 404/3001. Zoom says "up to 30 minutes" after the end. */
	reportReadyAt: string;
	/** ISO UTC; between reportReadyAt and this moment every row's duration is 0. */
	durationsReadyAt: string;
	participants: ZoomParticipantRow[];
	polls: ZoomPersonAnswers[];
	qa: ZoomPersonQuestions[];
	survey: ZoomPersonAnswers[];
}

/** A row of `GET /report/webinars/{id}/participants`. One per join, not per person. */
export interface ZoomParticipantRow {
	/** Deprecated by Zoom, same meaning as participant_user_id. */
	id: string;
	user_id: string;
	name: string;
	user_email: string;
	join_time: string;
	leave_time: string;
	/** Seconds. */
	duration: number;
	registrant_id: string;
	participant_user_id: string;
	failover: boolean;
	status: 'in_meeting' | 'in_waiting_room';
}

/** Polls and surveys: one entry per person with all answers. */
export interface ZoomPersonAnswers {
	email: string;
	name: string;
	first_name: string;
	last_name: string;
	answers: Array<{ question: string; answer: string; date_time: string; polling_id: string }>;
}

export interface ZoomPersonQuestions {
	user_id: string;
	email: string;
	name: string;
	questions: Array<{
		question: string;
		question_id: string;
		create_time: string;
		question_status: 'default' | 'open' | 'dismissed' | 'answered' | 'deleted';
		answer: string;
	}>;
}

export type HubSpotTier = 'starter' | 'professional' | 'enterprise';

export interface HubSpotWorld {
	portalId: number;
	/** Service key (`pat-na1-…`); `Authorization: Bearer`. */
	serviceKey: string;
	scopes: string[];
	tier: HubSpotTier;
	oauthApp?: HubSpotOAuthApp;
	/** Account users: the native integration never makes contacts of them. */
	users: HubSpotUser[];
	contacts: HubSpotContactState[];
	/** Names of contact properties that exist beside HubSpot's own. */
	properties: Array<{
		name: string;
		label: string;
		type: string;
		fieldType: string;
		groupName: string;
	}>;
	/**
	 * Merging keeps the primary contact's id (HubSpot's beta of that name); default: the merged
	 * contact has a new one. The old ids lead to it either way.
	 */
	primaryIdPreservation?: boolean;
	/** Contact properties that the portal requires: 2026-09 enforces them on create, older versions do not. */
	requiredProperties?: string[];
	/** How long the search index lags behind writes, milliseconds of the sandbox's clock; default 2000. */
	searchDelayMs?: number;
	/** Marketing events that other apps made before; the native Zoom app for one. */
	foreignEvents?: HubSpotForeignEvent[];
	/** false: the portal may not use marketing events: 403 that names no scope. */
	marketingEventsAllowed?: boolean;
	/** How long a new event cannot be found by `identifiers`, milliseconds ("a few minutes"); default 0. */
	identifierDelayMs?: number;
	/** Larger uploads and imports are refused; default 2 GB. */
	maxFileBytes?: number;
	versions?: {
		/** Dated versions that this portal does not know: every path of theirs is 404. */
		missing?: string[];
	};
}

/** A marketing event of another app, with what that app recorded. */
export interface HubSpotForeignEvent {
	/** Default: the native Zoom app. */
	app?: { id: number; name: string };
	externalAccountId: string;
	externalEventId: string;
	/** Wire words: eventName, eventOrganizer, startDateTime, … */
	fields: Record<string, unknown>;
	completed?: boolean;
	participations?: Array<{
		contactId: string;
		verb: 'register' | 'attend' | 'cancel';
		/** Epoch milliseconds. */
		interactionDateTime: number;
		joinedAt?: string;
		leftAt?: string;
	}>;
}

/** A public app whose users sign in (OAuth); its custom workflow actions are called by HubSpot. */
export interface HubSpotOAuthApp {
	appId: number;
	name: string;
	clientId: string;
	/** Signs what HubSpot sends for this app. */
	clientSecret: string;
	/** Each of them must be asked for. */
	scopes: string[];
	/** May be asked for. */
	optionalScopes?: string[];
	/** What the account's plan does not have: left out of a grant, and refused where required. */
	unavailableScopes?: string[];
	/** Compared letter by letter. */
	redirectUris: string[];
	/** `hapikey` of the developer account, for the app's own configuration. */
	developerApiKey?: string;
}

export interface HubSpotUser {
	id: string;
	email: string;
	firstName: string;
	lastName: string;
}

export interface HubSpotContactState {
	id: string;
	/** Primary address, lower case. */
	email: string;
	additionalEmails: string[];
	/** Archived contacts stay readable with archived=true for 90 days. */
	archivedAt?: string;
	/** After a merge: the ids that lead here now. */
	mergedIds?: string[];
	properties: Record<string, string>;
}

export interface World {
	/** ISO UTC moment at which the sandbox's clock starts; it then runs on with the real one. */
	now: string;
	zoom: ZoomWorld;
	hubspot: HubSpotWorld;
	/** Absent: Marketo is not played. */
	marketo?: import('./marketo/world').MarketoWorld;
	/** Absent: Adobe Connect is not played. */
	adobeConnect?: import('./adobeConnect/world').AdobeConnectWorld;
}
