import type { Parameters } from '../flow';
import type { Column } from './columns';

/** n8n finds a Data Table by its name, so a template knows no ids. */
const table = (name: string) => ({ __rl: true, mode: 'name', value: name });

export interface TableFilter {
	column: string;
	condition?: 'eq' | 'lt' | 'lte' | 'gt' | 'gte';
	/** A text as it is, or an expression that starts with `=`. */
	value: unknown;
}

const filters = (list: TableFilter[]) => ({
	matchType: 'allConditions',
	filters: {
		conditions: list.map(({ column, condition = 'eq', value }) => ({
			keyName: column,
			condition,
			keyValue: value,
		})),
	},
});

/** Makes the table unless it is there. */
export function createTable(name: string, columns: readonly Column[]): Parameters {
	return {
		resource: 'table',
		operation: 'create',
		tableName: name,
		columns: { column: columns },
		options: { createIfNotExists: true },
	};
}

/** Rows that match all filters; without filters every row. */
export function getRows(name: string, list: TableFilter[] = []): Parameters {
	return {
		resource: 'row',
		operation: 'get',
		dataTableId: table(name),
		...filters(list),
		returnAll: true,
	};
}

/** Lets an item through when no row has these values; n8n offers no other condition here. */
export function unlessRow(
	name: string,
	list: Array<Pick<TableFilter, 'column' | 'value'>>,
): Parameters {
	const conditions = list.map(({ column, value }) => ({ keyName: column, keyValue: value }));
	return {
		resource: 'row',
		operation: 'rowNotExists',
		dataTableId: table(name),
		matchType: 'allConditions',
		filters: { conditions },
	};
}

export function deleteRows(name: string, list: TableFilter[]): Parameters {
	return {
		resource: 'row',
		operation: 'deleteRows',
		dataTableId: table(name),
		...filters(list),
		options: {},
	};
}

/** One row per item, all in one go; the item's members are named as the columns. */
export function insertRows(name: string, columns: readonly Column[]): Parameters {
	return {
		resource: 'row',
		operation: 'insert',
		dataTableId: table(name),
		columns: fromItem(columns),
		options: { optimizeBulk: true },
	};
}

/** One row per item, over the row of the same key if there is one. */
export function upsertRows(name: string, columns: readonly Column[], key: string): Parameters {
	return {
		resource: 'row',
		operation: 'upsert',
		dataTableId: table(name),
		...filters([{ column: key, value: `={{ $json.${key} }}` }]),
		columns: fromItem(columns),
		options: {},
	};
}

function fromItem(columns: readonly Column[]): Parameters {
	return {
		mappingMode: 'autoMapInputData',
		value: null,
		matchingColumns: [],
		schema: columns.map(({ name, type }) => ({
			id: name,
			displayName: name,
			required: false,
			defaultMatch: false,
			display: true,
			type: type === 'date' ? 'dateTime' : type,
			readOnly: false,
			removed: false,
		})),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	};
}
