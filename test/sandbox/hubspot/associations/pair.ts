import type { HubSpotEngagementState } from '../../contract';
import type { HubSpotContactState } from '../../world';
import type { Portal } from '../context';
import { kindNamed, type KindFacts } from '../engagements/kinds';
import { validationError } from '../http/errors';
import { isContactType } from './links';

/** Between which types, and seen from which side. */
export interface Pair {
	facts: KindFacts;
	fromContact: boolean;
}

/** The two records of one association; undefined: there is no such record. */
export interface Ends {
	engagement: HubSpotEngagementState | undefined;
	contact: HubSpotContactState | undefined;
}

/** @throws 400 for types that this sandbox does not associate */
export function pairOf(fromType: string, toType: string): Pair {
	const fromContact = isContactType(fromType);
	const facts = kindNamed(fromContact ? toType : fromType);
	if (facts !== undefined && fromContact !== isContactType(toType)) return { facts, fromContact };
	throw validationError(`Unable to infer object type from: ${fromType} to ${toType}`, {
		category: undefined,
	});
}

export function endsOf(portal: Portal, pair: Pair, fromId: string, toId: string): Ends {
	const [contactId, engagementId] = pair.fromContact ? [fromId, toId] : [toId, fromId];
	return {
		engagement: portal.engagements[pair.facts.kind].find(engagementId),
		contact: portal.contacts.findById(contactId),
	};
}

/** The default association type in the pair's direction. */
export function defaultType({ facts, fromContact }: Pair): number {
	return fromContact ? facts.fromContact : facts.toContact;
}

/** The same association from the other side. */
export function turned(pair: Pair): Pair {
	return { ...pair, fromContact: !pair.fromContact };
}

export function typeIdsOfPair({ facts, fromContact }: Pair): [from: string, to: string] {
	return fromContact ? ['0-1', facts.typeId] : [facts.typeId, '0-1'];
}

/** What a record is associated with on the other side: ids in the order they were associated. */
export function associatedIds(portal: Portal, pair: Pair, fromId: string): string[] {
	const store = portal.engagements[pair.facts.kind];
	if (!pair.fromContact) {
		const contacts = store.find(fromId)?.contacts.keys() ?? [];
		return [...contacts].filter((id) => portal.contacts.findById(id) !== undefined);
	}
	const id = portal.contacts.findById(fromId)?.id ?? '';
	return store
		.list(false)
		.filter(({ contacts }) => contacts.has(id))
		.map((one) => one.id);
}

export function associate({ engagement, contact }: Ends, { facts }: Pair): boolean {
	if (engagement === undefined || contact === undefined) return false;
	const types = engagement.contacts.get(contact.id) ?? new Set<number>();
	engagement.contacts.set(contact.id, types.add(facts.toContact));
	return true;
}

/** `associationTypes` of a read. HubSpot's own unlabelled type is the only one here. */
export function typesAnswer(pair: Pair) {
	return [{ category: 'HUBSPOT_DEFINED', typeId: defaultType(pair), label: null }];
}
