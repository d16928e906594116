/** Reading what came over the wire: every shape is checked, and said to be wrong as Marketo says it. */
import { MarketoError } from './errors';

export type JsonRecord = Record<string, unknown>;

export interface Call {
	params: Record<string, string>;
	query: Record<string, string>;
	/** JSON, or the form's fields; a multipart body as bytes. */
	body: unknown;
	contentType: string;
	headers: Record<string, string | string[] | undefined>;
}

/** Records in one call, and values of one filter. */
export const MAX_BATCH = 300;

export function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function bodyRecord(call: Call): JsonRecord {
	if (isRecord(call.body)) return call.body;
	throw new MarketoError('609', 'Invalid JSON');
}

/**
 * `input`: 1 to `max` objects.
 * @throws MarketoError 1003
 */
export function inputOf(body: JsonRecord, max = MAX_BATCH): JsonRecord[] {
	const { input } = body;
	if (!Array.isArray(input) || input.length === 0) {
		throw new MarketoError('1003', 'Input cannot be empty');
	}
	if (input.length > max) {
		throw new MarketoError('1003', `Input size ${input.length} exceeds the limit allowed ${max}`);
	}
	return input.map((row) => {
		if (isRecord(row)) return row;
		throw new MarketoError('1003', 'Each record of input must be an object');
	});
}

/** @throws MarketoError 1002, Missing parameter */
export function requiredQuery(call: Call, name: string): string {
	const value = call.query[name];
	if (value !== undefined && value !== '') return value;
	throw new MarketoError('1002', `Missing value for required parameter '${name}'`);
}

/** Comma-separated values, at most 300 by default. */
export function listOf(text: string | undefined, name: string, max = MAX_BATCH): string[] {
	const values = (text ?? '')
		.split(',')
		.map((value) => value.trim())
		.filter((value) => value !== '');
	if (values.length > max) {
		throw new MarketoError('1003', `Too many values for '${name}', at most ${max} are allowed`);
	}
	return values;
}

/** @throws MarketoError 1001, wrong type */
export function integer(text: unknown, name: string): number {
	const value = typeof text === 'number' ? text : Number(text);
	if (text !== '' && text !== null && Number.isSafeInteger(value)) return value;
	throw new MarketoError('1001', `Invalid value '${String(text)}' for '${name}', integer expected`);
}

/** `batchSize`, 1 to 300. */
export function batchSizeOf(call: Call): number {
	const given = call.query.batchSize;
	if (given === undefined) return MAX_BATCH;
	return Math.min(Math.max(integer(given, 'batchSize'), 1), MAX_BATCH);
}

export function optionalText(body: JsonRecord, name: string): string | undefined {
	const value = body[name];
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new MarketoError('1001', `Invalid value for '${name}', string expected`);
}

export function requiredText(body: JsonRecord, name: string): string {
	const value = optionalText(body, name);
	if (value !== undefined) return value;
	throw new MarketoError('1002', `Missing value for required parameter '${name}'`);
}
