import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../../../shared/model/outcome';
import type { Summarised } from '../../../shared/node/people';
import { peopleHint } from '../../../shared/node/peopleHint';
import { outcomeOf } from './outcome';
import type { Person } from './person';
import type { Run } from './run';
import { summariesOf } from './summary';

interface Ending {
	/** What the operation says otherwise than usual. */
	told?: (person: Person, outcome: Outcome) => Outcome;
	/** The webinar that an item is of, for the summary. */
	webinarOf?: (item: number) => IDataObject | null;
}

/** The end of a run: an outcome for everybody, and a summary per program. */
export function finish(context: IExecuteFunctions, run: Run, ending: Ending = {}): Summarised {
	const { told = (_person, outcome) => outcome, webinarOf = () => null } = ending;
	const outcomes = run.people.map((person) => told(person, outcomeOf(run, person)));
	// Older versions of n8n have no hints.
	context.addExecutionHints?.(
		peopleHint(outcomes, { calls: run.client.calls(), vendor: 'Marketo' }),
	);
	return {
		written: outcomes.map((outcome) => ({ outcome })),
		summaries: summariesOf(run, outcomes, webinarOf),
	};
}
