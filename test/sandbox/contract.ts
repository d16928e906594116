/** The sandbox's face to everybody who starts it: tests, the host, the command line. */
import type { World } from './world';

/** One request as the sandbox saw it; the books never forget one. */
export interface BookEntry {
	vendor: 'zoom' | 'hubspot' | 'marketo' | 'adobeConnect';
	/** `POST /crm/objects/2026-09/contacts/batch/read`, with the vendor's prefix cut off (Zoom: `/v2` too); still encoded. */
	method: string;
	path: string;
	query: Record<string, string>;
	/**
	 * The declared route, e.g. `/webinars/:webinarId`; `unknown` when nothing matched. Adobe Connect has one for all
	 * actions: `/api/xml?action=sco-info`.
	 */
	route: string;
	/** true for calls that changed or would change the vendor's state (reads by POST are not writes). */
	write: boolean;
	status: number;
	/** Parsed body as sent and as answered; secrets (token requests) are left out. */
	request: unknown;
	response: unknown;
	/** Sandbox clock, ISO UTC. */
	at: string;
	/** The injected fault this request met; after `cutBefore` the status is 0. */
	fault?: Fault['kind'];
}

export interface Books {
	readonly entries: readonly BookEntry[];
	calls(vendor: BookEntry['vendor']): BookEntry[];
	writes(vendor: BookEntry['vendor']): BookEntry[];
	/**
	 * Calls the listener with every further entry, before its answer leaves: whoever is answered finds what the
	 * listener has done.
	 * @returns ends it
	 */
	listen(listener: (entry: BookEntry) => void): () => void;
	clear(): void;
}

export type Fault =
	/** The vendor's own 429 (per second, daily) or 5xx, without touching the state. */
	| {
			kind: 'status';
			status: number;
			policy?:
				| 'QPS'
				| 'Daily-limit'
				/** Zoom's limit per person and day of one call, as registrations have it. */
				| 'registrant'
				| 'TEN_SECONDLY_ROLLING'
				| 'DAILY';
	  }
	/** The connection is cut before or after the write took effect. */
	| { kind: 'cutBefore' }
	| { kind: 'cutAfter' }
	/** 200 with an HTML body. */
	| { kind: 'html' }
	/**
	 * Marketo's errors come with HTTP 200 and `success: false`, e.g. 602, 606, 607, 608, 611, 615, 1035; without
	 * touching the state. The message is Marketo's own unless given.
	 */
	| { kind: 'marketoError'; code: string; message?: string }
	/** Adobe Connect's errors come with HTTP 200 and a status that is not `ok`; without touching the state. */
	| { kind: 'adobeError'; code: string; subcode?: string }
	/** The answer ends in the middle, and nothing says so: a proxy has lost the rest. */
	| { kind: 'truncated' }
	/** The request is read, and takes effect, only after so many real milliseconds. */
	| { kind: 'slow'; ms: number }
	/** The request takes effect at once; its answer comes after so many real milliseconds. */
	| { kind: 'late'; ms: number }
	/** The right answer under another content type. */
	| { kind: 'contentType'; type: string }
	/** Every token or session handed out so far becomes invalid before this request is looked at; HubSpot's service keys stay. */
	| { kind: 'revoked' }
	/** The vendor's clock jumps forward before this request, by so many milliseconds or past midnight UTC. */
	| { kind: 'clock'; ms: number | 'pastMidnight' };

export interface FaultRule {
	vendor: BookEntry['vendor'];
	/** Only requests whose `METHOD path` matches; of Adobe Connect the action is part of it: `POST /api/xml?action=sco-info`. */
	match?: RegExp;
	fault: Fault;
	/** How many times; default 1. */
	times?: number;
}

/**
 * Random faults, reproducible from the seed in whatever order concurrent requests arrive; never twice in a
 * row on the same request key, except where `stubborn` says so.
 */
export interface RandomFaults {
	seed: number;
	/** 0–1, per request. */
	rate: number;
	/** Only requests whose `METHOD path` matches. */
	match?: RegExp;
	/** For all vendors, or of each. */
	faults: readonly Fault[] | FaultsByVendor;
	/** This share of the faults hits the same request so many times in a row: longer than a client tries. */
	stubborn?: { share: number; times: number };
}

export type FaultsByVendor = Readonly<Record<BookEntry['vendor'], readonly Fault[]>>;

export interface SandboxOptions {
	world: World;
	/** Default: a free port on 127.0.0.1. */
	port?: number;
	/** Limits enforced (default true). Off only where a test measures something else. */
	limits?: boolean;
	/** How long a marketing-event participation stays invisible after its POST, milliseconds; default 300. */
	participationDelayMs?: number;
	/** Zoom access tokens' life in seconds; default 3600. */
	tokenLifeSeconds?: number;
	randomFaults?: RandomFaults;
}

export interface WebhookDelivery {
	/** e.g. webinar.ended, endpoint.url_validation */
	event: string;
	payload: Record<string, unknown>;
	to: string;
	/** Zoom retries after 5, 20 and 60 minutes on 5xx and transport failures only; here milliseconds. */
	retryDelaysMs?: number[];
	/** Overrides for tests of refusal. */
	secret?: string;
	timestampSeconds?: number;
	rawBody?: string;
	/** `event_ts`, epoch milliseconds; default: now. */
	eventTime?: number;
	/** Recording events carry one, beside the payload. */
	downloadToken?: string;
}

/** What Zoom says happened: `deliver({ ...event, to })` sends it, as often as a test wants. */
export type ZoomEvent = Pick<WebhookDelivery, 'event' | 'payload' | 'eventTime' | 'downloadToken'>;

/** The documented event of everything that happens to a webinar, about what the world holds. */
export interface ZoomEvents {
	webinarCreated(webinarId: number): ZoomEvent;
	/** @param changes only what changed, in Zoom's words */
	webinarUpdated(
		webinarId: number,
		changes: { now: Record<string, unknown>; before: Record<string, unknown> },
		options?: {
			/** Zoom's schema says payload, its example object. */
			oldObjectIn?: 'payload' | 'object';
			/** One occurrence of a series. */
			single?: boolean;
		},
	): ZoomEvent;
	webinarDeleted(webinarId: number, occurrenceId?: string): ZoomEvent;
	webinarStarted(webinarId: number, sessionUuid: string): ZoomEvent;
	webinarEnded(webinarId: number, sessionUuid: string): ZoomEvent;
	registrationCreated(webinarId: number, registrantId: string): ZoomEvent;
	registrationApproved(webinarId: number, registrantId: string): ZoomEvent;
	registrationDenied(webinarId: number, registrantId: string): ZoomEvent;
	registrationCancelled(webinarId: number, registrantId: string): ZoomEvent;
	/** @param userId `user_id` of the participant's row */
	participantJoined(webinarId: number, sessionUuid: string, userId: string): ZoomEvent;
	participantLeft(webinarId: number, sessionUuid: string, userId: string): ZoomEvent;
	/** Meetings too: the session's UUID names the recording. */
	recordingCompleted(sessionUuid: string): ZoomEvent;
	transcriptCompleted(sessionUuid: string): ZoomEvent;
}

export interface WebhookResult {
	attempts: number;
	status: number | null;
	body: string;
}

export interface Sandbox {
	/** http://127.0.0.1:PORT */
	url: string;
	/** Put into the Zoom credential's custom base URL: `${url}/zoom`, API below `/v2`, token at `/oauth/token`. */
	zoomBaseUrl: string;
	/** Put into the HubSpot credential's base URL: `${url}/hubspot`. */
	hubspotBaseUrl: string;
	/** Put into the Marketo credential's endpoint: `${url}/marketo`, REST below /rest, bulk below /bulk, token below /identity. */
	marketoBaseUrl: string;
	/** Put into the Adobe Connect credential's address: `${url}/adobe`, API at /api/xml. */
	adobeBaseUrl: string;
	books: Books;
	/** Live state; tests read it and may change it. */
	zoom: ZoomSide;
	hubspot: HubSpotSide;
	/** @throws Error when the world has no Marketo */
	readonly marketo: import('./marketo/contract').MarketoSide;
	/** @throws Error when the world has no Adobe Connect */
	readonly adobeConnect: import('./adobeConnect/contract').AdobeConnectSide;
	/** Sandbox time in epoch milliseconds. */
	now(): number;
	/** Jump the clock forward. */
	advance(ms: number): void;
	addFault(rule: FaultRule): void;
	clearFaults(): void;
	close(): Promise<void>;
}

export interface ZoomSide extends ZoomControls {
	world: World['zoom'];
	/** Every token handed out so far becomes invalid (401, code 124). */
	revokeTokens(): void;
	/** Sign and send as Zoom does, with Zoom's retries. */
	deliver(delivery: WebhookDelivery): Promise<WebhookResult>;
	events: ZoomEvents;
	/** Sends an event to every subscription that asks for it. */
	publish(event: ZoomEvent): Promise<WebhookResult[]>;
	/** The documented payload of `webinar.ended` for a session of the world. */
	webinarEnded(webinarId: number, sessionUuid: string, to: string): Promise<WebhookResult>;
	/** Marketplace's Validate button: true when the endpoint answered the challenge rightly. */
	validateUrl(to: string): Promise<boolean>;
}

/** What a test may switch at Zoom, and what it may look at. */
export interface ZoomControls {
	/** How the files behind a `download_url` come. */
	downloads: {
		/**
		 * Where redirects lead: the same host, which asks for the token again, one that must never see it, or
		 * an address as it stands.
		 */
		redirectTo: 'sameHost' | 'otherHost' | { location: string };
		/** How many come before the file. */
		redirects: number;
		/** The next files are cut after so many bytes, one entry each. */
		cutAfterBytes: number[];
	};
	/** Authorization headers that were sent to another host than the download's own. */
	leakedTokens: string[];
	/** Within how many milliseconds a webhook is to be answered, else it comes again. */
	answerDueMs: number;
	/** Client IDs of deactivated apps: they get no token. */
	disabledApps: Set<string>;
	/** Event subscriptions of the account; a test may put foreign ones here. */
	subscriptions: ZoomSubscription[];
	/** Whether a server-to-server app's tokens carry the scopes for event subscriptions; Zoom's documents contradict each other. */
	serverToServerMaySubscribe: boolean;
	/** Which ID the report of upcoming events gives for a webinar; Zoom's page does not say. */
	upcomingEventId: 'number' | 'uuid';
}

/** https://developers.zoom.us/docs/api/marketplace/#tag/apps : an event subscription, in Zoom's words. */
export interface ZoomSubscription {
	event_subscription_id: string;
	events: string[];
	event_subscription_name: string;
	event_webhook_url: string;
	subscription_scope: 'user' | 'account' | 'master_account' | 'team';
	/** `default`: made in the app's pages, no call may change it. */
	created_source: 'default' | 'openapi';
	subscriber_id: string;
	/** Scope `user`: whose events. */
	user_ids: string[];
}

export interface HubSpotAttendanceRecord {
	contactId: string;
	verb: 'register' | 'attend' | 'cancel';
	/** Epoch milliseconds. */
	interactionDateTime: number;
	joinedAt: string | null;
	leftAt: string | null;
}

export interface HubSpotEventState {
	objectId: string;
	/** Who made it: only that app sees it under its external id. */
	app?: { id: number; name: string };
	externalAccountId: string;
	externalEventId: string;
	/** As last written, wire words (eventName, eventOrganizer, startDateTime, …). */
	fields: Record<string, unknown>;
	completed: boolean;
	cancelled: boolean;
	/** Activities in order; the same contact and interactionDateTime is one activity. */
	activities: HubSpotAttendanceRecord[];
	/** Lists that were tied to it. */
	listIds?: string[];
}

/** A call, note or meeting. */
export interface HubSpotEngagementState {
	id: string;
	properties: Record<string, string>;
	/** Association type ids (engagement to contact) by contact id. */
	contacts: Map<string, Set<number>>;
	/** ISO UTC. */
	createdAt: string;
	updatedAt: string;
	archivedAt?: string;
}

export interface HubSpotFileState {
	id: string;
	/** Without the extension, as HubSpot names files. */
	name: string;
	extension: string;
	/** `/webinars/recording.mp4` */
	path: string;
	access: string;
	/** Bytes. */
	size: number;
	sha256: string;
	/** What is in it; files of 1 MB and more are not kept. */
	content: Buffer | null;
	contentType: string;
	/** Where it was imported from. */
	sourceUrl?: string;
	/** ISO UTC. */
	createdAt: string;
	updatedAt: string;
	archivedAt?: string;
	/** ISO 8601 duration after which it is to be deleted. */
	ttl?: string;
}

export interface HubSpotUtterance {
	speaker: { id: string; name: string; email?: string };
	text: string;
	languageCode?: string;
	startTimeMillis: number;
	endTimeMillis: number;
}

export interface HubSpotTranscriptState {
	id: string;
	/** Id of the call. */
	engagementId: string;
	utterances: HubSpotUtterance[];
	createdAt: string;
}

export interface HubSpotListState {
	listId: string;
	name: string;
	objectTypeId: string;
	processingType: 'MANUAL' | 'SNAPSHOT' | 'DYNAMIC';
	/** Contact ids. */
	members: Set<string>;
	createdAt: string;
}

export interface HubSpotSide {
	world: World['hubspot'];
	/** What HubSpot's workflows call, and what became of it. */
	workflows: import('./hubspot/workflows/contract').HubSpotWorkflows;
	/** Every OAuth access token handed out so far becomes invalid (401); refresh tokens only when asked. */
	revokeTokens(options?: { refreshTokens?: boolean }): void;
	/** All contacts, archived ones too, by id. */
	contacts: Map<string, import('./world').HubSpotContactState>;
	events: HubSpotEventState[];
	/** Contact property definitions by name. */
	properties: Map<string, Record<string, unknown>>;
	contactByEmail(email: string): import('./world').HubSpotContactState | undefined;
	/** All of them, archived ones too, by id. */
	calls: Map<string, HubSpotEngagementState>;
	notes: Map<string, HubSpotEngagementState>;
	meetings: Map<string, HubSpotEngagementState>;
	files: Map<string, HubSpotFileState>;
	transcripts: Map<string, HubSpotTranscriptState>;
	lists: Map<string, HubSpotListState>;
	/**
	 * Merges two contacts, as a user does in HubSpot.
	 * @returns the id of the merged contact
	 */
	merge(primaryId: string, otherId: string): string;
	/** Deletes a contact, as a user does in HubSpot (restorable for 90 days). */
	archive(contactId: string): void;
}
