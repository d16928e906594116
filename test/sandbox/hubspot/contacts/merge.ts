import type { HubSpotContactState } from '../../world';
import { isoNow, type Portal } from '../context';
import { notFound, validationError } from '../http/errors';
import { LIFECYCLE_STAGES } from '../schema/defaults';

/**
 * Two contacts become one: the primary's values stay, the other's fill the gaps, the other's
 * addresses become additional ones, and what either took part in is the merged contact's.
 * https://knowledge.hubspot.com/records/merge-records
 * @throws HubSpotError 400 for one and the same contact, 404 for one that is not there
 */
export function mergeContacts(
	portal: Portal,
	primaryId: string,
	otherId: string,
): HubSpotContactState {
	const { contacts, world } = portal;
	const primary = contacts.findById(primaryId);
	const other = contacts.findById(otherId);
	if (primary === undefined || other === undefined) throw notFound();
	if (primary === other) throw validationError('A contact cannot be merged with itself');

	const merged = united(primary, other);
	if (world.primaryIdPreservation !== true) merged.id = contacts.freeId();
	const oldIds = [primary, other].flatMap(({ id, mergedIds = [] }) => [...mergedIds, id]);
	merged.mergedIds = oldIds.filter((id) => id !== merged.id);
	merged.properties.lastmodifieddate = isoNow(portal.kernel);
	contacts.replace(primary, other, merged);
	moveHistory(portal, [primary.id, other.id], merged.id);
	return merged;
}

function united(primary: HubSpotContactState, other: HubSpotContactState): HubSpotContactState {
	const emails = [primary, other].flatMap(({ email, additionalEmails }) => [
		email,
		...additionalEmails,
	]);
	const [email = '', ...additionalEmails] = [...new Set(emails)].filter(Boolean);
	return {
		id: primary.id,
		email,
		additionalEmails,
		properties: {
			...other.properties,
			...primary.properties,
			...oldest(primary, other),
			...furthest(primary, other),
		},
	};
}

function oldest(...contacts: HubSpotContactState[]): Record<string, string> {
	const dates = contacts.flatMap(({ properties }) => properties.createdate ?? []).sort();
	return dates[0] === undefined ? {} : { createdate: dates[0] };
}

function furthest(...contacts: HubSpotContactState[]): Record<string, string> {
	const stages = contacts.flatMap(({ properties }) => properties.lifecyclestage ?? []);
	const rank = (stage: string) => LIFECYCLE_STAGES.indexOf(stage);
	const [first] = stages.sort((one, another) => rank(another) - rank(one));
	return first === undefined ? {} : { lifecyclestage: first };
}

function moveHistory(portal: Portal, oldIds: readonly string[], newId: string): void {
	portal.events.moveContact(oldIds, newId);
	const linked = Object.values(portal.engagements).flatMap(({ byId }) => [...byId.values()]);
	for (const { contacts } of linked) {
		const types = oldIds.flatMap((id) => [...(contacts.get(id) ?? [])]);
		if (types.length === 0) continue;
		for (const id of oldIds) contacts.delete(id);
		contacts.set(newId, new Set(types));
	}
	for (const { members } of portal.lists.byId.values()) {
		const wasMember = oldIds.filter((id) => members.delete(id));
		if (wasMember.length > 0) members.add(newId);
	}
}
