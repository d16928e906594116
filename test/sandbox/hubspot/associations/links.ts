import type { HubSpotEngagementState } from '../../contract';
import type { KindFacts } from '../engagements/kinds';

const CONTACT_NAMES = ['contacts', 'contact', '0-1'];

export function isContactType(objectType: string): boolean {
	return CONTACT_NAMES.includes(objectType.toLowerCase());
}

/** The `associations` part of a read that asked for contacts. */
export function linksOf(
	{ kind }: KindFacts,
	{ contacts }: HubSpotEngagementState,
	wanted: readonly string[],
) {
	if (!wanted.some(isContactType) || contacts.size === 0) return {};
	const type = `${kind.slice(0, -1)}_to_contact`;
	const results = [...contacts.keys()].map((id) => ({ id, type }));
	return { associations: { contacts: { results } } };
}
