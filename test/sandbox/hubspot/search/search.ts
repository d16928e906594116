import { validationError } from '../http/errors';
import type { Answer, Call } from '../http/input';
import { isRecord, optionalText, record } from '../http/input';
import type { Schema } from '../schema/schemas';
import { testOf } from './filters';

/** https://developers.hubspot.com/docs/api-reference/search/guide#limits-and-known-issues */
const MAX_PAGE = 200;
const DEFAULT_PAGE = 10;
const MAX_RESULTS = 10_000;
const MAX_QUERY = 3000;

/** What a search looks through, and how its rows are read and shown. */
export interface Searched<Row extends { id: string }> {
	rows: readonly Row[];
	schema: Schema;
	valueOf(row: Row, name: string): string | null;
	/** Properties that `query` looks at. */
	queried: readonly string[];
	show(row: Row, asked: readonly string[]): unknown;
}

/** `POST …/search` of any CRM object. */
export function search<Row extends { id: string }>(call: Call, of: Searched<Row>): Answer {
	const body = record(call.body);
	const limit = wholeNumber(body.limit, 'limit', DEFAULT_PAGE);
	if (limit < 1 || limit > MAX_PAGE) throw validationError(`limit must be 1 to ${MAX_PAGE}`);
	const start = wholeNumber(body.after, 'after', 0);
	if (start + limit > MAX_RESULTS) {
		throw validationError(`Paging beyond ${MAX_RESULTS} results is not possible`);
	}
	const query = (optionalText(body, 'query') ?? '').toLowerCase();
	if (query.length > MAX_QUERY) throw validationError(`query is longer than ${MAX_QUERY}`);
	const test = testOf(body.filterGroups, of.schema);
	const found = of.rows
		.filter((row) => test((name) => of.valueOf(row, name)))
		.filter((row) => of.queried.some((name) => contains(of.valueOf(row, name), query)))
		.sort(orderOf(body.sorts, of));
	const asked = Array.isArray(body.properties) ? body.properties.map(String) : [];
	const next = start + limit;
	return {
		status: 200,
		body: {
			total: found.length,
			results: found.slice(start, next).map((row) => of.show(row, asked)),
			...(next < found.length ? { paging: { next: { after: String(next) } } } : {}),
		},
	};
}

function contains(value: string | null, query: string): boolean {
	return query === '' || (value ?? '').toLowerCase().includes(query);
}

/** `["-createdate"]` or `[{propertyName, direction}]`; one at most. Without it, by record id. */
function orderOf<Row extends { id: string }>(
	sorts: unknown,
	of: Searched<Row>,
): (one: Row, other: Row) => number {
	const [first]: unknown[] = Array.isArray(sorts) ? sorts : [];
	const name = isRecord(first) ? String(first.propertyName) : String(first ?? '').replace(/^-/, '');
	if (name === '') return (one, other) => Number(one.id) - Number(other.id);
	if (!of.schema.properties.has(name)) throw validationError(`Unable to sort by ${name}`);
	const isBack = isRecord(first) ? first.direction === 'DESCENDING' : String(first).startsWith('-');
	const isNumber = of.schema.properties.get(name)?.type === 'number';
	return (one, other) => {
		const [a, b] = [of.valueOf(one, name) ?? '', of.valueOf(other, name) ?? ''];
		const order = isNumber ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
		return isBack ? -order : order;
	};
}

function wholeNumber(given: unknown, name: string, fallback: number): number {
	if (given === undefined || given === null || given === '') return fallback;
	const number = Number(given);
	if (Number.isInteger(number) && number >= 0) return number;
	throw validationError(`${name} must be a whole number, but was ${String(given)}`);
}
