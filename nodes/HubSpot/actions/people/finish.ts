import type { IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../../../shared/model/outcome';
import type { Summarised } from '../../../shared/node/people';
import { checkCounters } from './checkCounters';
import { peopleHint } from '../../../shared/node/peopleHint';
import { outcomeOf } from './outcome';
import type { Person } from './person';
import type { Run } from './run';
import { summariesOf } from './summary';

/**
 * The end of a run: what HubSpot counts now, an outcome for everybody, a summary per webinar.
 * @param told what the operation says otherwise than usual
 */
export async function finish(
	context: IExecuteFunctions,
	run: Run,
	told: (person: Person, outcome: Outcome) => Outcome = (_person, outcome) => outcome,
): Promise<Summarised> {
	const counted = await checkCounters(run);
	const outcomes = run.people.map((person) => told(person, outcomeOf(run, person)));
	// Older versions of n8n have no hints.
	context.addExecutionHints?.(
		peopleHint(outcomes, { calls: run.client.calls(), vendor: 'HubSpot' }),
	);
	return {
		written: outcomes.map((outcome) => ({ outcome })),
		summaries: summariesOf(run, outcomes, counted),
	};
}
