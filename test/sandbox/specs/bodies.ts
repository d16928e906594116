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
	// Never read: too large, or refused before.
	if (entry.status === 413 || isUnread(entry)) return [];
	if (operation.bodyIsOptional && entry.request === null) return [];
	const validate = validators.get(operation.name) ?? compileSchema(operation.body);
	validators.set(operation.name, validate);
	if (validate(entry.request ?? {})) return [];
	const refused = entry.status === 400 || isRefusal(entry.response);
	return (validate.errors ?? [])
		.filter(({ keyword }) => !refused || !ABOUT_VALUES.includes(keyword))
		.map((error) => asText(error, 'body'));
}

/**
 * Marketo's codes for the token and its limits, which are looked at before the body.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/error-codes
 */
const BEFORE_THE_BODY = ['601', '602', '606', '607', '615'];

function isUnread({ request, response }: BookEntry): boolean {
	if (request !== null || !isRefusal(response)) return false;
	const { errors } = response as { errors: unknown };
	const codes = Array.isArray(errors) ? errors.map((error) => Object(error).code as unknown) : [];
	return codes.some((code) => typeof code === 'string' && BEFORE_THE_BODY.includes(code));
}

/** Marketo refuses with HTTP 200. */
function isRefusal(response: unknown): boolean {
	return typeof response === 'object' && response !== null && 'errors' in response
		? 'success' in response && response.success === false
		: false;
}
