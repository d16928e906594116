import type { HubSpotContactState } from '../../world';

/**
 * Which contact owns an address, primary or secondary. Tests may change contacts behind its back:
 * a hit is checked against the contact, and the first miss of a request looks for addresses that
 * the index has not seen.
 */
export class EmailIndex {
	private readonly live = new Map<string, string>();
	private readonly archived = new Map<string, string>();
	private trusted = false;

	constructor(private readonly contacts: ReadonlyMap<string, HubSpotContactState>) {}

	/** From here on the contacts may be other ones than before. */
	distrust(): void {
		this.trusted = false;
	}

	/** @param email lower case */
	find(email: string, archived: boolean): HubSpotContactState | undefined {
		const found = this.lookUp(email, archived);
		if (found !== undefined || this.trusted) return found;
		// An entry that leads to the wrong contact may hide the right one: all are read anew.
		if (this.side(archived).has(email)) this.forget();
		for (const contact of this.contacts.values()) this.addUnseen(contact);
		this.trusted = true;
		return this.lookUp(email, archived);
	}

	add(contact: HubSpotContactState): void {
		for (const email of addressesOf(contact)) this.sideOf(contact).set(email, contact.id);
	}

	/** To be called before the contact is archived or its address is changed. */
	remove(contact: HubSpotContactState): void {
		for (const email of addressesOf(contact)) this.sideOf(contact).delete(email);
	}

	/** Runs over all contacts at every miss: no lists are made here, in a portal of 50,000. */
	private addUnseen(contact: HubSpotContactState): void {
		const side = this.sideOf(contact);
		const email = contact.email.toLowerCase();
		if (email !== '' && !side.has(email)) side.set(email, contact.id);
		for (const other of contact.additionalEmails) {
			if (!side.has(other.toLowerCase())) side.set(other.toLowerCase(), contact.id);
		}
	}

	private forget(): void {
		this.live.clear();
		this.archived.clear();
	}

	private lookUp(email: string, archived: boolean): HubSpotContactState | undefined {
		const id = this.side(archived).get(email);
		const contact = id === undefined ? undefined : this.contacts.get(id);
		if (contact === undefined || (contact.archivedAt !== undefined) !== archived) return undefined;
		return addressesOf(contact).includes(email) ? contact : undefined;
	}

	private side(archived: boolean): Map<string, string> {
		return archived ? this.archived : this.live;
	}

	private sideOf(contact: HubSpotContactState): Map<string, string> {
		return this.side(contact.archivedAt !== undefined);
	}
}

function addressesOf(contact: HubSpotContactState): string[] {
	return [contact.email, ...contact.additionalEmails]
		.filter(Boolean)
		.map((address) => address.toLowerCase());
}
