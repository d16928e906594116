/** What Marketo Engage holds when the sandbox starts, in Marketo's own wire words. */

export interface MarketoWorld {
	/** e.g. 123-ABC-456 */
	munchkinId: string;
	/** Client ID and secret of a LaunchPoint service "Custom" and of what its API-only user may do. */
	clientId: string;
	clientSecret: string;
	/** Permissions of the role, e.g. `Read-Write Lead`; a call outside them is answered with 603. */
	permissions: string[];
	channels: MarketoChannel[];
	programs: MarketoProgramState[];
	leads: MarketoLeadState[];
	members: MarketoMemberState[];
	/** Custom program-member fields (REST name → data type), at most 20. */
	memberFields: Record<string, MarketoMemberField>;
	/** Custom lead fields by REST name. */
	leadFields: Record<string, string>;
	campaigns: MarketoCampaign[];
	/** Standard activity types beside those that every instance has, e.g. of Interactive Webinars. */
	activityTypes?: MarketoActivityType[];
	/** More than one, and no default for the API user: creating a person needs partitionName (1009). */
	partitions?: string[];
	/** Calls of a day; default 50,000. */
	dailyQuota?: number;
	/** Companies come from a CRM: the field company cannot be written (1021). */
	companyLocked?: boolean;
	/** How long an activity stays invisible to the API, milliseconds on the sandbox's clock; default 0. */
	activityDelayMs?: number;
	/** Most people in one chunk of a flow step; default 100. */
	chunkSize?: number;
	/** How many activities one call looks at, whatever it asks for; default 1,000. A small one makes pages with few or no rows. */
	activityScan?: number;
	/** How long every answer takes, real milliseconds; default 2. Calls overlap only when it is longer than nothing. */
	answerDelayMs?: number;
	/** Between the look-up of Sync Leads and its writing, real milliseconds; default 1. */
	leadWriteMs?: number;
	/** Life of an access token in seconds; default 3,600. */
	tokenLifeSeconds?: number;
	/** The API-only user, as the token names him in `scope`. */
	apiUser?: string;
	/** From how many members on a program can be read by leadId only; default 100,000. */
	memberLimit?: number;
	/** How an asset search that finds nothing is answered: without `result`, or as error 702; default `warning`. */
	emptyFind?: 'warning' | 'error';
	/** Filters that bulk extracts of this subscription do not have (1035), e.g. updatedAt. */
	unsupportedExportFilters?: string[];
	/** Filters of program members that this subscription does not have (1035), e.g. updatedAt. */
	unsupportedMemberFilters?: string[];
	/** Where a status that the channel lacks is refused: the whole call, or each record; default `call`. */
	unknownStatusIn?: 'call' | 'records';
	/** Forms by number, as submitForm names them: name, and the campaign trigger's form. */
	forms?: Record<number, string>;
}

export interface MarketoChannel {
	id: number;
	name: string;
	/** program, event, webinar, nurture, email_batch */
	applicableProgramType: string;
	progressionStatuses: Array<{
		name: string;
		step: number;
		hidden: boolean;
		success: boolean;
		description?: string | null;
	}>;
}

export interface MarketoProgramState {
	id: number;
	name: string;
	description: string;
	/** As the asset API shows it: Default, Event, Event with Webinar, Engagement, Email. */
	type: string;
	channel: string;
	workspace: string;
	folder: { type: string; value: number; folderName: string };
	status: string;
	/** ISO UTC. */
	createdAt: string;
	updatedAt: string;
	/** My Tokens by name, without `{{my.…}}`. */
	tokens: Record<string, { type: string; value: string }>;
	/** An event partner is connected under Event Settings: status Registered pushes people there as well. */
	eventPartner?: string;
	tags?: Array<{ tagType: string; tagValue: string }>;
	costs?: Array<{ startDate: string; cost: number; note?: string }> | null;
	startDate?: string;
	endDate?: string;
}

export interface MarketoLeadState {
	id: number;
	/** REST names; empty fields are left out. Several leads may share an address. */
	fields: Record<string, string | number | boolean | null>;
	partition?: string;
	/** Gets operational mail only. */
	unsubscribed?: boolean;
}

export interface MarketoMemberState {
	/** Membership ID. */
	id: number;
	programId: number;
	leadId: number;
	statusName: string;
	webinarUrl: string | null;
	registrationCode: string | null;
	/** Custom program-member fields by REST name. */
	fields: Record<string, string | number | boolean | null>;
	/** ISO UTC. */
	membershipDate: string;
	updatedAt: string;
	/** ISO UTC; when a status that counts as success was reached. */
	reachedSuccessDate?: string | null;
}

export interface MarketoMemberField {
	displayName: string;
	/** string, integer, boolean, date, datetime, … */
	dataType: string;
	length?: number;
}

export interface MarketoActivityType {
	id: number;
	name: string;
	primaryAttribute: { name: string; dataType: string };
	attributes: Array<{ name: string; dataType: string }>;
}

/** A smart campaign of a program. */
export interface MarketoCampaign {
	id: number;
	name: string;
	programId: number | null;
	description?: string;
	/** Where it lies when it is in no program. */
	folderId?: number;
	isActive: boolean;
	trigger: MarketoTriggerRule;
	/** Steps one after the other, as the flow of the campaign. */
	flow: MarketoFlowStep[];
}

export type MarketoTriggerRule =
	/** "Campaign is Requested", source Web Service API: the only one that POST …/trigger.json starts. */
	| { kind: 'campaignIsRequested' }
	| { kind: 'fillsOutForm'; form: string }
	| { kind: 'programStatusIsChanged'; programId: number; newStatus: string }
	| { kind: 'programMemberDataIsChanged'; programId: number; field: string }
	/** Started by hand or by schedule, for many people. */
	| { kind: 'batch' };

export type MarketoFlowStep =
	| { kind: 'changeProgramStatus'; programId: number; newStatus: string }
	/** An installed self-service flow step, by the apiName of its definition. */
	| { kind: 'flowStep'; service: string; attributes: Record<string, string> }
	/** A webhook of Admin > Webhooks, by name. Trigger campaigns only. */
	| { kind: 'callWebhook'; webhook: string }
	| { kind: 'sendEmail'; email: MarketoEmail };

export interface MarketoEmail {
	name: string;
	subject: string;
	/** With tokens: {{lead.First Name}}, {{member.webinar url}}, {{my.Webinar Topic}} … */
	body: string;
	/** Operational mail reaches unsubscribed people too. */
	operational: boolean;
}
