import type { Kernel } from '../../kernel/kernel';
import type { HubSpotContactState, HubSpotWorld } from '../../world';
import { isoNow } from '../context';
import { HeldBack } from '../search/heldBack';
import { createdDefaults } from './created';
import { normaliseEmail } from './emailAddress';
import { EmailIndex } from './emailIndex';

/** Deleted contacts can be read and restored for 90 days. */
const RESTORABLE_MS = 90 * 24 * 3_600_000;

/** Seconds, says HubSpot, without a number. */
export const SEARCH_DELAY_MS = 2000;

/** Property values as written; null clears. The address is kept on the contact itself. */
export type Values = Map<string, string | null>;

/** All contacts of the portal, archived ones too. */
export class ContactStore {
	readonly byId = new Map<string, HubSpotContactState>();
	/** What search still shows of the state before the latest writes. */
	readonly heldBack: HeldBack<HubSpotContactState>;
	private readonly index = new EmailIndex(this.byId);
	/** After merges: the present id of an old one. */
	private readonly aliases = new Map<string, string>();
	/** Addresses that were deleted for good: HubSpot takes them from nobody any more. */
	private readonly blocked = new Set<string>();
	private nextId = 171_596_044_869;

	constructor(
		world: HubSpotWorld,
		private readonly kernel: Kernel,
	) {
		this.heldBack = new HeldBack(kernel, () => world.searchDelayMs ?? SEARCH_DELAY_MS);
		const now = isoNow(kernel);
		for (const given of world.contacts) {
			// A copy: the world stays as its generator wrote it.
			const contact = structuredClone(given);
			contact.properties.createdate ??= now;
			contact.properties.lastmodifieddate ??= contact.properties.createdate;
			this.byId.set(contact.id, contact);
			this.index.add(contact);
			for (const old of contact.mergedIds ?? []) this.aliases.set(old, contact.id);
		}
	}

	/** Called at the start of every request; see {@link EmailIndex}. */
	distrustIndex(): void {
		this.index.distrust();
	}

	/** By primary or secondary address, in any case. */
	findByEmail(email: string, archived = false): HubSpotContactState | undefined {
		return this.readable(this.index.find(normaliseEmail(email), archived), archived);
	}

	/** Ids of contacts that were merged lead to the merged one. */
	findById(id: string, archived = false): HubSpotContactState | undefined {
		return this.readable(this.byId.get(this.presentId(id)), archived);
	}

	isBlocked(email: string): boolean {
		return this.blocked.has(normaliseEmail(email));
	}

	/** In order of their ids. */
	list(archived: boolean): HubSpotContactState[] {
		return [...this.byId.values()]
			.filter((contact) => this.readable(contact, archived) !== undefined)
			.sort((one, other) => Number(one.id) - Number(other.id));
	}

	create(email: string, values: Values): HubSpotContactState {
		const contact: HubSpotContactState = {
			id: this.freeId(),
			email,
			additionalEmails: [],
			properties: createdDefaults(isoNow(this.kernel)),
		};
		write(contact, values);
		this.add(contact);
		return contact;
	}

	/** @param email undefined = the address stays */
	update(contact: HubSpotContactState, email: string | undefined, values: Values): void {
		this.heldBack.changing(contact.id, contact);
		if (email !== undefined && email !== contact.email) {
			this.index.remove(contact);
			const wasSecondary = contact.additionalEmails.includes(email);
			const others = contact.additionalEmails.filter((address) => address !== email);
			// One of the contact's own addresses becomes the primary one: the two change places.
			contact.additionalEmails = wasSecondary ? [...others, contact.email] : others;
			contact.email = email;
			this.index.add(contact);
		}
		write(contact, values);
		contact.properties.lastmodifieddate = isoNow(this.kernel);
	}

	archive(contact: HubSpotContactState): void {
		this.heldBack.changing(contact.id, contact);
		this.index.remove(contact);
		contact.archivedAt ??= isoNow(this.kernel);
		this.index.add(contact);
	}

	/** Two contacts become the given one; their ids lead to it. */
	replace(
		primary: HubSpotContactState,
		other: HubSpotContactState,
		merged: HubSpotContactState,
	): void {
		for (const old of [primary, other]) {
			this.remove(old);
			if (old.id !== merged.id) this.aliases.set(old.id, merged.id);
		}
		for (const old of merged.mergedIds ?? []) {
			if (old !== merged.id) this.aliases.set(old, merged.id);
		}
		this.add(merged);
	}

	/** Gone for good; nobody may use these addresses again. */
	purge(contact: HubSpotContactState): void {
		for (const email of [contact.email, ...contact.additionalEmails]) this.block(email);
		this.remove(contact);
	}

	block(email: string): void {
		if (email !== '') this.blocked.add(normaliseEmail(email));
	}

	private add(contact: HubSpotContactState): void {
		this.heldBack.changing(contact.id, null);
		this.byId.set(contact.id, contact);
		this.index.add(contact);
	}

	private remove(contact: HubSpotContactState): void {
		this.heldBack.changing(contact.id, contact);
		this.index.remove(contact);
		this.byId.delete(contact.id);
	}

	private presentId(id: string): string {
		let present = id;
		for (let next = this.aliases.get(present); next; next = this.aliases.get(present)) {
			present = next;
		}
		return present;
	}

	freeId(): string {
		while (this.byId.has(String(this.nextId))) this.nextId += 1;
		return String(this.nextId);
	}

	private readable(
		contact: HubSpotContactState | undefined,
		archived: boolean,
	): HubSpotContactState | undefined {
		if (contact === undefined) return undefined;
		if (contact.archivedAt === undefined) return archived ? undefined : contact;
		const age = this.kernel.now() - Date.parse(contact.archivedAt);
		return archived && age < RESTORABLE_MS ? contact : undefined;
	}
}

function write(contact: HubSpotContactState, values: Values): void {
	for (const [name, value] of values) {
		if (value === null) delete contact.properties[name];
		else contact.properties[name] = value;
	}
}
