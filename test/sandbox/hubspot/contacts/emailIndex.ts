import type { HubSpotContactState } from '../../world';

/**
 * Which contact owns an address, primary or secondary. Tests may change contacts behind its back:
 * a hit is checked against the contact, and the first miss of a request reads all contacts anew.
 */
export class EmailIndex {
	private readonly live = new Map<string, string>();
	private readonly archived = new Map<string, string>();
	private fresh = false;

	constructor(private readonly contacts: ReadonlyMap<string, HubSpotContactState>) {}

	/** From here on the contacts may be other ones than before. */
	distrust(): void {
		this.fresh = false;
	}

	/** @param email lower case */
	find(email: string, archived: boolean): HubSpotContactState | undefined {
		return this.lookUp(email, archived) ?? this.lookUpAnew(email, archived);
	}

	add(contact: HubSpotContactState): void {
		const side = contact.archivedAt === undefined ? this.live : this.archived;
		for (const email of addressesOf(contact)) side.set(email, contact.id);
	}

	private lookUpAnew(email: string, archived: boolean): HubSpotContactState | undefined {
		if (this.fresh) return undefined;
		this.live.clear();
		this.archived.clear();
		for (const contact of this.contacts.values()) this.add(contact);
		this.fresh = true;
		return this.lookUp(email, archived);
	}

	private lookUp(email: string, archived: boolean): HubSpotContactState | undefined {
		const id = (archived ? this.archived : this.live).get(email);
		const contact = id === undefined ? undefined : this.contacts.get(id);
		if (contact === undefined || (contact.archivedAt !== undefined) !== archived) return undefined;
		return addressesOf(contact).includes(email) ? contact : undefined;
	}
}

export function addressesOf(contact: HubSpotContactState): string[] {
	return [contact.email, ...contact.additionalEmails]
		.filter(Boolean)
		.map((address) => address.toLowerCase());
}
