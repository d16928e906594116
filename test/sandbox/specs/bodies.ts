import type { ValidateFunction } from 'ajv/dist/2019';
import type { BookEntry } from '../contract';
import type { Operation } from './openapi';
import { compileSchema } from './schema';
import { asText } from './words';

/**
 * What is wrong with a value and not with the form of the body. A value that the vendor itself refused is
 * somebody's input that was passed on; it does not speak against who sent it.
 */
const ABOUT_VALUES = [
	'enum',
	'format',
	'maxItems',
	'maxLength',
	'maximum',
	'minItems',
	'minLength',
	'minimum',
	'pattern',
];

const validators = new Map<string, ValidateFunction>();

/** What a request's body carries that its operation does not declare; empty when all is well. */
export function bodyProblems(entry: BookEntry, operation: Operation): string[] {
	if (entry.vendor === 'hubspot' || Buffer.isBuffer(entry.request)) return [];
	if (!operation.body) return entry.request === null ? [] : ['a body is not declared'];
	// Never read: too large.
	if (entry.status === 413) return [];
	if (operation.bodyIsOptional && entry.request === null) return [];
	const validate = validators.get(operation.name) ?? compileSchema(operation.body);
	validators.set(operation.name, validate);
	if (validate(entry.request ?? {})) return [];
	const refused = entry.status === 400 || isRefusal(entry.response);
	return (validate.errors ?? [])
		.filter(({ keyword }) => !refused || !ABOUT_VALUES.includes(keyword))
		.map((error) => asText(error, 'body'));
}

/** Marketo refuses with HTTP 200. */
function isRefusal(response: unknown): boolean {
	return typeof response === 'object' && response !== null && 'errors' in response
		? 'success' in response && response.success === false
		: false;
}
