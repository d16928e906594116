import type { HubSpotWorld } from '../../world';
import { validationError } from '../http/errors';
import type { PropertyDefinition } from './definition';
import { newDefinition } from './definition';
import { CONTACT_GROUPS, defaultContactProperties } from './defaults';
import { ENGAGEMENT_GROUPS, engagementProperties, type EngagementKind } from './engagements';

export interface PropertyGroup {
	name: string;
	label: string;
	displayOrder: number;
	archived: boolean;
}

/** The properties of one object type. */
export class Schema {
	readonly properties = new Map<string, PropertyDefinition>();
	readonly archived = new Map<string, PropertyDefinition>();
	readonly groups = new Map<string, PropertyGroup>();

	/** HubSpot numbers a new group behind the last one. */
	addGroup(name: string, label: string, displayOrder = this.groups.size): PropertyGroup {
		const group = { name, label, displayOrder, archived: false };
		this.groups.set(name, group);
		return group;
	}
}

type SchemaName = 'contacts' | 'marketingEvents' | EngagementKind;

const NAMES: Record<string, SchemaName> = {
	contacts: 'contacts',
	contact: 'contacts',
	'0-1': 'contacts',
	marketing_events: 'marketingEvents',
	marketing_event: 'marketingEvents',
	'0-54': 'marketingEvents',
	calls: 'calls',
	call: 'calls',
	'0-48': 'calls',
	notes: 'notes',
	note: 'notes',
	'0-46': 'notes',
	meetings: 'meetings',
	meeting: 'meetings',
	'0-47': 'meetings',
};

/** The object types this sandbox has properties for. */
export class Schemas {
	readonly contacts = new Schema();
	/** Custom properties of marketing events; a value for any other name is dropped. */
	readonly marketingEvents = new Schema();
	readonly calls = engagementSchema('calls');
	readonly notes = engagementSchema('notes');
	readonly meetings = engagementSchema('meetings');

	constructor(world: HubSpotWorld) {
		for (const [name, label] of CONTACT_GROUPS) this.contacts.addGroup(name, label);
		this.marketingEvents.addGroup('marketing_event_information', 'Marketing event information');
		for (const definition of defaultContactProperties()) {
			this.contacts.properties.set(definition.name, definition);
		}
		for (const property of world.properties) {
			if (!this.contacts.groups.has(property.groupName)) {
				this.contacts.addGroup(property.groupName, property.groupName);
			}
			this.contacts.properties.set(property.name, newDefinition(property));
		}
	}

	/** @throws 400 for an object type that the portal does not have */
	of(objectType: string): Schema {
		const name = NAMES[objectType.toLowerCase()];
		if (name !== undefined) return this[name];
		throw validationError(`Unable to infer object type from: ${objectType}`, {
			category: undefined,
		});
	}
}

function engagementSchema(kind: EngagementKind): Schema {
	const schema = new Schema();
	const { name, label } = ENGAGEMENT_GROUPS[kind];
	schema.addGroup(name, label);
	for (const definition of engagementProperties(kind)) {
		schema.properties.set(definition.name, definition);
	}
	return schema;
}
