import type { HubSpotEngagementState } from '../../contract';
import type { Portal } from '../context';
import { APP, UI_DOMAIN } from '../context';
import type { Schema } from '../schema/schemas';
import type { KindFacts } from './kinds';

const ALWAYS = ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'];

const SOURCE: Record<string, string> = {
	hs_object_source: 'INTEGRATION',
	hs_object_source_id: String(APP.id),
	hs_object_source_label: 'INTEGRATION',
};

/** A property's value as HubSpot answers it: always text, null when there is none. */
export function engagementValue(one: HubSpotEngagementState, name: string): string | null {
	if (name === 'hs_object_id') return one.id;
	if (name === 'hs_createdate') return one.createdAt;
	if (name === 'hs_lastmodifieddate') return one.updatedAt;
	return one.properties[name] ?? SOURCE[name] ?? null;
}

/** Reads answer what was asked for and exists. */
export function engagementRead(
	portal: Portal,
	facts: KindFacts,
	one: HubSpotEngagementState,
	asked: readonly string[],
) {
	const schema: Schema = portal.schemas[facts.kind];
	return frame(
		portal,
		facts,
		one,
		asked.filter((name) => schema.properties.has(name)),
	);
}

/** Writes answer everything that has a value. */
export function engagementWritten(portal: Portal, facts: KindFacts, one: HubSpotEngagementState) {
	return frame(portal, facts, one, [...Object.keys(SOURCE), ...Object.keys(one.properties)]);
}

function frame(
	{ world }: Portal,
	{ typeId }: KindFacts,
	one: HubSpotEngagementState,
	names: readonly string[],
) {
	const properties: Record<string, string | null> = {};
	for (const name of [...new Set([...ALWAYS, ...names])].sort()) {
		properties[name] = engagementValue(one, name);
	}
	return {
		id: one.id,
		properties,
		createdAt: one.createdAt,
		updatedAt: one.updatedAt,
		archived: one.archivedAt !== undefined,
		...(one.archivedAt === undefined ? {} : { archivedAt: one.archivedAt }),
		url: `https://${UI_DOMAIN}/contacts/${world.portalId}/record/${typeId}/${one.id}`,
	};
}
