import { upsertLead, type FieldValues } from '../state/leads';
import { changeMemberData } from '../state/memberData';
import type { MarketoState } from '../state/marketoState';
import { changeStatus } from '../state/statusChange';
import { memberFields } from '../members/fields';
import { asValue, checkedFields } from '../leads/values';
import type { MarketoProgramState } from '../world';

const BY_IMPORT = { by: 'import' } as const;

export interface ImportFile {
	head: string[];
	rows: string[][];
	separator: string;
}

/** A row that was refused or taken with a remark. */
export interface ImportRemark {
	row: string[];
	reason: string;
}

export interface ImportResult {
	imported: number;
	failures: ImportRemark[];
	warnings: ImportRemark[];
}

/** Runs an import: lead fields, custom lead fields and custom member fields may be columns, nothing else. */
export function runImport(
	state: MarketoState,
	program: MarketoProgramState,
	statusName: string,
	file: ImportFile,
): ImportResult {
	const result: ImportResult = { imported: 0, failures: [], warnings: [] };
	const custom = file.head.filter((name) => name in state.world.memberFields);
	for (const row of file.rows) {
		const record = Object.fromEntries(file.head.map((name, at) => [name, row[at] ?? '']));
		const fail = (reason: string) => result.failures.push({ row, reason });
		if (record.email === '') {
			fail('Email is missing');
			continue;
		}
		const checked = checkedFields(state, withoutNull(record), custom);
		if ('reason' in checked) {
			fail(checked.reason.message);
			continue;
		}
		const { lead } = upsertLead(state, { ...checked.values, email: record.email }, BY_IMPORT);
		const change = changeStatus(state, program, lead.id, statusName, BY_IMPORT);
		if (change.outcome === 'refused') result.warnings.push({ row, reason: change.message });
		const member = state.memberOf(program.id, lead.id);
		if (member) changeMemberData(state, member, valuesOf(state, record, custom), BY_IMPORT);
		result.imported += 1;
	}
	return result;
}

/** The word null empties nothing: it stands for "no value". */
function withoutNull(record: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(record).filter(([, value]) => value !== '' && value !== 'null'),
	);
}

function valuesOf(
	state: MarketoState,
	record: Record<string, string>,
	names: string[],
): FieldValues {
	const known = memberFields(state);
	return Object.fromEntries(
		names
			.filter((name) => record[name] !== '')
			.map((name) => [name, asValue(record[name], known.get(name)?.dataType ?? 'string')]),
	);
}
