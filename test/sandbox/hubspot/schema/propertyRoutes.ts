import { isoNow, type Portal } from '../context';
import {
	conflict,
	notFound,
	validationError,
	type ErrorEntry,
	type ErrorParts,
} from '../http/errors';
import type { Answer, Call, JsonRecord } from '../http/input';
import { inputsOf, isRecord, queryFlag, record, refuseDuplicates, text } from '../http/input';
import { propertyPaths } from '../http/paths';
import type { Route } from '../http/router';
import { batchAnswer } from '../http/batch';
import type { PropertyDefinition } from './definition';
import { changeDefinition, parseDefinition } from './definition';
import type { Schema } from './schemas';

export const SCHEMA_READ = [
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.schemas.contacts.read',
];
export const SCHEMA_WRITE = ['crm.schemas.contacts.write'];

/** https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide */
export function propertyRoutes(portal: Portal): Route[] {
	const schemaOf = (call: Call) => portal.schemas.of(call.params.objectType ?? '');
	const read = { write: false, scopes: SCHEMA_READ };
	const write = { write: true, scopes: SCHEMA_WRITE };
	const all = propertyPaths('');
	const one = propertyPaths('/:propertyName');
	const named = (call: Call) => definitionOf(schemaOf(call), call.params.propertyName ?? '');

	return [
		{
			method: 'GET',
			paths: all,
			...read,
			handle: (call) => ({ status: 200, body: { results: listOf(schemaOf(call), call) } }),
		},
		{
			method: 'POST',
			paths: all,
			...write,
			handle: (call) => ({ status: 201, body: createOne(schemaOf(call), record(call.body)) }),
		},
		{ method: 'GET', paths: one, ...read, handle: (call) => ({ status: 200, body: named(call) }) },
		{
			method: 'PATCH',
			paths: one,
			...write,
			handle: (call) => ({ status: 200, body: change(schemaOf(call), named(call), call) }),
		},
		{
			method: 'DELETE',
			paths: one,
			...write,
			handle: (call) => {
				archive(schemaOf(call), named(call));
				return { status: 204 };
			},
		},
		{
			method: 'POST',
			paths: propertyPaths('/batch/create'),
			...write,
			handle: (call) => createMany(portal, schemaOf(call), inputsOf(call.body)),
		},
		{
			method: 'POST',
			paths: propertyPaths('/batch/read'),
			...read,
			handle: (call) => readMany(portal, schemaOf(call), inputsOf(call.body), call),
		},
		{
			method: 'POST',
			paths: propertyPaths('/batch/archive'),
			...write,
			handle: (call) => {
				const schema = schemaOf(call);
				for (const input of inputsOf(call.body)) {
					const definition = schema.properties.get(text(input, 'name'));
					if (definition !== undefined) archive(schema, definition);
				}
				return { status: 204 };
			},
		},
	];
}

function listOf(schema: Schema, call: Call): PropertyDefinition[] {
	return [...(queryFlag(call, 'archived') ? schema.archived : schema.properties).values()];
}

function definitionOf(schema: Schema, name: string): PropertyDefinition {
	const definition = schema.properties.get(name);
	if (definition === undefined) throw notFound(`Property ${name} does not exist`);
	return definition;
}

function createOne(schema: Schema, body: JsonRecord): PropertyDefinition {
	const definition = parseDefinition(body);
	refuseUnknownGroup(schema, definition.groupName);
	if (schema.properties.has(definition.name)) {
		const { message, ...parts } = alreadyExists(definition.name);
		throw conflict(message, parts);
	}
	add(schema, definition);
	return definition;
}

/** Names that exist are refused one by one with 207; a malformed definition refuses the batch. */
function createMany(portal: Portal, schema: Schema, inputs: JsonRecord[]): Answer {
	const startedAt = isoNow(portal.kernel);
	const definitions = inputs.map(parseDefinition);
	refuseDuplicates(definitions.map(({ name }) => name));
	for (const { groupName } of definitions) refuseUnknownGroup(schema, groupName);
	const results: PropertyDefinition[] = [];
	const errors: ErrorEntry[] = [];
	for (const definition of definitions) {
		if (schema.properties.has(definition.name)) {
			errors.push({ status: 'error', ...alreadyExists(definition.name) });
		} else {
			add(schema, definition);
			results.push(definition);
		}
	}
	return batchAnswer(portal, startedAt, results, errors, 201);
}

function readMany(portal: Portal, schema: Schema, inputs: JsonRecord[], call: Call): Answer {
	const startedAt = isoNow(portal.kernel);
	const wantsArchived = isRecord(call.body) && call.body.archived === true;
	const source = wantsArchived ? schema.archived : schema.properties;
	const names = inputs.map((input) => text(input, 'name'));
	const results = names.flatMap((name) => source.get(name) ?? []);
	const unknown = names.filter((name) => !source.has(name));
	const errors = unknown.map((name) => ({
		status: 'error',
		category: 'OBJECT_NOT_FOUND',
		message: `Property ${name} does not exist`,
		context: { name: [name] },
	}));
	return batchAnswer(portal, startedAt, results, errors, 200);
}

function alreadyExists(name: string): ErrorParts & { message: string } {
	return {
		category: 'OBJECT_ALREADY_EXISTS',
		subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
		message: `A property named '${name}' already exists.`,
		context: { name: [name] },
	};
}

function add(schema: Schema, definition: PropertyDefinition): void {
	schema.archived.delete(definition.name);
	schema.properties.set(definition.name, definition);
}

function change(schema: Schema, definition: PropertyDefinition, call: Call): PropertyDefinition {
	refuseReadOnly(definition);
	const body = record(call.body);
	if (typeof body.groupName === 'string') refuseUnknownGroup(schema, body.groupName);
	changeDefinition(definition, body);
	return definition;
}

function archive(schema: Schema, definition: PropertyDefinition): void {
	if (!definition.modificationMetadata.archivable) refuseReadOnly(definition);
	schema.properties.delete(definition.name);
	schema.archived.set(definition.name, definition);
}

function refuseReadOnly(definition: PropertyDefinition): void {
	if (!definition.modificationMetadata.readOnlyDefinition) return;
	throw validationError(
		`Property '${definition.name}' is defined by HubSpot and cannot be changed`,
	);
}

function refuseUnknownGroup(schema: Schema, groupName: string): void {
	if (schema.groups.has(groupName)) return;
	throw validationError(`Property group '${groupName}' does not exist`, {
		context: { groupName: [groupName] },
	});
}
