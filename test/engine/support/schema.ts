import fs from 'node:fs';
import path from 'node:path';

import Ajv, { type AnySchemaObject, type ValidateFunction } from 'ajv';

const ROOT = path.join(__dirname, '../../../dist/nodes');

/**
 * The schema by which people map fields before the first run, refusing what it does not name: a new
 * field must be added to it.
 * @param file below the built nodes
 */
export function closedSchema(file: string): AnySchemaObject {
	return closed(JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')) as AnySchemaObject);
}

export function validatorOf(file: string): ValidateFunction {
	return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(closedSchema(file));
}

function closed(node: AnySchemaObject): AnySchemaObject {
	const { properties, items, version: _, ...rest } = node;
	const children = Object.entries((properties ?? {}) as Record<string, AnySchemaObject>);
	return {
		...rest,
		...(properties && {
			properties: Object.fromEntries(children.map(([name, child]) => [name, closed(child)])),
			additionalProperties: false,
		}),
		...(items && { items: closed(items as AnySchemaObject) }),
	};
}
