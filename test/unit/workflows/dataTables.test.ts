import { readTemplate, templateNames } from '../../host/drive/templates';
import type { WorkflowNode } from '../../host/drive/workflows';

type TemplateNode = WorkflowNode & { executeOnce?: boolean };

interface Column {
	name: string;
	type: string;
}

const tablesOf = (nodes: TemplateNode[]) =>
	nodes.filter(({ type }) => type === 'n8n-nodes-base.dataTable');

/** Columns by table, of all tables that a workflow creates. */
function created(nodes: TemplateNode[]): Map<string, string[]> {
	return new Map(
		tablesOf(nodes)
			.filter(({ parameters }) => parameters.operation === 'create')
			.map(({ parameters }) => {
				const { column } = parameters.columns as { column: Column[] };
				return [String(parameters.tableName), column.map(({ name }) => name)];
			}),
	);
}

describe.each(templateNames())('the Data Tables of the template %s', (name) => {
	const nodes = readTemplate(name).nodes as TemplateNode[];
	const tables = created(nodes);
	const rowNodes = tablesOf(nodes).filter(({ parameters }) => parameters.resource === 'row');

	it('are created when missing, once per run', () => {
		for (const node of tablesOf(nodes).filter((one) => one.parameters.operation === 'create')) {
			expect(node.parameters.options).toEqual({ createIfNotExists: true });
			expect(node.executeOnce).toBe(true);
		}
	});

	it('are picked by the literal name of a table that the workflow creates', () => {
		for (const { parameters } of rowNodes) {
			const { mode, value } = parameters.dataTableId as { mode: string; value: string };
			expect(mode).toBe('name');
			expect([...tables.keys()]).toContain(value);
		}
	});

	// n8n finds a table by a part of its name.
	it('have names of which none contains another', () => {
		const names = [...tables.keys()].map((table) => table.toLowerCase());
		const clashes = names.filter((one) =>
			names.some((other) => other !== one && one.includes(other)),
		);
		expect(clashes).toEqual([]);
	});

	it('have the columns that conditions ask for and rows fill', () => {
		for (const { name: node, parameters } of rowNodes) {
			const { value } = parameters.dataTableId as { value: string };
			const columns = tables.get(value) ?? [];
			const { conditions = [] } = (parameters.filters ?? {}) as {
				conditions?: Array<{ keyName: string }>;
			};
			const asked = conditions.map(({ keyName }) => keyName);
			const { schema = [] } = (parameters.columns ?? {}) as { schema?: Array<{ id: string }> };
			const filled = schema.map(({ id }) => id);
			const missing = [...asked, ...filled].filter((column) => !columns.includes(column));
			expect({ node, missing }).toEqual({ node, missing: [] });
		}
	});
});
