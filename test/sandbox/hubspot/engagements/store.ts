import type { HubSpotEngagementState } from '../../contract';
import type { Kernel } from '../../kernel/kernel';
import type { Values } from '../contacts/store';
import { isoNow } from '../context';
import type { EngagementKind } from '../schema/engagements';
import { HeldBack } from '../search/heldBack';

/** Deleted activities can be read for 90 days, as every CRM object. */
const RESTORABLE_MS = 90 * 24 * 3_600_000;

/** The portal's activities of one kind, archived ones too. */
export class EngagementStore {
	readonly byId = new Map<string, HubSpotEngagementState>();
	/** What search still shows of the state before the latest writes. */
	readonly heldBack: HeldBack<HubSpotEngagementState>;

	constructor(
		private readonly kernel: Kernel,
		private readonly ids: { next: number },
		searchDelayMs: () => number,
	) {
		this.heldBack = new HeldBack(kernel, searchDelayMs);
	}

	find(id: string, archived = false): HubSpotEngagementState | undefined {
		const one = this.byId.get(id);
		return one !== undefined && this.isReadable(one, archived) ? one : undefined;
	}

	list(archived: boolean): HubSpotEngagementState[] {
		return [...this.byId.values()].filter((one) => this.isReadable(one, archived));
	}

	create(values: Values, contacts: HubSpotEngagementState['contacts']): HubSpotEngagementState {
		const now = isoNow(this.kernel);
		const id = String(this.ids.next++);
		const made = { id, properties: {}, contacts, createdAt: now, updatedAt: now };
		this.heldBack.changing(id, null);
		write(made, values);
		this.byId.set(id, made);
		return made;
	}

	update(one: HubSpotEngagementState, values: Values): void {
		this.heldBack.changing(one.id, one);
		write(one, values);
		one.updatedAt = isoNow(this.kernel);
	}

	archive(one: HubSpotEngagementState): void {
		this.heldBack.changing(one.id, one);
		one.archivedAt ??= isoNow(this.kernel);
	}

	private isReadable({ archivedAt }: HubSpotEngagementState, archived: boolean): boolean {
		if (archivedAt === undefined) return !archived;
		return archived && this.kernel.now() - Date.parse(archivedAt) < RESTORABLE_MS;
	}
}

export type EngagementStores = Record<EngagementKind, EngagementStore>;

/** Record ids are one's own within an account: the kinds share one row of numbers. */
export function engagementStores(kernel: Kernel, searchDelayMs: () => number): EngagementStores {
	const ids = { next: 87_200_000_001 };
	const store = () => new EngagementStore(kernel, ids, searchDelayMs);
	return { calls: store(), notes: store(), meetings: store() };
}

function write(one: HubSpotEngagementState, values: Values): void {
	for (const [name, value] of values) {
		if (value === null) delete one.properties[name];
		else one.properties[name] = value;
	}
}
