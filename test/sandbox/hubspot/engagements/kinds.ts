import type { EngagementKind } from '../schema/engagements';

export interface KindFacts {
	kind: EngagementKind;
	/** As HubSpot's messages name it. */
	noun: string;
	typeId: string;
	/** Every word that paths use for it. */
	names: readonly string[];
	/** Default association types, HUBSPOT_DEFINED: from it to a contact, and back. */
	toContact: number;
	fromContact: number;
}

/** https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide#association-type-id-values */
export const KINDS: Record<EngagementKind, KindFacts> = {
	calls: {
		kind: 'calls',
		noun: 'CALL',
		typeId: '0-48',
		names: ['calls', 'call', '0-48'],
		toContact: 194,
		fromContact: 193,
	},
	notes: {
		kind: 'notes',
		noun: 'NOTE',
		typeId: '0-46',
		names: ['notes', 'note', '0-46'],
		toContact: 202,
		fromContact: 201,
	},
	meetings: {
		kind: 'meetings',
		noun: 'MEETING_EVENT',
		typeId: '0-47',
		names: ['meetings', 'meeting', '0-47'],
		toContact: 200,
		fromContact: 199,
	},
};

export const ALL_KINDS = Object.values(KINDS);

/** The kind of a path's object type; undefined for every other type. */
export function kindNamed(objectType: string): KindFacts | undefined {
	return ALL_KINDS.find(({ names }) => names.includes(objectType.toLowerCase()));
}
