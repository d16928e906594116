import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { countResults, type Outcome, type OutcomeResult } from '../model/outcome';
import type { Reason } from '../model/reasons';

/** What a run came to for one webinar: one item of the output *Summary*. */
export type RunSummary = Record<OutcomeResult, number> & {
	/** null where the items do not say which webinar they are of. */
	webinar: IDataObject | null;
	/** Items of the webinar; the counts of the results add up to it. */
	people: number;
	reasons: Partial<Record<Reason, number>>;
	/** Requests of the whole run, of all webinars together; null when it ended before they were counted. */
	calls: number | null;
	/** ISO 8601 UTC. */
	startedAt: string;
	/** true = nothing was written. */
	preview: boolean;
};

/** A summary, and the indexes of the items it is of. */
export interface SummaryOf {
	summary: IDataObject;
	items: number[];
}

/** What concerns a whole run. */
export type RunFacts = Pick<RunSummary, 'calls' | 'startedAt' | 'preview'>;

/** Counts the outcomes of one webinar. */
export function summariseRun(
	webinar: IDataObject | null,
	outcomes: readonly Outcome[],
	{ calls, startedAt, preview }: RunFacts,
): RunSummary {
	const reasons: RunSummary['reasons'] = {};
	for (const { reason } of outcomes) {
		if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
	}
	const counts = countResults(outcomes.map(({ result }) => result));
	return { webinar, people: outcomes.length, ...counts, reasons, calls, startedAt, preview };
}

/** The items of the output *Summary*, each linked to the items that it sums up. */
export function summaryItems(summaries: readonly SummaryOf[]): INodeExecutionData[] {
	return summaries.map(({ summary, items }) => ({
		json: summary,
		pairedItem: items.map((item) => ({ item })),
	}));
}
