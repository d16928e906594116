/** Reading what came over the wire: every shape is checked, and said to be wrong as HubSpot says it. */
import type { AppIdentity } from '../oauth/tokens';
import { validationError } from './errors';

export type JsonRecord = Record<string, unknown>;

export interface Call {
	params: Record<string, string>;
	query: Record<string, string[]>;
	body: unknown;
	/** The app of the token; the service key's is APP in context.ts. */
	app: AppIdentity;
}

export interface Answer {
	status: number;
	/** Absent for 204. */
	body?: unknown;
}

/** The largest batch of every CRM endpoint, and this sandbox's for marketing events. */
export const MAX_BATCH = 100;

export function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): JsonRecord {
	if (isRecord(value)) return value;
	throw validationError('Invalid input JSON on line 1, column 1: Cannot deserialize the request');
}

export function requireFields(body: JsonRecord, names: readonly string[]): void {
	const missing = names.filter((name) => body[name] === undefined || body[name] === null);
	if (missing.length === 0) return;
	throw validationError(`Some required fields were not set: [${missing.join(', ')}]`, {
		context: { properties: missing },
	});
}

export function optionalText(body: JsonRecord, name: string): string | undefined {
	const value = body[name];
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'string') return value;
	throw validationError(`Invalid input JSON: ${name} must be a string`);
}

export function text(body: JsonRecord, name: string): string {
	requireFields(body, [name]);
	return optionalText(body, name) ?? '';
}

/** `inputs` of a batch: 1 to {@link MAX_BATCH} objects, else 400. */
export function inputsOf(body: unknown): JsonRecord[] {
	const { inputs } = record(body);
	if (!Array.isArray(inputs)) {
		throw validationError('Some required fields were not set: [inputs]');
	}
	if (inputs.length > MAX_BATCH) {
		throw validationError(
			`The maximum number of inputs supported in a batch request is ${MAX_BATCH}. ` +
				`Received ${inputs.length}`,
		);
	}
	return inputs.map(record);
}

/** Refuses a batch that names the same thing twice, as HubSpot does with and without trace ids. */
export function refuseDuplicates(ids: readonly string[]): void {
	const seen = new Set<string>();
	const twice = new Set<string>();
	for (const id of ids) {
		if (seen.has(id)) twice.add(id);
		seen.add(id);
	}
	if (twice.size === 0) return;
	const list = [...twice];
	throw validationError(
		`Duplicate IDs found in batch input: [${list.join(', ')}]. IDs must be unique`,
		{ context: { ids: list } },
	);
}

export function queryOne(call: Call, name: string): string | undefined {
	return call.query[name]?.[0];
}

/** Both `properties=a,b` and `properties=a&properties=b`. */
export function queryMany(call: Call, name: string): string[] {
	return (call.query[name] ?? []).flatMap((value) => value.split(',')).filter(Boolean);
}

export function queryFlag(call: Call, name: string): boolean {
	return queryOne(call, name) === 'true';
}

/** `limit` between 1 and the endpoint's maximum, else 400. */
export function queryLimit(call: Call, fallback: number, maximum: number): number {
	const given = queryOne(call, 'limit');
	if (given === undefined) return fallback;
	const limit = Number(given);
	if (!Number.isInteger(limit) || limit < 1 || limit > maximum) {
		throw validationError(`limit must be between 1 and ${maximum}, but was ${given}`);
	}
	return limit;
}
