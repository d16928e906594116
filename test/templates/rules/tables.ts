import type { INode } from 'n8n-workflow';
import { stepsOf, type Rule, type SetRule, type Template } from '../template';

interface Column {
	name: string;
	type: string;
}

interface Table {
	name: string;
	/** `email string`, in their order. */
	columns: string[];
}

const dataTables = (template: Template) =>
	stepsOf(template).filter(({ type }) => type === 'n8n-nodes-base.dataTable');

const isCreation = ({ parameters }: INode) => parameters.operation === 'create';

const tableOf = ({ parameters }: INode): Table => ({
	name: String(parameters.tableName),
	columns: ((parameters.columns as { column?: Column[] } | undefined)?.column ?? []).map(
		({ name, type }) => `${name} ${type}`,
	),
});

/** The Data Tables that a workflow makes, with `name type` of each column. */
export const createdTables = (template: Template): Table[] =>
	dataTables(template).filter(isCreation).map(tableOf);

/** Data Tables that a workflow makes itself, finds by name and uses with the columns that they have. */
export const tables: Rule = (template) => {
	const created = createdTables(template);
	return dataTables(template).flatMap((node) =>
		(isCreation(node) ? creation(node) : use(node, created)).map(
			(problem) => `${node.name}: ${problem}`,
		),
	);
};

function creation({ parameters, executeOnce }: INode): string[] {
	const { createIfNotExists } = (parameters.options ?? {}) as { createIfNotExists?: boolean };
	return [
		...(createIfNotExists === true ? [] : ['fails when the table is there']),
		...(executeOnce === true ? [] : ['runs once per item']),
	];
}

function use({ parameters }: INode, created: Table[]): string[] {
	const { mode, value } = (parameters.dataTableId ?? {}) as { mode?: string; value?: string };
	const table = created.find(({ name }) => name === value);
	if (mode !== 'name' || !table) return [`uses a table that the workflow does not make: ${value}`];
	const filters = (parameters.filters ?? {}) as { conditions?: Array<{ keyName: string }> };
	const { schema = [] } = (parameters.columns ?? {}) as { schema?: Array<{ id: string }> };
	const used = [
		...(filters.conditions ?? []).map(({ keyName }) => keyName),
		...schema.map(({ id }) => id),
	];
	// What n8n adds to every table.
	const known = ['id', 'createdAt', 'updatedAt', ...table.columns.map((one) => one.split(' ')[0])];
	return used
		.filter((column) => !known.includes(column))
		.map((column) => `${value} has no column ${column}`);
}

/** All templates share their tables, so all of them make a table with the same columns. */
export const sameTables: SetRule = (templates) => {
	const made = templates.flatMap((template) =>
		createdTables(template).map((table) => ({ in: template.name, ...table })),
	);
	const first = new Map(made.map((table) => [table.name, table]).reverse() as [string, Made][]);
	const names = [...first.keys()];
	return [
		...made.flatMap((table) => {
			const other = first.get(table.name)!;
			return String(other.columns) === String(table.columns)
				? []
				: [`${table.in} and ${other.in} make ${table.name} with different columns`];
		}),
		// n8n finds a table by a part of its name, whatever the case.
		...names.flatMap((one) =>
			names
				.filter((other) => other !== one && other.toLowerCase().includes(one.toLowerCase()))
				.map((other) => `${other} contains the name ${one}`),
		),
	];
};

type Made = Table & { in: string };
