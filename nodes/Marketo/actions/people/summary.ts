import type { IDataObject } from 'n8n-workflow';

import { groupsBy } from '../../../shared/model/groups';
import type { Outcome } from '../../../shared/model/outcome';
import { summariseRun, type SummaryOf } from '../../../shared/node/runSummary';
import type { Person } from './person';
import type { Run } from './run';

/**
 * One summary per program of the run, and one for the items that have none.
 * @param outcomes of the run's people, in their order
 * @param webinarOf the webinar that an item is of, where it says so
 */
export function summariesOf(
	run: Run,
	outcomes: readonly Outcome[],
	webinarOf: (item: number) => IDataObject | null,
): SummaryOf[] {
	const groups = groupsBy(run.people.keys(), (item) => run.people[item]?.part?.program.id ?? 0);
	const facts = {
		calls: run.client.calls(),
		startedAt: run.startedAt,
		preview: run.options.preview,
	};
	return [...groups.values()].map((items) => {
		const own = items.flatMap((item) => outcomes[item] ?? []);
		const people = items.flatMap((item) => run.people[item] ?? []);
		const summary = summariseRun(webinarOf(items[0] ?? 0), own, facts);
		return {
			summary: { ...summary, program: programOf(people), statuses: statusesOf(people) },
			items,
		};
	});
}

function programOf(people: readonly Person[]): IDataObject | null {
	const program = people[0]?.part?.program;
	if (program === undefined) return null;
	const { id, name, channel } = program;
	return { programId: id, name, channel };
}

/** How many of the people have which status now, as far as the run has seen. */
function statusesOf(people: readonly Person[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { status } of people) {
		if (status !== '') counts[status] = (counts[status] ?? 0) + 1;
	}
	return counts;
}
