/** Data types of a service definition. https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (README) */
const TYPES = [
	'boolean',
	'integer',
	'date',
	'datetime',
	'email',
	'float',
	'score',
	'string',
	'url',
	'text',
] as const;
export type DataType = (typeof TYPES)[number];

const MAX_INTEGER = 2 ** 31 - 1;
const STRING_BYTES = 255;
const TEXT_BYTES = 2000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const SCORE_CHANGE = /^[+-]\d+$/;

export type FieldValue = string | number | boolean | null;

/** What Marketo makes of a value that a callback writes. */
export interface TakenValue {
	/** Undefined: nothing is written. */
	value?: FieldValue;
	/** Why nothing is written, or what was cut. */
	complaint?: string;
}

export function isDataType(value: unknown): value is DataType {
	return TYPES.some((one) => one === value);
}

/**
 * @param given of the callback's JSON
 * @param present what the field holds now; scores may be changed by "+5"
 */
export function takenValue(type: DataType, given: unknown, present: FieldValue): TakenValue {
	switch (type) {
		case 'boolean':
			return booleanValue(given);
		case 'integer':
			return integerValue(given);
		case 'float':
			return numberValue(given);
		case 'score':
			return scoreValue(given, present);
		case 'date':
			return dateValue(given, DATE, (text) => text);
		case 'datetime':
			return dateValue(given, DATETIME, withoutSubseconds);
		case 'text':
			return textValue(given, TEXT_BYTES);
		case 'email':
		case 'string':
		case 'url':
			return textValue(given, STRING_BYTES);
	}
}

/** The word "null" clears a text field; JSON's null does not. */
function textValue(given: unknown, bytes: number): TakenValue {
	if (given === null) return {};
	if (given === 'null') return { value: null };
	if (typeof given !== 'string') return wrong(given, 'text');
	const value = cut(given, bytes);
	return value === given ? { value } : { value, complaint: `was cut after ${bytes} bytes` };
}

/** Counted in bytes, never through a character. */
function cut(text: string, bytes: number): string {
	let length = 0;
	let result = '';
	for (const character of text) {
		length += Buffer.byteLength(character);
		if (length > bytes) return result;
		result += character;
	}
	return result;
}

function booleanValue(given: unknown): TakenValue {
	if (given === null) return { value: false };
	return typeof given === 'boolean' ? { value: given } : wrong(given, 'boolean');
}

function integerValue(given: unknown): TakenValue {
	if (given === null) return {};
	const isInteger = typeof given === 'number' && Number.isInteger(given);
	const fits = isInteger && Math.abs(given) <= MAX_INTEGER;
	return fits ? { value: given } : wrong(given, 'integer');
}

function numberValue(given: unknown): TakenValue {
	if (given === null) return {};
	return typeof given === 'number' ? { value: given } : wrong(given, 'number');
}

function scoreValue(given: unknown, present: FieldValue): TakenValue {
	if (typeof given === 'string' && SCORE_CHANGE.test(given)) {
		return { value: Number(present ?? 0) + Number(given) };
	}
	return integerValue(typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given);
}

function dateValue(given: unknown, form: RegExp, read: (text: string) => string): TakenValue {
	if (given === null) return {};
	const isDate = typeof given === 'string' && form.test(given) && !Number.isNaN(Date.parse(given));
	return isDate ? { value: read(given) } : wrong(given, 'date');
}

function withoutSubseconds(text: string): string {
	return `${new Date(text).toISOString().slice(0, 19)}Z`;
}

function wrong(given: unknown, wanted: string): TakenValue {
	return { complaint: `${JSON.stringify(given)} is no ${wanted}` };
}
