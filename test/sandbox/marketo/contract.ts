/** Marketo's live state and its outbound side, as tests see them. */
import type {
	MarketoCampaign,
	MarketoLeadState,
	MarketoMemberState,
	MarketoProgramState,
	MarketoWorld,
} from './world';

export interface MarketoActivity {
	/** Legacy number. */
	id: number;
	marketoGUID: string;
	leadId: number;
	/** ISO UTC. */
	activityDate: string;
	activityTypeId: number;
	campaignId: number | null;
	primaryAttributeValueId: number | null;
	primaryAttributeValue: string;
	/** Those of custom activities have an apiName too. */
	attributes: Array<{ name: string; apiName?: string; value: unknown }>;
	/** From this moment the API shows it, epoch milliseconds. */
	visibleAt: number;
}

/** A mail that somebody has received, with every token filled in. */
export interface MarketoMail {
	to: string;
	leadId: number;
	email: string;
	subject: string;
	body: string;
	/** ISO UTC. */
	sentAt: string;
}

export interface MarketoCustomActivityType {
	id: number;
	apiName: string;
	name: string;
	triggerName: string;
	filterName: string;
	description: string;
	status: 'draft' | 'approved' | 'approved with draft';
	primaryAttribute: { apiName: string; name: string; description?: string };
	/** Of the draft, where there is one. */
	attributes: Array<{ apiName: string; name: string; dataType: string; description?: string }>;
	/** What activities may carry: as last approved; null for a type that never was. */
	approvedAttributes: MarketoCustomActivityType['attributes'] | null;
	/** ISO UTC. */
	createdAt: string;
	updatedAt: string;
}

export interface MarketoSide extends MarketoOutbound {
	world: MarketoWorld;
	/** By id; deleted ones are gone. */
	leads: Map<number, MarketoLeadState>;
	programs: Map<number, MarketoProgramState>;
	/** `programId:leadId` */
	members: Map<string, MarketoMemberState>;
	/** In the order in which they happened. */
	activities: MarketoActivity[];
	customActivityTypes: MarketoCustomActivityType[];
	campaigns: Map<number, MarketoCampaign>;
	/** Every token handed out so far becomes invalid: `invalid` = 601, `expired` = 602. */
	revokeTokens(as?: 'invalid' | 'expired'): void;
	leadsByEmail(email: string): MarketoLeadState[];
	memberOf(programId: number, leadId: number): MarketoMemberState | undefined;
	/** A user deletes a lead. */
	deleteLead(leadId: number): void;
	/** A user clones a program in the UI: My Tokens come along. @returns the new program */
	cloneProgram(programId: number, name: string): MarketoProgramState;
	/** Another integration uses calls of the day. */
	spendQuota(calls: number): void;
	/**
	 * A user changes somebody's status on the Members tab; the same status again writes an activity too.
	 * @throws Error when Marketo would refuse
	 */
	changeStatus(programId: number, leadId: number, statusName: string): MarketoMemberState | null;
	/** Whom status Registered has sent to the event partner of a program, in order. */
	partnerPushes: Array<{ programId: number; leadId: number }>;
}

/** Smart campaigns, flow steps, webhooks and mail. */
export interface MarketoOutbound {
	mails: MarketoMail[];
	/** What became of each step of each campaign run, in order. */
	log: MarketoStepLog[];
	/**
	 * Somebody fills out a form: the lead is made or updated, campaigns with the trigger run.
	 * Resolves when every campaign that it started has ended.
	 */
	fillOutForm(form: string, fields: Record<string, string>): Promise<MarketoLeadState>;
	/** Runs a campaign for leads, as by hand; resolves when it has ended. */
	runCampaign(campaignId: number, leadIds: readonly number[]): Promise<void>;
	/** Waits for campaigns that API calls have started. */
	settled(): Promise<void>;
	/**
	 * Admin > Service Providers > Add New Service: fetches the OpenAPI document, checks it by Adobe's rules, stores
	 * the API key, calls /status and /getServiceDefinition.
	 * @throws Error that says what Marketo would refuse
	 */
	installService(
		openApiUrl: string,
		apiKey: string,
		options?: MarketoInstallOptions,
	): Promise<MarketoService>;
	/**
	 * The admin refreshes a picklist. @returns its choices
	 * @throws Error when Marketo could not use the answer
	 */
	refreshPicklist(service: string, attribute: string): Promise<MarketoChoice[]>;
	services: MarketoService[];
	/**
	 * Admin > Webhooks > New Webhook.
	 * @throws Error that says what Marketo would not save
	 */
	addWebhook(webhook: MarketoWebhook): void;
	/** What Marketo's documents leave open; a test may choose. */
	unsure: MarketoUnsure;
	/** Invocations of flow steps and what came back, in order. */
	invocations: MarketoInvocation[];
	/** How long a campaign waits for a callback before the test gives up, milliseconds; default 90,000. */
	callbackTimeoutMs: number;
}

export interface MarketoUnsure {
	/** Where My Tokens stand in an invocation: Adobe's schema describes them and nothing refers to it. */
	myTokenContextIn: 'context' | 'objectData' | 'topLevel';
	/** Adobe's proof of concept sends the callback's token in the body as well, and says that it has to. */
	callbackTokenInBody: boolean;
	/** What an empty token becomes in a webhook's JSON: `null` or `""`. */
	emptyTokenInWebhook: 'null' | 'emptyText';
}

/** What the admin chooses while installing a service. */
export interface MarketoInstallOptions {
	/** In place of the definition's, where that is in use already. */
	apiName?: string;
	/** Service attributes to lead fields (REST names), over what the definition suggests. */
	mappings?: { invocation?: Record<string, string>; callback?: Record<string, string> };
	/** Values of global attributes and headers. */
	settings?: Record<string, string>;
}

export interface MarketoChoice {
	displayValue: Record<string, string>;
	submittedValue: string;
}

export interface MarketoService {
	/** The name that the flow steps of campaigns hold. */
	apiName: string;
	name: string;
	baseUrl: string;
	/** The document and the service definition as they were fetched. */
	document: Record<string, unknown>;
	definition: Record<string, unknown>;
	status: Record<string, unknown>;
	icons: { brandIcon: string | null; serviceIcon: string | null };
	/** HTML that the admin sees while installing; null: the service has none. */
	instructions: string | null;
	/** Service attributes to lead fields (REST names), as the admin has left them. */
	mappings: { invocation: Record<string, string>; callback: Record<string, string> };
	/** Values of global attributes and headers. */
	settings: Record<string, string>;
	/** Of the activity that each use of the step leaves. */
	activityTypeId: number;
	/** Choices by attribute, as they were at the last refresh. */
	picklists: Record<string, MarketoChoice[]>;
}

export interface MarketoWebhook {
	name: string;
	url: string;
	/** Payload template, JSON with tokens. */
	template: string;
	headers: Record<string, string>;
	/** Response path → lead field (REST name). */
	mappings: Record<string, string>;
	/** Default 30,000. */
	timeoutMs?: number;
}

export interface MarketoInvocation {
	/** apiName of the service. */
	service: string;
	/** As it was sent to /submitAsyncAction. */
	request: Record<string, unknown>;
	/** Of the answer to /submitAsyncAction; null: none came. */
	status: number | null;
	/** Every time it was sent; 429, 5xx and broken connections are tried again. */
	attempts: Array<{ status: number | null; waitedMs: number }>;
	/** Bodies of the callbacks, in order; only the first good one is taken (one-time token). */
	callbacks: Array<{
		headers: Record<string, string>;
		body: Record<string, unknown>;
		status: number;
	}>;
	/** What Marketo could not use of the callback, or had to cut. */
	complaints: string[];
}

export interface MarketoStepLog {
	campaignId: number;
	leadId: number;
	step: number;
	kind: 'changeProgramStatus' | 'flowStep' | 'callWebhook' | 'sendEmail';
	ok: boolean;
	/** What the campaign's results page would say. */
	message: string;
	/** The person never left this step. */
	hanging?: true;
}
