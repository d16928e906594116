import type { HubSpotListState } from '../../contract';
import type { Kernel } from '../../kernel/kernel';
import { isoNow } from '../context';

/** The portal's lists (segments) of contacts. */
export class ListStore {
	readonly byId = new Map<string, HubSpotListState>();
	private nextId = 301;

	constructor(private readonly kernel: Kernel) {}

	create(given: Pick<HubSpotListState, 'name' | 'objectTypeId' | 'processingType'>) {
		const listId = String(this.nextId++);
		const list = { ...given, listId, members: new Set<string>(), createdAt: isoNow(this.kernel) };
		this.byId.set(listId, list);
		return list;
	}
}
