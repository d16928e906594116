import { native, type Flow, type Parameters } from './flow';

/** n8n's own nodes as the templates use them: type, version and the parameters that n8n's editor writes. */
export const SET = [native('set'), 3.4] as const;
export const FILTER = [native('filter'), 2.2] as const;
export const IF = [native('if'), 2.2] as const;
export const SWITCH = [native('switch'), 3.2] as const;
export const SPLIT_OUT = [native('splitOut'), 1] as const;
export const BATCHES = [native('splitInBatches'), 3] as const;
export const MERGE = [native('merge'), 3] as const;
export const WAIT = [native('wait'), 1.1] as const;
export const STOP = [native('stopAndError'), 1] as const;
export const DATA_TABLE = [native('dataTable'), 1.1] as const;
export const NO_REPEATS = [native('removeDuplicates'), 2] as const;
export const SCHEDULE = [native('scheduleTrigger'), 1.2] as const;
export const MANUAL = [native('manualTrigger'), 1] as const;
export const CALLED = [native('executeWorkflowTrigger'), 1.1] as const;
const STICKY = [native('stickyNote'), 1] as const;

/** Edit Fields, in its JSON mode: the whole item by one expression. */
export function raw(expression: string): Parameters {
	// n8n would take it for the end of the expression.
	if (expression.includes('}}')) throw new Error(`"}}" in ${expression}`);
	return { mode: 'raw', jsonOutput: `={{ ${expression} }}`, options: {} };
}

export interface Condition {
	left: string;
	type: 'boolean' | 'string' | 'number' | 'dateTime';
	operation: string;
	/** Absent where the operation needs one value only. */
	right?: unknown;
}

/** Conditions as Filter, If and Switch keep them; all of them must hold. */
export function conditions(flow: Flow, of: string, list: Condition[]): Parameters {
	return {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
		conditions: list.map(({ left, type, operation, right }, at) => ({
			id: flow.id(`condition ${of} ${at}`),
			leftValue: `={{ ${left} }}`,
			rightValue: right ?? '',
			operator: { type, operation, ...(right === undefined && { singleValue: true }) },
		})),
		combinator: 'and',
	};
}

/** Only items for which all conditions hold go on. */
export function only(flow: Flow, of: string, ...list: Condition[]): Parameters {
	return { conditions: conditions(flow, of, list), options: {} };
}

/** One output per case, the first that holds. */
export function cases(
	flow: Flow,
	of: string,
	list: Array<[name: string, when: string]>,
): Parameters {
	const values = list.map(([outputKey, left]) => ({
		conditions: conditions(flow, `${of} ${outputKey}`, [
			{ left, type: 'boolean', operation: 'true' },
		]),
		renameOutput: true,
		outputKey,
	}));
	return { rules: { values }, options: {} };
}

/** A webinar, or another record, that an expression names. */
export function by(expression: string, mode = 'id'): Parameters {
	return { __rl: true, mode, value: `={{ ${expression} }}` };
}

/** A note on the canvas. Colours are n8n's numbers. */
export function sticky(
	flow: Flow,
	name: string,
	[x, y]: [number, number],
	[width, height]: [number, number],
	content: string,
	color?: number,
): void {
	flow.add(name, STICKY, [x, y], { content, width, height, ...(color && { color }) });
}
