import type { N8nClient } from '../../../host/server/n8nClient';

export const LOG_TABLE = 'n8nWebinarLog';
export const OPEN_TABLE = 'n8nWebinarOpen';
export const SETTINGS_TABLE = 'n8nWebinarSettings';

export type Row = Record<string, unknown>;

interface Listed {
	data: Array<{ id: string; name: string }>;
}

async function idOf(n8n: N8nClient, name: string): Promise<string | undefined> {
	const { data } = await n8n.api<Listed>('GET', '/data-tables?limit=100');
	return data.find((table) => table.name === name)?.id;
}

async function knownId(n8n: N8nClient, name: string): Promise<string> {
	const id = await idOf(n8n, name);
	if (id === undefined) throw new Error(`n8n has no Data Table "${name}"`);
	return id;
}

/** Names of all Data Tables. */
export async function tableNames(n8n: N8nClient): Promise<string[]> {
	const { data } = await n8n.api<Listed>('GET', '/data-tables?limit=100');
	return data.map(({ name }) => name).sort();
}

/** All rows of a Data Table; none when the table does not exist. */
export async function tableRows(n8n: N8nClient, name: string): Promise<Row[]> {
	const id = await idOf(n8n, name);
	const rows: Row[] = [];
	let cursor: string | null | undefined = id === undefined ? null : undefined;
	while (cursor !== null) {
		const from: string = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
		const page: { data: Row[]; nextCursor: string | null } = await n8n.api(
			'GET',
			`/data-tables/${id}/rows?limit=250${from}`,
		);
		rows.push(...page.data);
		cursor = page.nextCursor;
	}
	return rows;
}

const everything = { type: 'and', filters: [{ columnName: 'id', condition: 'gte', value: 0 }] };

/** Sets columns of all rows that are there. @throws Error when there is no such table */
export async function setInAllRows(n8n: N8nClient, name: string, data: Row): Promise<void> {
	const id = await knownId(n8n, name);
	await n8n.api('PATCH', `/data-tables/${id}/rows/update`, { filter: everything, data });
}

/** Adds a row as a user does in the Data Table's tab. @throws Error when there is no such table */
export async function insertRow(n8n: N8nClient, name: string, row: Row): Promise<void> {
	const id = await knownId(n8n, name);
	await n8n.api('POST', `/data-tables/${id}/rows`, { data: [row] });
}

/** Sets columns of the rows in which a column has a value. @throws Error when there is no such table */
export async function updateRows(
	n8n: N8nClient,
	name: string,
	[columnName, value]: [string, unknown],
	data: Row,
): Promise<void> {
	const id = await knownId(n8n, name);
	const filter = { type: 'and', filters: [{ columnName, condition: 'eq', value }] };
	await n8n.api('PATCH', `/data-tables/${id}/rows/update`, { filter, data });
}

const TYPES: Record<string, string> = { boolean: 'boolean', number: 'number', string: 'string' };

/** Makes a table as a user does, with the columns of a row; the row goes into it. */
export async function createTable(n8n: N8nClient, name: string, row: Row): Promise<void> {
	const columns = Object.entries(row).map(([column, value]) => ({
		name: column,
		type: TYPES[typeof value] ?? 'string',
	}));
	await n8n.api('POST', '/data-tables', { name, columns });
	await insertRow(n8n, name, row);
}
