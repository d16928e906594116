import type {
	MarketoInvocation,
	MarketoMail,
	MarketoService,
	MarketoStepLog,
	MarketoUnsure,
	MarketoWebhook,
} from '../contract';
import type { Cause } from '../state/events';
import type { MarketoState } from '../state/marketoState';
import type { MarketoCampaign, MarketoProgramState } from '../world';

/** What the parts of the outbound side share. */
export interface Outbound {
	state: MarketoState;
	mails: MarketoMail[];
	log: MarketoStepLog[];
	services: MarketoService[];
	webhooks: MarketoWebhook[];
	invocations: MarketoInvocation[];
	unsure: MarketoUnsure;
	callbackTimeoutMs: number;
	/** Where Marketo itself is reached, without a trailing slash; known once the sandbox listens. */
	ownUrl(): string;
	/** Aborted when the sandbox closes. */
	signal: AbortSignal;
}

/** One run of a campaign, for one or many people. */
export interface CampaignRun {
	id: string;
	campaign: MarketoCampaign;
	/** Whose child the campaign is. */
	program: MarketoProgramState | undefined;
	/** Of the request that started it; they win over My Tokens. */
	tokens: Record<string, string>;
	/** Undefined: started by hand or by schedule. */
	trigger: { name: string; triggerName: string } | undefined;
}

/** What became of a person in a step. */
export interface StepResult {
	ok: boolean;
	message: string;
	/** Never left the step. */
	hanging?: true;
}

export function causeOf({ campaign }: CampaignRun): Cause {
	return { by: 'campaign', campaignId: campaign.id, campaignName: campaign.name };
}
