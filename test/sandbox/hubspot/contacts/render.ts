import type { HubSpotContactState, HubSpotWorld } from '../../world';
import { UI_DOMAIN } from '../context';
import type { Schema } from '../schema/schemas';
import { domainOf } from './emailAddress';

const ALWAYS = ['hs_object_id', 'createdate', 'lastmodifieddate'];

/** What a read without `properties` answers. */
const DEFAULT_READ = ['email', 'firstname', 'lastname', ...ALWAYS];

/** What an update answers beside the written properties. */
const AFTER_UPDATE = [
	...ALWAYS,
	'hs_is_unworked',
	'hs_object_source',
	'hs_object_source_id',
	'hs_object_source_label',
	'hs_pipeline',
	'lifecyclestage',
];

const COMPUTED = [
	'hs_object_id',
	'email',
	'hs_all_contact_vids',
	'hs_additional_emails',
	'hs_email_domain',
	'hs_full_name_or_email',
	'hs_merged_object_ids',
];

export interface ContactAnswer {
	id: string;
	properties: Record<string, string | null>;
	createdAt: string;
	updatedAt: string;
	archived: boolean;
	archivedAt?: string;
	url: string;
	objectWriteTraceId?: string;
	new?: boolean;
}

/** A property's value as HubSpot answers it: always text, null when there is none. */
export function valueOf(contact: HubSpotContactState, name: string): string | null {
	const { properties, email } = contact;
	switch (name) {
		case 'hs_object_id':
			return contact.id;
		case 'hs_all_contact_vids':
			return [contact.id, ...(contact.mergedIds ?? [])].join(';');
		case 'hs_merged_object_ids':
			return contact.mergedIds?.join(';') || null;
		case 'email':
			return email || null;
		case 'hs_additional_emails':
			return contact.additionalEmails.join(';') || null;
		case 'hs_email_domain':
			return email ? domainOf(email) : null;
		case 'hs_full_name_or_email': {
			const name = [properties.firstname, properties.lastname].filter(Boolean).join(' ');
			return name || email || null;
		}
		default:
			return properties[name] ?? null;
	}
}

/** Reads answer what was asked for and exists; a property without a value is null. */
export function readAnswer(
	contact: HubSpotContactState,
	asked: readonly string[],
	world: HubSpotWorld,
	schema: Schema,
): ContactAnswer {
	const names = asked.length === 0 ? DEFAULT_READ : [...ALWAYS, ...asked];
	return frame(
		contact,
		world,
		names.filter((name) => schema.properties.has(name)),
	);
}

/** A create answers everything that has a value. */
export function createAnswer(contact: HubSpotContactState, world: HubSpotWorld): ContactAnswer {
	const names = [...COMPUTED, ...Object.keys(contact.properties)];
	return frame(
		contact,
		world,
		names.filter((name) => valueOf(contact, name) !== null),
	);
}

export function updateAnswer(
	contact: HubSpotContactState,
	written: Iterable<string>,
	world: HubSpotWorld,
): ContactAnswer {
	const base = AFTER_UPDATE.filter((name) => valueOf(contact, name) !== null);
	return frame(contact, world, [...base, ...written]);
}

function frame(contact: HubSpotContactState, world: HubSpotWorld, names: string[]): ContactAnswer {
	const properties: Record<string, string | null> = {};
	for (const name of [...new Set(names)].sort()) properties[name] = valueOf(contact, name);
	const { archivedAt } = contact;
	return {
		id: contact.id,
		properties,
		createdAt: contact.properties.createdate ?? '',
		updatedAt: contact.properties.lastmodifieddate ?? '',
		archived: archivedAt !== undefined,
		...(archivedAt === undefined ? {} : { archivedAt }),
		url: `https://${UI_DOMAIN}/contacts/${world.portalId}/record/0-1/${contact.id}`,
	};
}
