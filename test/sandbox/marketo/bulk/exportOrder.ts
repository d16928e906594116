import { timeOf } from '../http/dates';
import { MarketoError } from '../http/errors';
import { integer, isRecord, optionalText, type JsonRecord } from '../http/input';
import { leadFields } from '../leads/fields';
import { memberFields } from '../members/fields';
import type { MarketoState } from '../state/marketoState';
import { separatorOf } from './csv';

const MAX_PROGRAMS = 10;
const MAX_RANGE_MS = 31 * 24 * 60 * 60 * 1000;
const FILTERS = [
	'programId',
	'programIds',
	'statusNames',
	'updatedAt',
	'isExhausted',
	'nurtureCadence',
];

/** What a job is to extract. */
export interface ExportOrder {
	format: string;
	fields: string[];
	/** Titles of columns by field. */
	titles: Record<string, string>;
	programIds: number[];
	statusNames: string[] | null;
	/** Epoch milliseconds. */
	updatedAt: { from: number; to: number } | null;
	isExhausted: boolean | null;
}

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/bulk-extract/bulk-program-member-extract */
export function orderOf(state: MarketoState, body: JsonRecord): ExportOrder {
	const format = (optionalText(body, 'format') ?? 'CSV').toUpperCase();
	if (separatorOf(format) === undefined) {
		throw new MarketoError('1003', `Invalid value '${format}' for 'format'`);
	}
	const { filter } = body;
	if (!isRecord(filter)) throw new MarketoError('1002', "Missing value for parameter 'filter'");
	const unknown = Object.keys(filter).find((name) => !FILTERS.includes(name));
	const refused = unknown ?? Object.keys(filter).find((name) => isUnsupported(state, name));
	if (refused !== undefined) throw new MarketoError('1035', 'Unsupported filter type');
	return {
		format,
		fields: fieldsOf(state, body),
		titles: titlesOf(body),
		programIds: programsOf(state, filter),
		statusNames: Array.isArray(filter.statusNames) ? filter.statusNames.map(String) : null,
		updatedAt: rangeOf(filter),
		isExhausted: typeof filter.isExhausted === 'boolean' ? filter.isExhausted : null,
	};
}

function isUnsupported(state: MarketoState, name: string): boolean {
	return state.world.unsupportedExportFilters?.includes(name) ?? false;
}

function fieldsOf(state: MarketoState, { fields }: JsonRecord): string[] {
	if (!Array.isArray(fields) || fields.length === 0) {
		throw new MarketoError('1002', "Missing value for required parameter 'fields'");
	}
	const names = fields.map(String);
	const known = [...memberFields(state).keys(), ...leadFields(state).keys()];
	const unknown = names.find((name) => !known.includes(name));
	if (unknown !== undefined) throw new MarketoError('1006', `Field '${unknown}' not found`);
	return names;
}

function titlesOf({ columnHeaderNames }: JsonRecord): Record<string, string> {
	if (!isRecord(columnHeaderNames)) return {};
	return Object.fromEntries(
		Object.entries(columnHeaderNames).map(([name, title]) => [name, String(title)]),
	);
}

function programsOf(state: MarketoState, { programId, programIds }: JsonRecord): number[] {
	const given = programIds ?? (programId === undefined ? [] : [programId]);
	if (!Array.isArray(given) || given.length === 0 || given.length > MAX_PROGRAMS) {
		throw new MarketoError('1003', `programId, or programIds with 1 to ${MAX_PROGRAMS}, is needed`);
	}
	return given.map((id: unknown) => {
		const program = state.programs.get(integer(id, 'programId'));
		if (program === undefined) throw new MarketoError('1013', `Program '${String(id)}' not found`);
		return program.id;
	});
}

function rangeOf({ updatedAt }: JsonRecord): ExportOrder['updatedAt'] {
	if (updatedAt === undefined) return null;
	if (!isRecord(updatedAt)) throw new MarketoError('1003', 'updatedAt needs startAt and endAt');
	const [from, to] = [updatedAt.startAt, updatedAt.endAt].map((text) => timeOf(String(text)));
	if (!(to >= from && to - from <= MAX_RANGE_MS)) {
		throw new MarketoError('1003', 'The range of updatedAt must be 31 days at most');
	}
	return { from, to };
}
