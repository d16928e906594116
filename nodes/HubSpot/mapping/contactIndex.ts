import { normaliseEmail } from '../../shared/model/email';
import type { ContactRecord } from './wire';

/** What a contact is asked for besides our own properties, to know it by its addresses. */
export const ADDRESS_PROPERTIES = ['email', 'hs_additional_emails'] as const;

/**
 * Contacts by address. HubSpot's answers are in no order and do not say which address found which
 * contact, so every contact stands under each address it has.
 */
export class ContactIndex {
	private readonly primary = new Map<string, ContactRecord>();
	private readonly secondary = new Map<string, ContactRecord>();

	add(record: ContactRecord): void {
		const email = normaliseEmail(record.properties.email);
		if (email !== '') this.primary.set(email, record);
		for (const part of (record.properties.hs_additional_emails ?? '').split(';')) {
			const address = normaliseEmail(part);
			if (address !== '') this.secondary.set(address, record);
		}
	}

	/** The contact whose primary address this is. */
	byPrimary(email: string): ContactRecord | undefined {
		return this.primary.get(email);
	}

	/** The contact that has this address only beside its primary one. */
	bySecondary(email: string): ContactRecord | undefined {
		return this.primary.has(email) ? undefined : this.secondary.get(email);
	}
}
