/** Reading what comes from outside: a wrong shape is empty, and said where it matters. */
import { isRecord, type JsonRecord } from '../http/input';

export { isRecord, type JsonRecord };

export function recordOf(value: unknown): JsonRecord {
	return isRecord(value) ? value : {};
}

export function recordsOf(value: unknown): JsonRecord[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function textsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A text that says something. */
export function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

/** Follows keys down; undefined where the way ends. */
export function at(value: unknown, ...keys: string[]): unknown {
	return keys.reduce((here, key) => recordOf(here)[key], value);
}

/** @returns undefined when the text is no JSON */
export function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
