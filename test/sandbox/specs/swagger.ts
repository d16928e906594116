import { readFileSync } from 'node:fs';
import type { BookEntry } from '../contract';
import { amendedDefinition } from './marketoAmendments';
import { amendedParameters } from './marketoParameters';
import type { JsonObject, Operation, Parameter } from './openapi';

interface SwaggerParameter {
	name: string;
	in: string;
	required?: boolean;
	type?: string;
	enum?: unknown[];
	schema?: JsonObject;
}

interface SwaggerOperation {
	consumes?: string[];
	parameters?: SwaggerParameter[];
	responses?: Record<string, { schema?: JsonObject }>;
}

interface Swagger {
	paths: Record<string, Record<string, SwaggerOperation>>;
	definitions: Record<string, JsonObject>;
}

const FORM = 'application/x-www-form-urlencoded';

/** Operations of a Swagger 2.0 file, with what is known beyond it. Paths lose their `.json`. */
export function readSwagger(file: string): Operation[] {
	const spec: Swagger = JSON.parse(readFileSync(file, 'utf8'));
	return Object.entries(spec.paths).flatMap(([route, byMethod]) =>
		Object.entries(byMethod).map(([method, operation]): Operation => {
			const path = withoutSuffix(route);
			const name = `${method.toUpperCase()} ${path}`;
			const declared = (operation.parameters ?? []).filter(isInUrl).map(parameterOf);
			return {
				name,
				method: method.toUpperCase(),
				segments: path.split('/'),
				parameters: amendedParameters(name, declared),
				body: bodyOf(operation, spec),
				bodyIsOptional: operation.parameters?.some(
					(one) => one.in === 'body' && one.required !== true,
				),
				answers: answersOf(operation, spec),
				statuses: undefined,
			};
		}),
	);
}

const withoutSuffix = (path: string): string => path.replace(/\.json$/, '');

/** A read by POST (`?_method=GET`, the query in the body) as the GET that it stands for. */
export function asDeclaredCall(entry: BookEntry): BookEntry {
	if (entry.vendor !== 'marketo') return entry;
	const { _method, ...query } = entry.query;
	const call = { ...entry, path: withoutSuffix(entry.path) };
	if (_method !== 'GET') return call;
	const inBody = typeof entry.request === 'object' ? entry.request : {};
	return { ...call, method: 'GET', query: { ...query, ...inBody }, request: null };
}

const isInUrl = (parameter: SwaggerParameter): boolean =>
	parameter.in === 'path' || parameter.in === 'query';

/** Lists stand in one value, separated by commas: their items are not judged. */
function parameterOf({ name, in: place, required, type, ...more }: SwaggerParameter): Parameter {
	const schema = { ...(type === 'array' ? {} : { type }), enum: more.enum };
	return { name, in: place, required, schema };
}

function bodyOf(operation: SwaggerOperation, spec: Swagger): JsonObject | undefined {
	const parameter = operation.parameters?.find((one) => one.in === 'body');
	if (parameter?.schema === undefined) return undefined;
	const schema = resolved(parameter.schema, spec, 'request', []);
	return operation.consumes?.includes(FORM) ? formOf(schema) : schema;
}

/** Everything in a form is text. */
function formOf(schema: JsonObject): JsonObject {
	const properties = isObject(schema.properties) ? schema.properties : {};
	return {
		...schema,
		properties: Object.fromEntries(
			Object.entries(properties).map(([name, one]) => [
				name,
				{ type: 'string', ...(isObject(one) && one.enum ? { enum: one.enum } : {}) },
			]),
		),
	};
}

function answersOf(operation: SwaggerOperation, spec: Swagger): Map<number, JsonObject> {
	const answers = new Map<number, JsonObject>();
	for (const [status, { schema }] of Object.entries(operation.responses ?? {})) {
		if (schema) answers.set(Number(status), resolved(schema, spec, 'answer', []));
	}
	return answers;
}

/** References in place of themselves; a definition inside of itself is not judged. */
function resolved(
	value: JsonObject,
	spec: Swagger,
	use: 'request' | 'answer',
	inside: readonly string[],
): JsonObject {
	const name = typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
	if (name !== undefined) {
		if (inside.includes(name)) return {};
		const definition = amendedDefinition(name, spec.definitions[name] ?? {}, use);
		return resolved(definition, spec, use, [...inside, name]);
	}
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key,
			isObject(one) ? resolved(one, spec, use, inside) : one,
		]),
	);
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
