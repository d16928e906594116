import type { Call } from './input';
import { queryLimit, queryOne } from './input';
import { validationError } from './errors';

export interface Page<T> {
	results: T[];
	/** Absent on the last page. */
	paging?: { next: { after: string; link: string } };
}

/**
 * One page of an ordered list. `after` names the last row shown, so that rows that appear or
 * vanish between two pages neither repeat nor hide others.
 */
export function pageOf<T>(
	call: Call,
	rows: readonly T[],
	idOf: (row: T) => string,
	options: { fallback: number; maximum: number; link: string },
): Page<T> {
	const limit = queryLimit(call, options.fallback, options.maximum);
	const after = queryOne(call, 'after');
	const start = after === undefined || after === '' ? 0 : startAfter(rows, idOf, after);
	const results = rows.slice(start, start + limit);
	const last = results[results.length - 1];
	if (last === undefined || start + limit >= rows.length) return { results };
	const next = Buffer.from(idOf(last)).toString('base64');
	return { results, paging: { next: { after: next, link: `${options.link}?after=${next}` } } };
}

function startAfter<T>(rows: readonly T[], idOf: (row: T) => string, after: string): number {
	const id = Buffer.from(after, 'base64').toString();
	const index = rows.findIndex((row) => idOf(row) === id);
	if (index < 0) throw validationError(`Invalid paging cursor: ${after}`);
	return index + 1;
}
