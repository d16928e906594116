import { validationError } from '../http/errors';
import { isRecord, optionalText, text, type JsonRecord } from '../http/input';
import type { PropertyDefinition } from '../schema/definition';
import type { Schema } from '../schema/schemas';

/** The documented limits: https://developers.hubspot.com/docs/api-reference/search/guide#filter-search-results */
const MAX_GROUPS = 5;
const MAX_FILTERS_PER_GROUP = 6;
const MAX_FILTERS = 18;

/** Whether a row is wanted, given its value of any property. */
export type Test = (valueOf: (name: string) => string | null) => boolean;

/**
 * Groups are joined by OR, the filters in one by AND.
 * @throws HubSpotError 400
 */
export function testOf(given: unknown, schema: Schema): Test {
	const groups = listOf(given, 'filterGroups').map((group) => listOf(group.filters, 'filters'));
	if (groups.length > MAX_GROUPS) throw validationError(`too many filterGroups, max ${MAX_GROUPS}`);
	const longest = Math.max(0, ...groups.map((group) => group.length));
	if (longest > MAX_FILTERS_PER_GROUP || groups.flat().length > MAX_FILTERS) {
		throw validationError(
			`too many filters, max ${MAX_FILTERS_PER_GROUP} in a group and ${MAX_FILTERS} in all`,
		);
	}
	const tests = groups.map((group) => group.map((filter) => filterTest(filter, schema)));
	return (valueOf) =>
		tests.length === 0 || tests.some((group) => group.every((test) => test(valueOf)));
}

function filterTest(filter: JsonRecord, schema: Schema): Test {
	const name = text(filter, 'propertyName');
	const operator = text(filter, 'operator');
	const definition = schema.properties.get(name);
	if (definition === undefined) throw refused(`Property ${name} does not exist`);
	const test = valueTest(operator, filter, definition);
	return (valueOf) => test(valueOf(name));
}

type ValueTest = (value: string | null) => boolean;

function valueTest(
	operator: string,
	filter: JsonRecord,
	definition: PropertyDefinition,
): ValueTest {
	const value = () => comparable(needed(filter, 'value'), definition);
	const compare = (holds: (order: number) => boolean): ValueTest => {
		const wanted = value();
		return (own) => own !== null && holds(order(comparable(own, definition), wanted));
	};
	const among = (): ValueTest => {
		const wanted = valuesOf(filter, definition);
		return (own) => own !== null && wanted.has(comparable(own, definition));
	};
	switch (operator) {
		case 'EQ':
			return compare((order) => order === 0);
		case 'NEQ':
			return not(compare((order) => order === 0));
		case 'LT':
			return compare((order) => order < 0);
		case 'LTE':
			return compare((order) => order <= 0);
		case 'GT':
			return compare((order) => order > 0);
		case 'GTE':
			return compare((order) => order >= 0);
		case 'BETWEEN':
			return both(
				compare((order) => order >= 0),
				valueTest('LTE', { ...filter, value: needed(filter, 'highValue') }, definition),
			);
		case 'IN':
			return among();
		case 'NOT_IN':
			return not(among());
		case 'HAS_PROPERTY':
			return (own) => own !== null;
		case 'NOT_HAS_PROPERTY':
			return (own) => own === null;
		case 'CONTAINS_TOKEN':
			return tokenTest(needed(filter, 'value'));
		case 'NOT_CONTAINS_TOKEN':
			return not(tokenTest(needed(filter, 'value')));
		default:
			throw refused(`${operator} is no operator`);
	}
}

const not =
	(test: ValueTest): ValueTest =>
	(value) =>
		!test(value);

const both =
	(one: ValueTest, other: ValueTest): ValueTest =>
	(value) =>
		one(value) && other(value);

/** A word of the value, in any case; `*` stands for any letters. */
function tokenTest(wanted: string): ValueTest {
	const escaped = wanted.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const pattern = new RegExp(`^${escaped.replace(/\\\*/g, '.*')}$`);
	return (own) => {
		const value = (own ?? '').toLowerCase();
		return [value, ...value.split(/[^\p{L}\p{N}_]+/u)].some((token) => pattern.test(token));
	};
}

function valuesOf(filter: JsonRecord, definition: PropertyDefinition): Set<string | number> {
	const { values } = filter;
	if (!Array.isArray(values) || values.length === 0) {
		throw refused('IN and NOT_IN need values, a list');
	}
	// Of strings the search compares lower-case forms, and only lower-case values find one.
	if (isText(definition)) return new Set(values.map(String));
	return new Set(values.map((one: unknown) => comparable(String(one), definition)));
}

function isText({ type }: PropertyDefinition): boolean {
	return type === 'string';
}

/** Numbers and moments compare as numbers, texts in lower case. */
function comparable(value: string, { type }: PropertyDefinition): string | number {
	if (type === 'number') return Number(value);
	if (type === 'date' || type === 'datetime') {
		return /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
	}
	return value.toLowerCase();
}

function order(one: string | number, other: string | number): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

function needed(filter: JsonRecord, name: 'value' | 'highValue'): string {
	const value = filter[name];
	if (typeof value === 'number') return String(value);
	const given = optionalText(filter, name);
	if (given === undefined) throw refused(`${name} is missing`);
	return given;
}

export function listOf(given: unknown, name: string): JsonRecord[] {
	if (given === undefined || given === null) return [];
	if (Array.isArray(given) && given.every(isRecord)) return given;
	throw validationError(`${name} must be a list of objects`);
}

function refused(what: string): Error {
	return validationError(`There was a problem with the request: ${what}`);
}
