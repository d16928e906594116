import type { MarketoReason } from '../http/errors';
import type { JsonRecord } from '../http/input';
import type { FieldValues } from '../state/leads';
import type { MarketoState } from '../state/marketoState';
import { COMPANY_FIELDS, leadFields } from './fields';

export type Checked<T> = { values: T } | { reason: MarketoReason };

/** A record's fields, or why Marketo skips the record. @param keys members that are no fields to write */
export function checkedFields(
	state: MarketoState,
	record: JsonRecord,
	keys: readonly string[],
): Checked<FieldValues> {
	const known = leadFields(state);
	const values: FieldValues = {};
	for (const [name, value] of Object.entries(record)) {
		if (keys.includes(name)) continue;
		const field = known.get(name);
		if (field === undefined || field.readOnly) {
			return refuse('1006', `Field '${name}' not found`);
		}
		if (state.world.companyLocked && COMPANY_FIELDS.includes(name)) {
			return refuse('1021', 'Company update not allowed');
		}
		const problem = valueProblem(name, value, field.dataType, field.length);
		if (problem !== null) return { reason: problem };
		values[name] = asValue(value, field.dataType);
	}
	return { values };
}

/** What is wrong with a value of a type of field; null when nothing is. */
export function valueProblem(
	name: string,
	value: unknown,
	dataType: string,
	length?: number,
): MarketoReason | null {
	if (value === null || value === '') return null;
	const wrong = (code: string, message: string): MarketoReason => ({ code, message });
	if (!['string', 'number', 'boolean'].includes(typeof value)) {
		return wrong('1001', `Invalid value for field '${name}', ${dataType} expected`);
	}
	const text = String(value);
	if (['integer', 'score', 'float', 'currency', 'percent'].includes(dataType)) {
		const isWhole = ['integer', 'score'].includes(dataType);
		const number = Number(text);
		if (isWhole ? !Number.isSafeInteger(number) : !Number.isFinite(number)) {
			return wrong('1001', `Invalid value '${text}' for field '${name}', ${dataType} expected`);
		}
	}
	if (dataType === 'boolean' && !/^(true|false|0|1)$/i.test(text)) {
		return wrong('1001', `Invalid value '${text}' for field '${name}', boolean expected`);
	}
	if (dataType === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) {
		return wrong('1001', `Invalid value '${text}' for field '${name}', date expected`);
	}
	if (dataType === 'datetime' && Number.isNaN(Date.parse(text))) {
		return wrong('1001', `Invalid value '${text}' for field '${name}', datetime expected`);
	}
	if (dataType === 'email' && !isAscii(text)) {
		return wrong('1003', `Value '${text}' of field '${name}' is no valid email address`);
	}
	if (length !== undefined && text.length > length) {
		return wrong('1003', `Value of field '${name}' is longer than ${length} characters`);
	}
	return null;
}

/** Addresses must be ASCII: https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads */
function isAscii(text: string): boolean {
	return [...text].every((letter) => letter.charCodeAt(0) < 128);
}

export function asValue(value: unknown, dataType: string): FieldValues[string] {
	if (value === null || value === '' || value === undefined) return null;
	if (['integer', 'score', 'float', 'currency', 'percent'].includes(dataType)) return Number(value);
	if (dataType === 'boolean') return /^(true|1)$/i.test(String(value));
	return String(value);
}

function refuse(code: string, message: string): { reason: MarketoReason } {
	return { reason: { code, message } };
}
