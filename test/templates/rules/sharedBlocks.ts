import type { INode } from 'n8n-workflow';
import { stepsOf, type Rule } from '../template';

/** A block that templates share: what it is called, and how it is known whatever it is called. */
type Block = [name: string, is: (node: INode) => boolean];

const typed = (type: string) => (node: INode) => node.type === `n8n-nodes-base.${type}`;

/** A Data Table node: operation, table, and the columns that its conditions ask for. */
function table(operation: string, name: string, ...columns: string[]) {
	return ({ type, parameters }: INode) => {
		if (type !== 'n8n-nodes-base.dataTable' || parameters.operation !== operation) return false;
		const { value } = (parameters.dataTableId ?? {}) as { value?: string };
		const { conditions = [] } = (parameters.filters ?? {}) as {
			conditions?: Array<{ keyName: string }>;
		};
		const asked = conditions.map(({ keyName }) => keyName);
		return (value ?? parameters.tableName) === name && columns.every((one) => asked.includes(one));
	};
}

/** A schedule that starts once per day or hour. */
const every = (field: string) => (node: INode) => {
	const { interval = [] } = (node.parameters.rule ?? {}) as {
		interval?: Array<{ field?: string; daysInterval?: number; hoursInterval?: number }>;
	};
	const [first] = interval;
	const once = (first?.daysInterval ?? first?.hoursInterval ?? 1) === 1;
	return typed('scheduleTrigger')(node) && first?.field === field && once;
};

/** Names that users, expressions and the pages of the templates rely on. They are never changed. */
export const BLOCKS: Block[] = [
	['Drop repeated deliveries', typed('removeDuplicates')],
	['Every day', every('days')],
	['Every hour', every('hours')],
	['Create log table', table('create', 'n8nWebinarLog')],
	['Create open table', table('create', 'n8nWebinarOpen')],
	['Create settings table', table('create', 'n8nWebinarSettings')],
	['Read settings', table('get', 'n8nWebinarSettings')],
	['No settings yet', table('rowNotExists', 'n8nWebinarSettings')],
	['Write first settings', table('insert', 'n8nWebinarSettings')],
	['Who is to be tried again', table('get', 'n8nWebinarOpen', 'retryAt')],
	['Remember for later', table('upsert', 'n8nWebinarOpen')],
	['Take off the list', table('deleteRows', 'n8nWebinarOpen', 'openKey')],
	['Forget old open rows', table('deleteRows', 'n8nWebinarOpen', 'retryAt')],
	['Not in the log yet', table('rowNotExists', 'n8nWebinarLog', 'sessionId')],
	['Write the log', table('insert', 'n8nWebinarLog')],
	['Forget old log rows', table('deleteRows', 'n8nWebinarLog')],
];

/** The blocks that templates share bear the same name in each, and nothing else bears it. */
export const sharedBlocks: Rule = (template) =>
	stepsOf(template).flatMap((node) =>
		BLOCKS.flatMap(([name, is]) => {
			if (is(node)) return node.name === name ? [] : [`${node.name} is to be called ${name}`];
			return node.name === name ? [`${name} is not what the others call so`] : [];
		}),
	);
