import type { Portal } from '../context';
import { conflict, notFound, validationError } from '../http/errors';
import type { Call } from '../http/input';
import { optionalText, record, text } from '../http/input';
import { propertyPaths } from '../http/paths';
import type { Route } from '../http/router';
import { SCHEMA_READ, SCHEMA_WRITE } from './propertyRoutes';
import type { PropertyGroup, Schema } from './schemas';

/** https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide */
export function groupRoutes(portal: Portal): Route[] {
	const schemaOf = (call: Call) => portal.schemas.of(call.params.objectType ?? '');
	const groupOf = (call: Call) => existingGroup(schemaOf(call), call.params.groupName ?? '');
	const read = { write: false, scopes: SCHEMA_READ };
	const write = { write: true, scopes: SCHEMA_WRITE };
	const all = propertyPaths('/groups');
	const one = propertyPaths('/groups/:groupName');

	return [
		{
			method: 'GET',
			paths: all,
			...read,
			handle: (call) => ({ status: 200, body: { results: [...schemaOf(call).groups.values()] } }),
		},
		{
			method: 'POST',
			paths: all,
			...write,
			handle: (call) => ({ status: 201, body: create(schemaOf(call), call) }),
		},
		{
			method: 'GET',
			paths: one,
			...read,
			handle: (call) => ({ status: 200, body: groupOf(call) }),
		},
		{
			method: 'PATCH',
			paths: one,
			...write,
			handle: (call) => {
				const group = groupOf(call);
				const body = record(call.body);
				group.label = optionalText(body, 'label') ?? group.label;
				if (typeof body.displayOrder === 'number') group.displayOrder = body.displayOrder;
				return { status: 200, body: group };
			},
		},
		{
			method: 'DELETE',
			paths: one,
			...write,
			handle: (call) => {
				const schema = schemaOf(call);
				const { name } = groupOf(call);
				if ([...schema.properties.values()].some(({ groupName }) => groupName === name)) {
					throw validationError(`Property group '${name}' still has properties`);
				}
				schema.groups.delete(name);
				return { status: 204 };
			},
		},
	];
}

function create(schema: Schema, call: Call): PropertyGroup {
	const body = record(call.body);
	const name = text(body, 'name');
	const label = text(body, 'label');
	if (schema.groups.has(name)) {
		throw conflict(`A property group named '${name}' already exists.`, {
			category: 'OBJECT_ALREADY_EXISTS',
			subCategory: 'Properties.GROUP_WITH_NAME_EXISTS',
			context: { name: [name] },
		});
	}
	// -1, the default of the vendor's documentation, means "behind the last one".
	const order = typeof body.displayOrder === 'number' ? body.displayOrder : -1;
	return schema.addGroup(name, label, order < 0 ? undefined : order);
}

function existingGroup(schema: Schema, name: string): PropertyGroup {
	const group = schema.groups.get(name);
	if (group === undefined) throw notFound(`Property group ${name} does not exist`);
	return group;
}
