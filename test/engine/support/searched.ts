import { ExecutionLifecycleHooks, LoadOptionsContext } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData, Logger, Workflow } from 'n8n-workflow';

import { isSearching, searchForSecrets } from '../../secrets/book';
import { everythingIn } from '../../secrets/everything';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

const searchedLoggers = new WeakSet<Logger>();

/** Whatever is a result of this package, handed to n8n or to a vendor: no secret may be in it. */
export function searchValue(where: string, value: unknown): void {
	if (isSearching()) searchForSecrets(where, everythingIn(value));
}

/** The same of a promise, whether it keeps what it promises or not. */
export async function searchResult<Result>(
	where: string,
	result: Promise<Result>,
): Promise<Result> {
	return await result.then(
		(value) => {
			searchValue(where, value);
			return value;
		},
		(error: unknown) => {
			searchValue(`${where} (error)`, error);
			throw error;
		},
	);
}

/**
 * Every engine test asks here for n8n's side of a run, so none can forget: what n8n keeps of the
 * execution (items, errors, hints, context), what it answers, what it logs, and what it stores with the
 * workflow are searched for every secret that a credential holds or the sandbox has handed out.
 */
export function searchRun(
	workflow: Workflow,
	additionalData: IWorkflowExecuteAdditionalData & { hooks: ExecutionLifecycleHooks },
): void {
	const { hooks } = additionalData;
	hooks.addHandler('nodeExecuteAfter', (node, task) => searchValue(`node ${node}`, task));
	hooks.addHandler('sendResponse', (answer) => searchValue('answer to a webhook', answer));
	hooks.addHandler('workflowExecuteAfter', (run) => {
		searchValue('execution', run);
		searchValue('static data', workflow.staticData);
	});
	const [node] = Object.values(workflow.nodes);
	if (node) searchLogger(new LoadOptionsContext(workflow, node, additionalData, '').logger);
}

function searchLogger(logger: Logger): void {
	if (searchedLoggers.has(logger)) return;
	searchedLoggers.add(logger);
	for (const level of LEVELS) {
		// A level that is switched off is a fixed function that does nothing.
		if (Reflect.getOwnPropertyDescriptor(logger, level)?.writable === false) continue;
		const write = logger[level].bind(logger);
		logger[level] = (message, metadata) => {
			searchValue(`log (${level})`, [message, metadata]);
			write(message, metadata);
		};
	}
}
