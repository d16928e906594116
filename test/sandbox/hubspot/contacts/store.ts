import type { Kernel } from '../../kernel/kernel';
import type { HubSpotContactState, HubSpotWorld } from '../../world';
import { isoNow } from '../context';
import { createdDefaults } from './created';
import { normaliseEmail } from './emailAddress';
import { EmailIndex } from './emailIndex';

/** Deleted contacts can be read and restored for 90 days. */
const RESTORABLE_MS = 90 * 24 * 3_600_000;

/** Property values as written; null clears. The address is kept on the contact itself. */
export type Values = Map<string, string | null>;

/** All contacts of the portal, archived ones too. */
export class ContactStore {
	readonly byId = new Map<string, HubSpotContactState>();
	private readonly index = new EmailIndex(this.byId);
	private nextId = 171_596_044_869;

	constructor(
		world: HubSpotWorld,
		private readonly kernel: Kernel,
	) {
		const now = isoNow(kernel);
		for (const given of world.contacts) {
			// A copy: the world stays as its generator wrote it.
			const contact = structuredClone(given);
			contact.properties.createdate ??= now;
			contact.properties.lastmodifieddate ??= contact.properties.createdate;
			this.byId.set(contact.id, contact);
			this.index.add(contact);
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

	findById(id: string, archived = false): HubSpotContactState | undefined {
		return this.readable(this.byId.get(id), archived);
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
		this.byId.set(contact.id, contact);
		this.index.add(contact);
		return contact;
	}

	/** @param email undefined = the address stays */
	update(contact: HubSpotContactState, email: string | undefined, values: Values): void {
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
		this.index.remove(contact);
		contact.archivedAt ??= isoNow(this.kernel);
		this.index.add(contact);
	}

	private freeId(): string {
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
