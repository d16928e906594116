import type { HubSpotContactState } from '../../world';
import type { Portal } from '../context';
import { notFound, validationError } from '../http/errors';
import { normaliseEmail } from './emailAddress';
import { valueOf } from './render';

/**
 * The contact an id stands for. `idProperty` is the record id by default, else `email` (primary or
 * secondary address) or a custom property with unique values.
 * @throws 400 for a property whose values are not unique
 */
export function findContact(
	portal: Portal,
	id: string,
	idProperty: string | undefined,
	archived = false,
): HubSpotContactState | undefined {
	const { contacts, schemas } = portal;
	if (idProperty === undefined || idProperty === 'hs_object_id') {
		return contacts.findById(id, archived);
	}
	if (idProperty === 'email') return contacts.findByEmail(id, archived);
	if (schemas.contacts.properties.get(idProperty)?.hasUniqueValue !== true) {
		throw validationError(
			`Unable to perform update/upsert by non-unique 0-1 property ${idProperty}`,
		);
	}
	return contacts.list(archived).find((contact) => valueOf(contact, idProperty) === id);
}

/** @throws 404 */
export function existingContact(
	portal: Portal,
	id: string,
	idProperty: string | undefined,
	archived = false,
): HubSpotContactState {
	const contact = findContact(portal, id, idProperty, archived);
	if (contact === undefined) throw notFound();
	return contact;
}

/** Two spellings of one address are one id. */
export function sameId(id: string, idProperty: string | undefined): string {
	return idProperty === 'email' ? normaliseEmail(id) : id;
}
