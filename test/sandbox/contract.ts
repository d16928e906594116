/** The sandbox's face to everybody who starts it: tests, the host, the command line. */
import type { World } from './world';

/** One request as the sandbox saw it; the books never forget one. */
export interface BookEntry {
	vendor: 'zoom' | 'hubspot';
	/** `POST /crm/objects/2026-09/contacts/batch/read`, with the vendor's prefix cut off (Zoom: `/v2` too); still encoded. */
	method: string;
	path: string;
	query: Record<string, string>;
	/** The declared route, e.g. `/webinars/:webinarId`; `unknown` when nothing matched. */
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
	clear(): void;
}

export type Fault =
	/** The vendor's own 429 (per second, daily) or 5xx, without touching the state. */
	| {
			kind: 'status';
			status: number;
			policy?: 'QPS' | 'Daily-limit' | 'TEN_SECONDLY_ROLLING' | 'DAILY';
	  }
	/** The connection is cut before or after the write took effect. */
	| { kind: 'cutBefore' }
	| { kind: 'cutAfter' }
	/** 200 with an HTML body. */
	| { kind: 'html' };

export interface FaultRule {
	vendor: BookEntry['vendor'];
	/** Only requests whose `METHOD path` matches. */
	match?: RegExp;
	fault: Fault;
	/** How many times; default 1. */
	times?: number;
}

/** Random faults, reproducible from the seed; never twice in a row on the same request key. */
export interface RandomFaults {
	seed: number;
	/** 0–1, per request. */
	rate: number;
	/** Only requests whose `METHOD path` matches. */
	match?: RegExp;
	faults: Fault[];
}

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
	books: Books;
	/** Live state; tests read it and may change it. */
	zoom: ZoomSide;
	hubspot: HubSpotSide;
	/** Sandbox time in epoch milliseconds. */
	now(): number;
	/** Jump the clock forward. */
	advance(ms: number): void;
	addFault(rule: FaultRule): void;
	clearFaults(): void;
	close(): Promise<void>;
}

export interface ZoomSide {
	world: World['zoom'];
	/** Every token handed out so far becomes invalid (401, code 124). */
	revokeTokens(): void;
	/** Sign and send as Zoom does, with Zoom's retries. */
	deliver(delivery: WebhookDelivery): Promise<WebhookResult>;
	/** The documented payload of `webinar.ended` for a session of the world. */
	webinarEnded(webinarId: number, sessionUuid: string, to: string): Promise<WebhookResult>;
	/** Marketplace's Validate button: true when the endpoint answered the challenge rightly. */
	validateUrl(to: string): Promise<boolean>;
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
	externalAccountId: string;
	externalEventId: string;
	/** As last written, wire words (eventName, eventOrganizer, startDateTime, …). */
	fields: Record<string, unknown>;
	completed: boolean;
	cancelled: boolean;
	/** Activities in order; the same contact and interactionDateTime is one activity. */
	activities: HubSpotAttendanceRecord[];
}

export interface HubSpotSide {
	world: World['hubspot'];
	/** All contacts, archived ones too, by id. */
	contacts: Map<string, import('./world').HubSpotContactState>;
	events: HubSpotEventState[];
	/** Contact property definitions by name. */
	properties: Map<string, Record<string, unknown>>;
	contactByEmail(email: string): import('./world').HubSpotContactState | undefined;
}
