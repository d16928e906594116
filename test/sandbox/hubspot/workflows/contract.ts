/** HubSpot's outbound side: what its workflows send, and what became of it. */
import type { ActionDefinition } from './definition';

export type SignatureVersion = 'v1' | 'v2' | 'v3';

/** What a manipulator does to a request of HubSpot's. Everything but `secret` and `timestamp` happens after signing. */
export interface Tampering {
	/** Signed with this in place of the app's client secret. */
	secret?: string;
	/** Signed at this moment, epoch milliseconds; default: now by the real clock, which is the receiver's. */
	timestamp?: number;
	/** Lower-case names; null takes a header away, a list sends it several times. */
	headers?: Record<string, string | string[] | null>;
	body?(body: Buffer): Buffer;
	method?: string;
	host?: string;
	/** Path and query. */
	path?(path: string): string;
}

export interface SendOptions {
	/** v1 and v2 share a header, so only one of them is sent. */
	signatures?: SignatureVersion[];
	/**
	 * Origin, perhaps with a path, under which HubSpot knows the receiver: it is signed and sent as host,
	 * while the request goes to the URL's own host, with the headers of a proxy.
	 */
	publicUrl?: string;
	/** Origin, perhaps with a path, that really is called in place of the URL's own: HubSpot's URL stays as it is. */
	connectTo?: string;
	tamper?: Tampering;
	/** Waits before the second, third, … attempt, milliseconds; HubSpot's take three days. */
	retryDelaysMs?: number[];
	/** HubSpot's are 3 and 30 seconds. */
	connectTimeoutMs?: number;
	responseTimeoutMs?: number;
}

export interface Attempt {
	/** How long was waited before it, milliseconds. */
	waitedMs: number;
	/** null: no answer came. */
	status: number | null;
	headers: Record<string, string>;
	body: string;
	/** Why no answer came. */
	error?: string;
	/** As it was sent. */
	sent: { method: string; url: string; headers: Record<string, string | string[]>; body: string };
}

export type InputValue =
	| string
	| { type: 'STATIC_VALUE'; value: string }
	| { type: 'OBJECT_PROPERTY'; propertyName: string };

export interface WorkflowAction {
	/** `actionDefinitionId` of what is sent. */
	id: string;
	/** Counts up with every change. */
	revisionId: string;
	definition: ActionDefinition;
}

export interface EnrollOptions extends SendOptions {
	action: WorkflowAction;
	contactId: string;
	inputFields?: Record<string, InputValue>;
	workflowId?: number;
	/** Older examples of HubSpot's say `fields`; default: inputFields. */
	inputFieldsAs?: 'inputFields' | 'fields' | 'both';
}

export type EnrollmentState = 'sending' | 'waiting' | 'succeeded' | 'failed' | 'expired';

/** One contact at one action of a workflow. */
export interface Enrollment {
	readonly callbackId: string;
	/** `sending`: the action's URL has not answered yet; `waiting`: it blocked, a callback is due. */
	readonly state: EnrollmentState;
	readonly attempts: readonly Attempt[];
	/** The action's outputs, without HubSpot's own `hs_…`. */
	readonly outputFields: Readonly<Record<string, string>>;
	/** What the workflow's history shows: the label of the first execution rule that holds. */
	readonly message: string | undefined;
	/** What HubSpot could not use of the answers: unknown outputs, values that are no option, … */
	readonly complaints: readonly string[];
	/** Sandbox time, epoch milliseconds, after which a blocked workflow goes on. */
	readonly expiresAt: number | undefined;
	/** Which way a branch on an output goes: the label of its option, or of a text the value; undefined: "None met". */
	branch(outputField: string): string | undefined;
	/** The action's URL has answered, or never will. */
	answered(timeoutMs?: number): Promise<Enrollment>;
	/** Done, one way or the other. @throws Error when it takes longer */
	settled(timeoutMs?: number): Promise<Enrollment>;
}

export interface ChoicesOptions extends SendOptions {
	action: WorkflowAction;
	/** Name of the input field whose choices are asked for. */
	field: string;
	/** Only after an answer that said `searchable`. */
	q?: string;
	/** Cursor of the answer before. */
	after?: string;
	/** What the user has chosen so far. */
	inputFields?: Record<string, InputValue>;
	/** HubSpot's functions see it inside inputFields; default: beside them. */
	fetchOptionsIn?: 'body' | 'inputFields';
}

export interface Choice {
	label: string;
	value: string;
	description?: string;
}

export interface ChoicesAnswer {
	attempt: Attempt;
	/** What a user sees in the drop-down; empty when HubSpot could not use the answer. */
	options: Choice[];
	after: string | undefined;
	searchable: boolean;
	complaints: string[];
}

/** `key` in the body or the query, with a contact property of that or of another name, or a fixed text. */
export type WebhookField =
	string | { key: string; property: string } | { key: string; value: string };

export interface WebhookOptions extends SendOptions {
	url: string;
	contactId: string;
	method?: 'POST' | 'GET';
	/** `all`: the contact as the old contacts API shows it. */
	properties?: 'all' | WebhookField[];
	/** "Use request signature": the client secret of the app whose ID the user gave. */
	secret?: string;
	apiKeyHeader?: { name: string; value: string };
}

export interface WebhookResult {
	attempts: Attempt[];
	state: 'succeeded' | 'failed';
}

export interface HubSpotWorkflows {
	/**
	 * Adds an action, from the content of a project's `*-hsmeta.json` or from the API's form.
	 * @throws Error that names everything HubSpot would refuse
	 */
	defineAction(definition: unknown): WorkflowAction;
	/** Lets a workflow reach the action with a contact. */
	enroll(options: EnrollOptions): Enrollment;
	/** Opens (searches, scrolls) the drop-down of an input field in the workflow editor. */
	options(options: ChoicesOptions): Promise<ChoicesAnswer>;
	/** The plain "Send a webhook" action, which needs no app. */
	sendWebhook(options: WebhookOptions): Promise<WebhookResult>;
	readonly enrollments: readonly Enrollment[];
	/** What a test may switch where HubSpot's documents leave it open. */
	readonly unsure: {
		/** The answer to a second completion of the same callback; default 404. */
		secondCompletion: 400 | 404;
		/** Whether a completion without `typedOutputs` is refused; default false. */
		typedOutputsRequired: boolean;
	};
}
