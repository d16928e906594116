import { seededRandom } from '../../kernel/random';
import type { AdobeState } from '../state/adobeState';
import { AdobeError, wrongType } from './errors';
import type { Params } from './input';
import { fieldOf, type Element } from './xml';

const DEFAULT_MAXIMUM = 10_000;
/** No fields of rows. */
const OTHERS = /^filter-(rows|start|is-member|ismember)$/;

/**
 * Filters, sorts and pages rows; what it looks at are attributes and child elements. Without a sort, every page is
 * cut from another order, as Adobe Connect promises none.
 * https://helpx.adobe.com/adobe-connect/webservices/filter-definition.html
 * @throws AdobeError operation-size-error when there are more than one answer may carry and no smaller page is asked for
 */
export function listed(state: AdobeState, params: Params, rows: Element[]): Element[] {
	const filters = filtersOf(params);
	const found = rows.filter((row) => filters.every((filter) => filter(row)));
	const maximum = state.world.maximumRows ?? DEFAULT_MAXIMUM;
	const size = params.count('filter-rows');
	if (found.length > maximum && (size === undefined || size > maximum)) {
		throw new AdobeError('operation-size-error', String(maximum));
	}
	const start = params.count('filter-start') ?? 0;
	const isPage = size !== undefined || start > 0;
	const sorts = sortsOf(params);
	const ordered = sorts.length > 0 ? sorted(found, sorts) : isPage ? shuffled(state, found) : found;
	return ordered.slice(start, size === undefined ? undefined : start + size);
}

type RowFilter = (row: Element) => boolean;

/** Repeated ones mean or, different ones mean and. */
function filtersOf(params: Params): RowFilter[] {
	return Object.entries(params.values)
		.filter(([name]) => name.startsWith('filter-') && !OTHERS.test(name))
		.map(([name, values]) => filterOf(name.slice('filter-'.length), values));
}

function filterOf(name: string, values: string[]): RowFilter {
	const [, kind = '', field = name] = name.match(/^(like|out|gte?|lte?)-(.+)$/) ?? [];
	if (kind === '') return (row) => values.includes(fieldOf(row, field) ?? '');
	if (kind === 'out') return (row) => !values.includes(fieldOf(row, field) ?? '');
	if (kind === 'like') {
		const wanted = values.map((value) => value.toLowerCase());
		return (row) => {
			const text = (fieldOf(row, field) ?? '').toLowerCase();
			return wanted.some((part) => text.includes(part));
		};
	}
	const limits = values.map((value) => Date.parse(value));
	if (limits.some(Number.isNaN)) throw wrongType();
	const isWithin = (date: number, limit: number): boolean => {
		if (date === limit) return kind.endsWith('e');
		return kind.startsWith('g') ? date > limit : date < limit;
	};
	return (row) => {
		const date = Date.parse(fieldOf(row, field) ?? '');
		return limits.some((limit) => isWithin(date, limit));
	};
}

interface Sort {
	field: string;
	sign: 1 | -1;
}

/** `sort-name=asc`; `sort1-…` goes before `sort2-…`. @throws AdobeError for any other direction */
function sortsOf(params: Params): Sort[] {
	return Object.entries(params.values)
		.map(([name, [direction]]) => ({ match: name.match(/^sort([12]?)-(.+)$/), direction }))
		.filter(({ match }) => match !== null)
		.sort((a, b) => (a.match?.[1] ?? '').localeCompare(b.match?.[1] ?? ''))
		.map(({ match, direction }) => {
			if (direction !== 'asc' && direction !== 'desc') throw wrongType();
			return { field: match?.[2] ?? '', sign: direction === 'asc' ? 1 : -1 };
		});
}

function sorted(rows: Element[], sorts: Sort[]): Element[] {
	return rows
		.map((row) => ({ row, keys: sorts.map(({ field }) => keyOf(fieldOf(row, field) ?? '')) }))
		.sort((a, b) => {
			for (const [index, { sign }] of sorts.entries()) {
				const order = compare(a.keys[index], b.keys[index]);
				if (order !== 0) return order * sign;
			}
			return 0;
		})
		.map(({ row }) => row);
}

interface SortKey {
	text: string;
	isNumber: boolean;
	/** Epoch milliseconds, NaN for what is no date. */
	date: number;
}

/** Read once per row: large reports are sorted again for every page. */
function keyOf(text: string): SortKey {
	const isDate = /^\d{4}-\d{2}-\d{2}T/.test(text);
	return { text, isNumber: /^\d+$/.test(text), date: isDate ? Date.parse(text) : NaN };
}

function compare(a: SortKey, b: SortKey): number {
	if (a.isNumber && b.isNumber && a.text.length !== b.text.length) {
		return a.text.length - b.text.length;
	}
	const byDate = a.date - b.date;
	if (!Number.isNaN(byDate)) return byDate;
	return a.text < b.text ? -1 : Number(a.text > b.text);
}

function shuffled(state: AdobeState, rows: Element[]): Element[] {
	const draw = seededRandom(state.calls.length);
	return rows
		.map((row) => ({ row, at: draw() }))
		.sort((a, b) => a.at - b.at)
		.map(({ row }) => row);
}
