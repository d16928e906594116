import type { N8nClient } from '../../host/server/n8nClient';

export const LOG_TABLE = 'n8nWebinarLog';
export const OPEN_TABLE = 'n8nWebinarOpen';

export type Row = Record<string, unknown>;

interface Listed {
	data: Array<{ id: string; name: string }>;
}

async function idOf(n8n: N8nClient, name: string): Promise<string | undefined> {
	const { data } = await n8n.api<Listed>('GET', '/data-tables?limit=100');
	return data.find((table) => table.name === name)?.id;
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

/** Takes away both tables, as in an n8n that has never run the template. */
export async function dropTables(n8n: N8nClient): Promise<void> {
	for (const name of [LOG_TABLE, OPEN_TABLE]) {
		const id = await idOf(n8n, name);
		if (id !== undefined) await n8n.api('DELETE', `/data-tables/${id}`);
	}
}

/** Sets columns of all rows that are there. */
export async function setInAllRows(n8n: N8nClient, name: string, data: Row): Promise<void> {
	const id = await idOf(n8n, name);
	const filter = { type: 'and', filters: [{ columnName: 'id', condition: 'gte', value: 0 }] };
	await n8n.api('PATCH', `/data-tables/${id}/rows/update`, { filter, data });
}
