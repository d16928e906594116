import type { HubSpotEngagementState } from '../../contract';
import type { Refusal } from '../contacts/changes';
import type { Portal } from '../context';
import { isRecord } from '../http/input';
import type { KindFacts } from './kinds';

type Links = { contacts: HubSpotEngagementState['contacts'] } | { refusal: Refusal };

/**
 * `associations` of a create: `[{to: {id}, types: [{associationCategory, associationTypeId}]}]`.
 * This sandbox has contacts to associate with, so any other type id is refused.
 * https://developers.hubspot.com/docs/api-reference/crm-calls-v3/guide#create-a-call
 */
export function contactLinks(portal: Portal, facts: KindFacts, associations: unknown): Links {
	const contacts = new Map<string, Set<number>>();
	if (associations === undefined || associations === null) return { contacts };
	if (!Array.isArray(associations)) return refused({ associations: ['is no list'] });
	const unknown: string[] = [];
	for (const entry of associations.map((one: unknown) => (isRecord(one) ? one : {}))) {
		const id = isRecord(entry.to) ? String(entry.to.id) : '';
		const types = typeIdsOf(entry.types);
		const wrong = types.filter((type) => type !== facts.toContact);
		if (types.length === 0 || wrong.length > 0) {
			return refused({ INVALID_ASSOCIATION_TYPE: wrong.map(String) });
		}
		const contact = portal.contacts.findById(id);
		if (contact === undefined) unknown.push(`CONTACT=${id}`);
		else contacts.set(contact.id, new Set(types));
	}
	return unknown.length === 0 ? { contacts } : refused({ INVALID_OBJECT_IDS: unknown });
}

/** Numbers of HUBSPOT_DEFINED types; any other category gives NaN, which no type has. */
export function typeIdsOf(types: unknown): number[] {
	if (!Array.isArray(types)) return [];
	return types.map((type: unknown) =>
		isRecord(type) && type.associationCategory === 'HUBSPOT_DEFINED'
			? Number(type.associationTypeId)
			: NaN,
	);
}

function refused(context: Record<string, string[]>): { refusal: Refusal } {
	return {
		refusal: { kind: 'rule', message: 'One or more associations are not valid', context },
	};
}
