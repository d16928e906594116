import type { INodeExecutionData } from 'n8n-workflow';

import { countResults, type Outcome, type OutcomeResult } from '../model/outcome';
import { PEOPLE_SHOWN } from './tool';

/** What an AI agent is given instead of one item per person. */
export type PeopleSummary = Record<OutcomeResult, number> & {
	people: number;
	/** true = nothing was written. */
	preview: boolean;
	/** Those who need something done first. */
	shown: Array<{
		email: string;
		result: OutcomeResult;
		reason: string | null;
		message: string;
		repair: string;
	}>;
	notShown: number;
};

const URGENCY: readonly OutcomeResult[] = ['failed', 'deferred', 'skipped', 'synced', 'unchanged'];

/** Figures of a run and its first people, those first that a model can do something about. */
export function summarisePeople(
	items: readonly INodeExecutionData[],
	outcomes: readonly Outcome[],
): PeopleSummary {
	const byUrgency = outcomes
		.map((outcome, index) => ({ outcome, email: items[index]?.json.email }))
		.sort((a, b) => URGENCY.indexOf(a.outcome.result) - URGENCY.indexOf(b.outcome.result));
	return {
		people: outcomes.length,
		...countResults(outcomes.map(({ result }) => result)),
		preview: outcomes.some(({ preview }) => preview),
		shown: byUrgency.slice(0, PEOPLE_SHOWN).map(({ outcome, email }) => ({
			email: typeof email === 'string' ? email : '',
			result: outcome.result,
			reason: outcome.reason,
			message: outcome.message,
			repair: outcome.repair,
		})),
		notShown: Math.max(0, outcomes.length - PEOPLE_SHOWN),
	};
}
