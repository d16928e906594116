import { validationError } from '../http/errors';
import type { JsonRecord } from '../http/input';
import { isRecord, optionalText, requireFields } from '../http/input';
import type { Schema } from '../schema/schemas';
import type { EventRecord } from './store';

const TEXTS = ['eventName', 'eventOrganizer', 'eventType', 'eventDescription', 'eventUrl'] as const;
const DATES = ['startDateTime', 'endDateTime'] as const;

/** What a create or upsert has to bring; `[]` will do for the custom properties. */
export const REQUIRED = [
	'eventName',
	'eventOrganizer',
	'externalAccountId',
	'externalEventId',
	'customProperties',
];

export interface CustomProperty {
	name: string;
	value: string;
}

export interface FieldChanges {
	fields: Record<string, unknown>;
	cancelled: boolean | undefined;
	completed: boolean | undefined;
}

/**
 * The fields that the body brings; null clears one. Nothing is written yet, so that a refused body
 * leaves nothing half done.
 * @throws 400 for a field of the wrong type
 */
export function parseFields(body: JsonRecord, schema: Schema): FieldChanges {
	const fields: Record<string, unknown> = {};
	for (const name of TEXTS) {
		if (body[name] !== undefined) fields[name] = optionalText(body, name) ?? null;
	}
	for (const name of DATES) {
		if (body[name] !== undefined) fields[name] = dateOf(body, name);
	}
	if (body.customProperties !== undefined) {
		fields.customProperties = knownOnly(body.customProperties, schema);
	}
	return {
		fields,
		cancelled: typeof body.eventCancelled === 'boolean' ? body.eventCancelled : undefined,
		completed: typeof body.eventCompleted === 'boolean' ? body.eventCompleted : undefined,
	};
}

/** Fields that the changes do not name stay as they are. */
export function applyFields(event: EventRecord, changes: FieldChanges): void {
	const before = customOf(event);
	event.fields = { ...event.fields, ...changes.fields };
	event.fields.customProperties = together(before, customOf(event));
	event.cancelled = changes.cancelled ?? event.cancelled;
	event.completed = changes.completed ?? event.completed;
}

/** Epoch milliseconds of a date field, null when it has none. */
export function timeOf(event: EventRecord, name: 'startDateTime' | 'endDateTime'): number | null {
	const value = event.fields[name];
	return typeof value === 'string' ? Date.parse(value) : null;
}

export function textOf(event: EventRecord, name: string): string | null {
	const value = event.fields[name];
	return typeof value === 'string' ? value : null;
}

export function customOf(event: EventRecord): CustomProperty[] {
	const value = event.fields.customProperties;
	return Array.isArray(value) ? value.filter(isCustom) : [];
}

/** Custom properties that a write does not name stay; an empty value clears one. */
function together(before: CustomProperty[], written: CustomProperty[]): CustomProperty[] {
	const values = new Map([...before, ...written].map(({ name, value }) => [name, value]));
	return [...values].flatMap(([name, value]) => (value === '' ? [] : { name, value }));
}

function isCustom(value: unknown): value is CustomProperty {
	return isRecord(value) && typeof value.name === 'string' && typeof value.value === 'string';
}

/** Names that are no properties of marketing events are dropped without a word. */
function knownOnly(given: unknown, schema: Schema): CustomProperty[] {
	if (!Array.isArray(given)) throw validationError('customProperties must be a list');
	return given
		.map((entry: unknown) => {
			if (!isRecord(entry)) throw validationError('customProperties must hold objects');
			requireFields(entry, ['name']);
			return { name: String(entry.name), value: String(entry.value ?? '') };
		})
		.filter(({ name }) => schema.properties.has(name));
}

function dateOf(body: JsonRecord, name: string): string | null {
	const value = optionalText(body, name);
	if (value === undefined) return null;
	if (!/^\d{4}-\d{2}-\d{2}T/.test(value) || Number.isNaN(Date.parse(value))) {
		throw validationError(`Invalid input JSON: ${name} must be an ISO 8601 date-time`);
	}
	return value;
}
