import { asIsoTime, isObject, ownText } from '../transport/json';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/;
const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * ISO 8601 UTC of what an item may hold as a time: ISO text (without a zone it is UTC), epoch
 * milliseconds, a Date or n8n's DateTime. null = empty, undefined = not a time.
 */
export function readTime(value: unknown): string | null | undefined {
	if (value === undefined || value === null || value === '') return null;
	if (typeof value === 'number') return asIsoTime(value) ?? undefined;
	const text = (value instanceof Date ? isoOf(value) : ownText(value)).trim();
	if (text === '') return isObject(value) ? undefined : null;
	if (!ISO_DATE.test(text)) return undefined;
	const local = text.replace(' ', 'T');
	const zoned = HAS_ZONE.test(local.slice(10)) || local.length === 10 ? local : `${local}Z`;
	return asIsoTime(zoned) ?? undefined;
}

function isoOf(date: Date): string {
	return Number.isNaN(date.getTime()) ? '-' : date.toISOString();
}
