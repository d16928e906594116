/** Readers for answers and items that nobody vouches for: never throw, never trust a type. */

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object itself, or an empty one. */
export function asObject(value: unknown): JsonObject {
	return isObject(value) ? value : {};
}

export function asArray(value: unknown): unknown[] {
	return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The objects of an array; whatever else is in it is left out. */
export function asObjects(value: unknown): JsonObject[] {
	return asArray(value).filter(isObject);
}

/** Text of strings and numbers, else empty. */
export function asText(value: unknown): string {
	if (typeof value === 'string') return value;
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/**
 * How a value writes itself: a Date, n8n's DateTime. Empty for what cannot, such as `{ "toString": 1 }`,
 * on which `String` throws.
 */
export function ownText(value: unknown): string {
	try {
		return String(value);
	} catch {
		return '';
	}
}

/** The same as a number; NaN for what cannot. */
export function ownNumber(value: unknown): number {
	try {
		return Number(value);
	} catch {
		return NaN;
	}
}

/** A finite number of numbers and numeric strings, else undefined. */
export function asNumber(value: unknown): number | undefined {
	if (typeof value === 'string' && value.trim() === '') return undefined;
	const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
	return Number.isFinite(number) ? number : undefined;
}

/** ISO 8601 UTC without milliseconds when they are zero, else null. */
export function asIsoTime(value: unknown): string | null {
	const text = typeof value === 'number' ? new Date(value) : Date.parse(asText(value));
	const date = new Date(text);
	return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}
