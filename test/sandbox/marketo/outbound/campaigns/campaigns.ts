import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StateEvent } from '../../state/events';
import type { MarketoCampaign } from '../../world';
import type { CampaignRun, Outbound } from '../context';
import { runFlow } from './flow';
import { hitOf } from './triggers';

/** Smart campaigns: what starts them, and which of them are running. */
export class Campaigns {
	private readonly running = new Set<Promise<void>>();
	/** Of the sandbox itself; a campaign's own troubles are in its log. */
	private readonly failures: unknown[] = [];

	constructor(private readonly outbound: Outbound) {
		outbound.state.onEvent((event) => this.take(event));
	}

	/**
	 * Starts a campaign for people; they are in its first step when what happens now is over.
	 * @returns resolves when it has ended
	 */
	start(
		campaign: MarketoCampaign,
		leadIds: readonly number[],
		given: Partial<Pick<CampaignRun, 'tokens' | 'trigger'>> = {},
	): Promise<void> {
		const { programId } = campaign;
		const run: CampaignRun = {
			id: randomUUID(),
			campaign,
			program: programId === null ? undefined : this.outbound.state.programs.get(programId),
			tokens: given.tokens ?? {},
			trigger: given.trigger,
		};
		const ended: Promise<void> = nextTurn()
			.then(() => runFlow(this.outbound, run, leadIds))
			.catch((error: unknown) => void this.failures.push(error))
			.finally(() => this.running.delete(ended));
		this.running.add(ended);
		return ended;
	}

	/** @throws Error when there is no such campaign */
	find(campaignId: number): MarketoCampaign {
		const campaign = this.outbound.state.campaigns.get(campaignId);
		if (!campaign) throw new Error(`There is no campaign ${campaignId}`);
		return campaign;
	}

	/**
	 * Campaigns may start one another: waits until none is left.
	 * @throws what went wrong in the sandbox itself
	 */
	async settled(): Promise<void> {
		while (this.running.size > 0) await Promise.all(this.running);
		if (this.failures.length > 0) throw this.failures.shift();
	}

	private take(event: StateEvent): void {
		const { state } = this.outbound;
		if (event.kind === 'campaignRequested') {
			const campaign = this.find(event.campaignId);
			const trigger = { name: campaign.name, triggerName: 'Campaign is Requested' };
			void this.start(campaign, event.leadIds, { tokens: event.tokens, trigger });
			return;
		}
		if (event.kind === 'campaignScheduled') {
			const campaign = this.find(event.campaignId);
			const { programId } = campaign;
			const members = programId === null ? [] : state.membersOf(programId);
			const leadIds = members.map(({ leadId }) => leadId);
			void this.start(campaign, leadIds, { tokens: event.tokens });
			return;
		}
		for (const campaign of state.campaigns.values()) {
			const hit = campaign.isActive ? hitOf(state, campaign.trigger, event) : undefined;
			if (hit) void this.start(campaign, [hit.leadId], { trigger: hit.trigger });
		}
	}
}
