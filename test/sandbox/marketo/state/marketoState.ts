import type { Kernel } from '../../kernel/kernel';
import type { MarketoCustomActivityType } from '../contract';
import type {
	MarketoActivityType,
	MarketoCampaign,
	MarketoChannel,
	MarketoLeadState,
	MarketoMemberState,
	MarketoProgramState,
	MarketoWorld,
} from '../world';
import { ActivityLog } from './activityLog';
import { Counter } from './counter';
import type { StateEvent, StateListener } from './events';

/**
 * Everything that the instance holds. It is changed by the functions beside this file only (leads.ts,
 * statusChange.ts, memberData.ts, programs.ts), so that every change leaves its activity and its event.
 */
export class MarketoState {
	readonly leads: Map<number, MarketoLeadState>;
	readonly programs: Map<number, MarketoProgramState>;
	/** `programId:leadId` */
	readonly members: Map<string, MarketoMemberState>;
	readonly campaigns: Map<number, MarketoCampaign>;
	readonly customActivityTypes: MarketoCustomActivityType[] = [];
	/** Of installed flow steps, one each. */
	readonly serviceActivityTypes: MarketoActivityType[] = [];
	readonly activities: ActivityLog;
	/** Display names of custom lead fields that were made over the API. */
	readonly leadFieldNames = new Map<string, string>();
	/** My Tokens of folders; a program's stand on it. */
	readonly folderTokens = new Map<number, MarketoProgramState['tokens']>();
	readonly partnerPushes: Array<{ programId: number; leadId: number }> = [];
	/** Numbers of what is made. */
	readonly ids: Record<'lead' | 'member' | 'program' | 'campaign' | 'activityType', Counter>;
	private readonly listeners: StateListener[] = [];

	constructor(
		readonly kernel: Kernel,
		readonly world: MarketoWorld,
	) {
		const copies = structuredClone({
			leads: world.leads,
			programs: world.programs,
			members: world.members,
			campaigns: world.campaigns,
		});
		this.leads = new Map(copies.leads.map((lead) => [lead.id, lead]));
		this.programs = new Map(copies.programs.map((program) => [program.id, program]));
		this.members = new Map(
			copies.members.map((member) => [memberKey(member.programId, member.leadId), member]),
		);
		this.campaigns = new Map(copies.campaigns.map((campaign) => [campaign.id, campaign]));
		this.ids = {
			lead: new Counter(this.leads.keys(), 318_581),
			member: new Counter(
				copies.members.map(({ id }) => id),
				1127,
			),
			program: new Counter(this.programs.keys(), 1001),
			campaign: new Counter(this.campaigns.keys(), 1001),
			activityType: new Counter([], 100_001),
		};
		this.activities = new ActivityLog(kernel, () => world.activityDelayMs ?? 0);
	}

	/** Sandbox time as ISO UTC. */
	nowIso(): string {
		return new Date(this.kernel.now()).toISOString();
	}

	onEvent(listener: StateListener): void {
		this.listeners.push(listener);
	}

	tell(event: StateEvent): void {
		for (const listener of this.listeners) listener(event);
	}

	memberOf(programId: number, leadId: number): MarketoMemberState | undefined {
		return this.members.get(memberKey(programId, leadId));
	}

	membersOf(programId: number): MarketoMemberState[] {
		return [...this.members.values()].filter((member) => member.programId === programId);
	}

	channelOf(program: MarketoProgramState): MarketoChannel | undefined {
		return this.world.channels.find(({ name }) => name === program.channel);
	}

	leadsByEmail(email: string): MarketoLeadState[] {
		const wanted = email.trim().toLowerCase();
		return [...this.leads.values()].filter(
			({ fields }) => typeof fields.email === 'string' && fields.email.toLowerCase() === wanted,
		);
	}
}

export function memberKey(programId: number, leadId: number): string {
	return `${programId}:${leadId}`;
}
