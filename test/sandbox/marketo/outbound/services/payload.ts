import type { MarketoUnsure } from '../../contract';
import type { MarketoState } from '../../state/marketoState';
import type { MarketoLeadState } from '../../world';
import type { CampaignRun, Outbound } from '../context';
import type { JsonRecord } from '../json';
import { resolved } from '../tokens/resolve';
import type { InstalledService } from './installedService';

/** A campaign's flow and its smart list have numbers of their own. */
const FLOW_OFFSET = 100_000;
const SMART_LIST_OFFSET = 200_000;
const WORKSPACE = { workspaceId: 1, workspaceName: 'Default' };

export interface Chunk {
	service: InstalledService;
	run: CampaignRun;
	leads: MarketoLeadState[];
	/** Of the flow step, tokens not yet filled in. */
	attributes: Record<string, string>;
	/** 1 for the first one. */
	step: number;
}

export interface Secrets {
	token: string;
	apiCallBackKey: string;
	callbackUrl: string;
}

/**
 * The body of `/submitAsyncAction`, with the contexts that the definition asks for.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (CFA-Swagger.yaml, `async`)
 */
export function invocationPayload(
	{ state, unsure }: Outbound,
	chunk: Chunk,
	secrets: Secrets,
): JsonRecord {
	const { service, run, leads } = chunk;
	const tokens = myTokens(chunk);
	const asked = tokens === undefined ? {} : { myTokenContext: tokens };
	const at = (place: MarketoUnsure['myTokenContextIn']): JsonRecord =>
		unsure.myTokenContextIn === place ? asked : {};
	return {
		token: secrets.token,
		batchid: run.id,
		apiCallBackKey: secrets.apiCallBackKey,
		campaignId: run.campaign.id,
		callbackUrl: secrets.callbackUrl,
		context: { ...contexts(state, service, run), ...at('context') },
		objectData: leads.map((lead) => ({ ...person(state, chunk, lead), ...at('objectData') })),
		...at('topLevel'),
	};
}

function contexts(state: MarketoState, service: InstalledService, run: CampaignRun): JsonRecord {
	const { contexts: asked } = service.read;
	const { munchkinId } = state.world;
	return {
		// Adobe's schema requires it of every invocation; the definition decides how much it says.
		subscription: asked.subscription ? { munchkinId, prefix: 'sandbox' } : { munchkinId },
		// Headers that the admin has filled in arrive here as well.
		admin: { ...service.settings },
		...(asked.campaign ? { campaign: campaignContext(run) } : {}),
		...(asked.program ? { program: programContext(run) } : {}),
	};
}

function campaignContext({ campaign, program }: CampaignRun): JsonRecord {
	return {
		id: campaign.id,
		name: campaign.name,
		description: '',
		flowId: campaign.id + FLOW_OFFSET,
		smartListId: campaign.id + SMART_LIST_OFFSET,
		...(program === undefined ? {} : { parentProgramId: program.id }),
		status: campaign.isActive ? 'Active' : 'Inactive',
		type: campaign.trigger.kind === 'batch' ? 'batch' : 'trigger',
		commLimitEnabled: false,
		...WORKSPACE,
	};
}

/** Empty when the campaign is in no program. */
function programContext({ program }: CampaignRun): JsonRecord {
	if (!program) return {};
	const { id, name, description, channel, status, type, createdAt, updatedAt } = program;
	return { id, name, description, channelName: channel, status, type, createdAt, updatedAt };
}

function myTokens({ service, run }: Chunk): JsonRecord | undefined {
	const { myTokens: names } = service.read.contexts;
	if (names.length === 0) return undefined;
	const pairs = names.map((name): [string, string | null] => [
		name,
		run.tokens[name] ?? run.program?.tokens[name]?.value ?? null,
	]);
	return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

function person(state: MarketoState, chunk: Chunk, lead: MarketoLeadState): JsonRecord {
	const { service, run } = chunk;
	const { contexts: asked } = service.read;
	const { trigger } = run;
	return {
		objectType: 'lead',
		objectContext: { id: lead.id, ...mappedFields(service, lead) },
		flowStepContext: flowStepContext(state, chunk, lead),
		...(asked.programMember ? { programMemberContext: memberContext(state, run, lead) } : {}),
		...(asked.trigger && trigger
			? { triggeringContext: { name: trigger.name, triggerName: trigger.triggerName } }
			: {}),
	};
}

function mappedFields({ mappings }: InstalledService, lead: MarketoLeadState): JsonRecord {
	return Object.fromEntries(
		Object.entries(mappings.invocation).map(([attribute, field]) => [
			attribute,
			lead.fields[field] ?? null,
		]),
	);
}

/** Values may hold tokens; what the user left empty is sent empty. */
export function flowStepContext(
	state: MarketoState,
	{ service, run, attributes }: Pick<Chunk, 'service' | 'run' | 'attributes'>,
	lead: MarketoLeadState,
): Record<string, string> {
	return Object.fromEntries(
		service.read.flowAttributes.map(({ apiName }) => [
			apiName,
			resolved(attributes[apiName] ?? '', { state, run, lead }),
		]),
	);
}

/** Empty when the person is no member of the program. */
function memberContext(state: MarketoState, run: CampaignRun, lead: MarketoLeadState): JsonRecord {
	const { program } = run;
	const member = program && state.memberOf(program.id, lead.id);
	if (!member) return {};
	const success = state
		.channelOf(program)
		?.progressionStatuses.some((one) => one.name === member.statusName && one.success);
	return {
		id: member.id,
		status: member.statusName,
		membershipDate: member.membershipDate,
		reachedSuccess: success === true,
		...(member.reachedSuccessDate === undefined
			? {}
			: { reachedSuccessDate: member.reachedSuccessDate }),
		pmcf: { ...member.fields },
	};
}
