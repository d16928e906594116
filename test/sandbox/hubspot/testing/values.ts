/** Reading untyped answers in tests: a wrong shape fails the test with the value in its message. */
import { isRecord, type JsonRecord } from '../http/input';

export function asRecord(value: unknown): JsonRecord {
	if (isRecord(value)) return value;
	throw new Error(`Expected an object, got ${JSON.stringify(value)}`);
}

export function asList(value: unknown): JsonRecord[] {
	if (Array.isArray(value)) return value.map(asRecord);
	throw new Error(`Expected a list, got ${JSON.stringify(value)}`);
}

/** `at(body, 'results', 0, 'properties')` */
export function at(value: unknown, ...path: Array<string | number>): unknown {
	let here = value;
	for (const step of path) {
		here = typeof step === 'number' ? asList(here)[step] : asRecord(here)[step];
	}
	return here;
}
