import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { amended } from './amendments';
import { readSwagger } from './swagger';

const SPECS = path.join(__dirname, '..', '..', '..', '..', 'shared', 'specs');
const ZOOM_FILES = [
	'zoom/meetings-webinars.openapi.json',
	'zoom/users.openapi.json',
	'zoom/marketplace.openapi.json',
];
const MARKETO_FILES = ['mapi', 'asset', 'identity'].map(
	(name) => `marketo/rest/swagger-${name}.json`,
);
const HUBSPOT_INDEX = 'hubspot/endpoints-index.json';

export type JsonObject = { [name: string]: unknown };

export interface Parameter {
	name: string;
	in: string;
	required?: boolean;
	schema?: { type?: string; enum?: unknown[] };
}

/** One operation of a vendor, as its spec declares it. */
export interface Operation {
	/** `GET /webinars/{webinarId}` */
	name: string;
	method: string;
	segments: string[];
	parameters: Parameter[];
	/** JSON schema of the request's body; undefined: it takes none. */
	body: JsonObject | undefined;
	/** The body may be left out. */
	bodyIsOptional?: boolean;
	/** JSON schemas of the answers by HTTP status. */
	answers: Map<number, JsonObject>;
	/** Every HTTP status that is declared; undefined where nobody published them. */
	statuses: Set<number> | undefined;
}

export interface VendorSpecs {
	zoom: Operation[] | undefined;
	hubspot: Operation[] | undefined;
	marketo: Operation[] | undefined;
}

/** Reads what is there; the specs are the vendors' and no part of this repository. */
export function loadSpecs(): VendorSpecs {
	const zoom = ZOOM_FILES.map((file) => path.join(SPECS, file));
	const marketo = MARKETO_FILES.map((file) => path.join(SPECS, file));
	const hubspot = path.join(SPECS, HUBSPOT_INDEX);
	return {
		zoom: zoom.every((file) => existsSync(file)) ? zoom.flatMap(readOpenApi) : undefined,
		hubspot: existsSync(hubspot) ? readIndex(hubspot) : undefined,
		marketo: marketo.every((file) => existsSync(file)) ? marketo.flatMap(readSwagger) : undefined,
	};
}

/** Where a spec file stands, undefined when it is not there. */
export function specFile(name: string): string | undefined {
	const file = path.join(SPECS, name);
	return existsSync(file) ? file : undefined;
}

/** @param rawPath still encoded, so that a slash inside a parameter is none */
export function findOperation(
	operations: Operation[],
	method: string,
	rawPath: string,
): Operation | undefined {
	const segments = rawPath.split('/');
	const matching = operations.filter(
		(operation) =>
			operation.method === method &&
			operation.segments.length === segments.length &&
			operation.segments.every((part, at) => isParameter(part) || part === segments[at]),
	);
	const wildcards = (one: Operation): number => one.segments.filter(isParameter).length;
	return matching.sort((a, b) => wildcards(a) - wildcards(b))[0];
}

export const isParameter = (segment: string): boolean => /^\{.+\}$/.test(segment);

interface Content {
	content?: Record<string, { schema?: JsonObject }>;
}

interface OpenApiOperation {
	parameters?: Parameter[];
	requestBody?: Content;
	responses?: Record<string, Content>;
}

function readOpenApi(file: string): Operation[] {
	const spec: { paths: Record<string, Record<string, OpenApiOperation>> } = JSON.parse(
		readFileSync(file, 'utf8'),
	);
	return Object.entries(spec.paths).flatMap(([route, byMethod]) =>
		Object.entries(byMethod).map(([method, operation]) => ({
			name: `${method.toUpperCase()} ${route}`,
			method: method.toUpperCase(),
			segments: route.split('/'),
			parameters: operation.parameters ?? [],
			body: schemaOf(operation.requestBody),
			answers: answersOf(operation, route),
			statuses: new Set(Object.keys(operation.responses ?? {}).map(Number)),
		})),
	);
}

function answersOf(operation: OpenApiOperation, route: string): Map<number, JsonObject> {
	const answers = new Map<number, JsonObject>();
	for (const [status, response] of Object.entries(operation.responses ?? {})) {
		const schema = schemaOf(response);
		if (schema) answers.set(Number(status), amended(schema, route));
	}
	return answers;
}

function schemaOf(content: Content | undefined): JsonObject | undefined {
	return content?.content?.['application/json']?.schema;
}

/** HubSpot's specs are not at hand, only the list of their operations. */
interface IndexEntry {
	method: string;
	path: string;
	params: Array<{ name: string; in: string; required?: boolean; type?: string }>;
}

function readIndex(file: string): Operation[] {
	const index: IndexEntry[] = JSON.parse(readFileSync(file, 'utf8'));
	return index.map(({ method, path: route, params }) => ({
		name: `${method} ${route}`,
		method,
		segments: route.split('/'),
		parameters: params.map(({ type, ...parameter }) => ({ ...parameter, schema: { type } })),
		body: undefined,
		answers: new Map(),
		statuses: undefined,
	}));
}
