import { nodeItemsExcept, type Execution } from '../drive/executions';

/** The outcome on an item of the sync node, as a user sees it on the canvas. */
export interface SeenOutcome {
	email: string;
	result: string;
	/** Empty when the node named none. */
	reason: string;
	/** What the node advises to do. */
	repair: string;
	message: string;
}

export const results = ['synced', 'unchanged', 'skipped', 'deferred', 'failed'] as const;
export type Result = (typeof results)[number];

function record(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** The output of the sync node that holds no people: one item per webinar. */
const SUMMARY = 1;

/** One entry per person that the node put out, on whichever output. Throws when one has no outcome. */
export function outcomesOf(execution: Execution, nodeName: string): SeenOutcome[] {
	return nodeItemsExcept(execution, nodeName, SUMMARY).map(({ json }, index) => {
		// On the error output the outcome travels inside `error`.
		const outcome = record(json.outcome ?? record(json.error).outcome);
		const result = text(outcome.result);
		if (result === '') throw new Error(`Item ${index} of "${nodeName}" carries no outcome`);
		return {
			email: text(json.email).trim().toLowerCase(),
			result,
			reason: text(outcome.reason),
			repair: text(outcome.repair),
			message: text(outcome.message),
		};
	});
}

/** People by result; every result is present. */
export function countByResult(outcomes: Array<{ result: string }>): Record<Result, number> {
	const of = (result: Result) => outcomes.filter((outcome) => outcome.result === result).length;
	return {
		synced: of('synced'),
		unchanged: of('unchanged'),
		skipped: of('skipped'),
		deferred: of('deferred'),
		failed: of('failed'),
	};
}
