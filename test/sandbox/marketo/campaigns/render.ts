import { assetDate, leadDate } from '../http/dates';
import type { JsonRecord } from '../http/input';
import { UI } from '../programs/render';
import type { MarketoState } from '../state/marketoState';
import type { MarketoCampaign } from '../world';

const CREATED = '2026-01-05T09:00:00.000Z';

export const isTrigger = ({ trigger }: MarketoCampaign): boolean => trigger.kind !== 'batch';

/** What POST …/trigger.json can start: active, with trigger "Campaign is Requested". */
export const isTriggerable = ({ trigger, isActive }: MarketoCampaign): boolean =>
	isActive && trigger.kind === 'campaignIsRequested';

/** As the lead database's list shows a campaign. */
export function campaignRow(state: MarketoState, campaign: MarketoCampaign): JsonRecord {
	const program = programOf(state, campaign);
	return {
		id: campaign.id,
		name: campaign.name,
		description: '',
		type: isTrigger(campaign) ? 'trigger' : 'batch',
		...(program === undefined ? {} : { programName: program.name, programId: program.id }),
		workspaceName: program?.workspace ?? 'Default',
		createdAt: leadDate(CREATED),
		updatedAt: leadDate(CREATED),
		active: campaign.isActive,
	};
}

/** As the asset API shows it. */
export function smartCampaignRow(state: MarketoState, campaign: MarketoCampaign): JsonRecord {
	const program = programOf(state, campaign);
	return {
		id: campaign.id,
		name: campaign.name,
		description: campaign.description ?? '',
		createdAt: assetDate(CREATED),
		updatedAt: assetDate(CREATED),
		folder: program
			? { id: program.id, type: 'Program' }
			: { id: campaign.folderId ?? 1, type: 'Folder' },
		status: statusOf(campaign),
		type: isTrigger(campaign) ? 'trigger' : 'batch',
		isSystem: false,
		isActive: campaign.isActive,
		isRequestable: campaign.trigger.kind === 'campaignIsRequested',
		isCommunicationLimitEnabled: false,
		recurrence: { weekdayOnly: false },
		qualificationRuleType: 'once',
		workspace: program?.workspace ?? 'Default',
		smartListId: campaign.id + 100_000,
		flowId: campaign.id + 200_000,
		...(program === undefined ? {} : { parentProgramId: program.id }),
		computedUrl: `${UI}/#SC${campaign.id}A1`,
	};
}

function statusOf(campaign: MarketoCampaign): string {
	if (!isTrigger(campaign)) return 'Never Run';
	if (!campaign.isActive) return 'Inactive';
	return campaign.trigger.kind === 'campaignIsRequested' ? 'Requested' : 'Active';
}

function programOf(state: MarketoState, { programId }: MarketoCampaign) {
	return programId === null ? undefined : state.programs.get(programId);
}
